// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Offset of a running stream, loaded once.
 */
final class StoredOffset {

	private final EventOffsetStore store;

	private final Account account;

	private boolean loaded;

	private @Nullable String value;

	StoredOffset(EventOffsetStore store, Account account) {
		this.store = store;
		this.account = account;
	}

	@Nullable String value() {
		return this.value;
	}

	/** Forgets the offset, so that the stream starts anew. */
	void forget() {
		this.value = null;
	}

	Mono<Void> load() {
		if (this.loaded) {
			return Mono.empty();
		}
		return Mono.defer(() -> this.store.load(this.account))
			.filter((offset) -> !offset.isEmpty())
			.doOnNext((offset) -> this.value = offset)
			.onErrorMap(StoreException::new)
			.then(Mono.fromRunnable(() -> this.loaded = true));
	}

	Mono<Void> store(@Nullable String offset) {
		if (offset == null || offset.equals(this.value)) {
			return Mono.empty();
		}
		return Mono.defer(() -> this.store.store(this.account, offset))
			.onErrorMap(StoreException::new)
			.then(Mono.fromRunnable(() -> this.value = offset));
	}

	/**
	 * Failure of the store.
	 */
	static final class StoreException extends RuntimeException {

		StoreException(Throwable cause) {
			super(cause.toString(), cause);
		}

	}

}
