// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Predicate;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * Resolver that leaves names to the proxy, and resolves those that are connected to
 * without it. Reactor Netty leaves all names to a proxy, unless it was given event loops
 * before.
 */
final class ProxyResolverGroup extends AddressResolverGroup<InetSocketAddress> {

	private final AddressResolverGroup<InetSocketAddress> names;

	private final Predicate<InetSocketAddress> proxied;

	/**
	 * Create an instance.
	 * @param names the resolver of names that the proxy is not used for
	 * @param proxied returns whether the proxy is used for an address
	 */
	ProxyResolverGroup(AddressResolverGroup<InetSocketAddress> names, Predicate<InetSocketAddress> proxied) {
		this.names = names;
		this.proxied = proxied;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new ProxyResolver(executor, this.names.getResolver(executor));
	}

	private final class ProxyResolver extends AbstractAddressResolver<InetSocketAddress> {

		private final AddressResolver<InetSocketAddress> names;

		ProxyResolver(EventExecutor executor, AddressResolver<InetSocketAddress> names) {
			super(executor, InetSocketAddress.class);
			this.names = names;
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return this.names.isResolved(address);
		}

		@Override
		protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
			if (isProxied(unresolved)) {
				promise.setSuccess(unresolved);
				return;
			}
			this.names.resolve(unresolved, promise);
		}

		@Override
		protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
			if (isProxied(unresolved)) {
				promise.setSuccess(List.of(unresolved));
				return;
			}
			this.names.resolveAll(unresolved, promise);
		}

		private boolean isProxied(InetSocketAddress address) {
			return ProxyResolverGroup.this.proxied.test(address);
		}

	}

}
