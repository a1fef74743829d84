// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Resolver that returns only the addresses that match a filter. The client, or a proxy,
 * connects to these addresses. Boot's own hook for filters leaks a channel for each
 * rejected address.
 */
final class FilteringResolverGroup extends AddressResolverGroup<InetSocketAddress> {

	private final Supplier<? extends AddressResolverGroup<InetSocketAddress>> names;

	private final InetAddressFilter filter;

	/**
	 * Create an instance.
	 * @param names supplies the underlying resolver for each event loop, because event
	 * loops may be replaced
	 * @param filter the filter
	 */
	FilteringResolverGroup(Supplier<? extends AddressResolverGroup<InetSocketAddress>> names,
			InetAddressFilter filter) {
		this.names = names;
		this.filter = filter;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new FilteringResolver(executor, this.names.get().getResolver(executor));
	}

	private final class FilteringResolver extends AbstractAddressResolver<InetSocketAddress> {

		private final AddressResolver<InetSocketAddress> names;

		FilteringResolver(EventExecutor executor, AddressResolver<InetSocketAddress> names) {
			super(executor, InetSocketAddress.class);
			this.names = names;
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return false;
		}

		@Override
		protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
			resolveAll(unresolved).addListener((Future<List<InetSocketAddress>> all) -> {
				if (all.isSuccess()) {
					promise.trySuccess(all.getNow().get(0));
				}
				else {
					promise.tryFailure(all.cause());
				}
			});
		}

		@Override
		protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
			this.names.resolveAll(unresolved).addListener((Future<List<InetSocketAddress>> all) -> {
				if (!all.isSuccess()) {
					promise.tryFailure(all.cause());
					return;
				}
				List<InetSocketAddress> allowed = all.getNow().stream().filter(this::matches).map(this::plain).toList();
				if (allowed.isEmpty()) {
					promise.tryFailure(new ForbiddenAddressException(unresolved.getHostString()));
				}
				else {
					promise.trySuccess(allowed);
				}
			});
		}

		@Override
		public void close() {
			this.names.close();
		}

		private boolean matches(InetSocketAddress address) {
			return address.getAddress() != null && FilteringResolverGroup.this.filter.matches(address);
		}

		private InetSocketAddress plain(InetSocketAddress address) {
			return new InetSocketAddress(ExternalAddresses.plain(address.getAddress()), address.getPort());
		}

	}

}
