// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/**
 * DNS server whose responses may change with each query.
 */
final class Names extends AddressResolverGroup<InetSocketAddress> {

	private final Map<String, Deque<List<InetAddress>>> responses = new ConcurrentHashMap<>();

	private final List<String> lookups = new CopyOnWriteArrayList<>();

	/**
	 * Respond to the queries for a name in turn; the last response is repeated.
	 */
	Names respond(String name, String... addresses) throws UnknownHostException {
		List<InetAddress> response = new ArrayList<>();
		for (String address : addresses) {
			response.add(InetAddress.getByAddress(name, InetAddress.getByName(address).getAddress()));
		}
		this.responses.computeIfAbsent(name, (key) -> new ConcurrentLinkedDeque<>()).add(response);
		return this;
	}

	List<String> lookups() {
		return this.lookups;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new InetSocketAddressResolver(executor, new Resolver(executor));
	}

	private final class Resolver extends InetNameResolver {

		Resolver(EventExecutor executor) {
			super(executor);
		}

		@Override
		protected void doResolve(String name, Promise<InetAddress> promise) {
			resolveAll(name).addListener((Future<List<InetAddress>> all) -> promise.setSuccess(all.getNow().get(0)));
		}

		@Override
		protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
			Names.this.lookups.add(name);
			Deque<List<InetAddress>> all = Names.this.responses.get(name);
			if (all == null) {
				promise.setFailure(new UnknownHostException(name));
				return;
			}
			promise.setSuccess((all.size() > 1) ? all.poll() : all.peek());
		}

	}

}
