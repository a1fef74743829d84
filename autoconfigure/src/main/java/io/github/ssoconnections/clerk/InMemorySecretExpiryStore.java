// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * {@link ClerkSecretExpiryStore} in memory.
 */
final class InMemorySecretExpiryStore implements ClerkSecretExpiryStore {

	private final Map<Account, Map<String, Instant>> times = new ConcurrentHashMap<>();

	private Map<String, Instant> of(Account account) {
		return this.times.computeIfAbsent(account, (key) -> new ConcurrentHashMap<>());
	}

	@Override
	public Mono<Void> put(Account account, String connectionId, Instant expiresAt) {
		return Mono.fromRunnable(() -> of(account).put(connectionId, expiresAt));
	}

	@Override
	public Mono<Void> remove(Account account, String connectionId) {
		return Mono.fromRunnable(() -> of(account).remove(connectionId));
	}

	@Override
	public Mono<Map<String, Instant>> getAll(Account account) {
		return Mono.fromSupplier(() -> Map.copyOf(of(account)));
	}

}
