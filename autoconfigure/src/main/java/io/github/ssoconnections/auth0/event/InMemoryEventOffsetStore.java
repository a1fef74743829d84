// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * {@link EventOffsetStore} in memory.
 */
final class InMemoryEventOffsetStore implements EventOffsetStore {

	private final Map<Account, String> offsets = new ConcurrentHashMap<>();

	@Override
	public Mono<String> load(Account account) {
		return Mono.fromSupplier(() -> this.offsets.get(account));
	}

	@Override
	public Mono<Void> store(Account account, String offset) {
		return Mono.fromRunnable(() -> this.offsets.put(account, offset));
	}

}
