// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.SerializedUpdates;
import reactor.core.publisher.Mono;

/**
 * Serializes updates per connection that read the connection first. Both of Clerk's APIs
 * share the updates of an account, and identify a connection by the id of its SAML
 * connection.
 */
final class ConnectionUpdates {

	private final SerializedUpdates perConnection;

	private final AtomicLong ended = new AtomicLong();

	ConnectionUpdates(Account account, Duration maxWait) {
		this.perConnection = new SerializedUpdates(account, maxWait);
	}

	/**
	 * Read a connection, then update it, while no other update of the connection is in
	 * progress. The first read returns the id to serialize by. It also is the read before
	 * the update, unless another update of the account ended in the meantime: then the
	 * connection is read again.
	 * @param <C> the type of the connection
	 * @param <T> the type of the result
	 * @param operation the name of the operation, for exceptions
	 * @param read reads the connection
	 * @param id returns the id to serialize by
	 * @param update updates the connection
	 * @return the result of the update
	 */
	<C, T> Mono<T> run(String operation, Mono<C> read, Function<C, String> id, Function<C, Mono<T>> update) {
		return Mono.defer(() -> {
			long before = this.ended.get();
			return read.flatMap((first) -> {
				Mono<C> current = Mono.defer(() -> (this.ended.get() == before) ? Mono.just(first) : again(read));
				return this.perConnection.execute(operation, id.apply(first), current,
						(connection) -> Mono.defer(() -> update.apply(connection))
							.doOnTerminate(this.ended::incrementAndGet));
			});
		});
	}

	private <C> Mono<C> again(Mono<C> read) {
		return read.doOnError((failure) -> this.ended.incrementAndGet()).doOnCancel(this.ended::incrementAndGet);
	}

}
