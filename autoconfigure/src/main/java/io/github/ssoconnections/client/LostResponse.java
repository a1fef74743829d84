// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Recovery of an update whose response was lost.
 */
public final class LostResponse {

	private LostResponse() {
	}

	/**
	 * Return an update that reads the connection if its response is lost: immediately,
	 * and again after the settle time.
	 * @param <T> the type of the result
	 * @param update the update
	 * @param updated reads the connection, empty if it was not updated
	 * @param settleTime how long the vendor may take to complete the update
	 * @return the result of the update or of a read; the failure of the update if neither
	 * read has a result
	 */
	public static <T> Mono<T> recover(Mono<T> update, Mono<T> updated, Duration settleTime) {
		Mono<T> read = updated.onErrorResume(SsoApiException.class, (failure) -> Mono.empty());
		return update.onErrorResume(CreateOrFind::isResponseLost,
				(failure) -> read.switchIfEmpty(Mono.delay(settleTime).then(read)).switchIfEmpty(Mono.error(failure)));
	}

}
