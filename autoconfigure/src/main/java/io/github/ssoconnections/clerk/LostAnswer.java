// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.CreateOrFind;
import reactor.core.publisher.Mono;

/**
 * Finds out what came of a write whose answer was lost.
 */
final class LostAnswer {

	private LostAnswer() {
	}

	static boolean isOne(Throwable failure) {
		return CreateOrFind.isAnswerLost(failure);
	}

	/**
	 * Look for what was written: at once, and again when the vendor has had time.
	 * @param <T> the type of the connection
	 * @param written reads, and is empty if it was not written
	 * @param settleTime how long the vendor may still be at it
	 * @return what was found, or nothing, whatever the reason
	 */
	static <T> Mono<T> find(Mono<T> written, Duration settleTime) {
		Mono<T> look = written.onErrorResume(SsoApiException.class, (failure) -> Mono.empty());
		return look.switchIfEmpty(Mono.delay(settleTime).then(look));
	}

}
