// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Creates what is not there yet, and never twice: looks, creates, and looks again when
 * the answer was lost.
 *
 * @param <T> the type of the connection
 */
public final class CreateOrFind<T> {

	private final String vendor;

	private final String operation;

	private final Duration settleTime;

	private final String sameness;

	/**
	 * Create a way to create.
	 * @param vendor the name of the vendor
	 * @param operation the name of the operation that creates
	 * @param settleTime how long to wait before looking again
	 * @param sameness what those that match have in common, such as {@code this name}
	 */
	public CreateOrFind(String vendor, String operation, Duration settleTime, String sameness) {
		Assert.notNull(settleTime, "'settleTime' must not be null");
		this.vendor = vendor;
		this.operation = operation;
		this.settleTime = settleTime;
		this.sameness = sameness;
	}

	/**
	 * Create a connection unless there is one.
	 * @param matches lists those that are the one that is wanted
	 * @param create creates it
	 * @return the connection
	 */
	public Mono<CreateResult<T>> run(Flux<T> matches, Mono<T> create) {
		Mono<T> find = matches.collectList().flatMap(this::single);
		return find.map((found) -> new CreateResult<>(found, true))
			.switchIfEmpty(Mono.defer(() -> create(find, create)));
	}

	private Mono<CreateResult<T>> create(Mono<T> find, Mono<T> create) {
		return create
			// Until then, the vendor may still be at it
			.onErrorResume(CreateOrFind::isAnswerLost,
					(failure) -> Mono.delay(this.settleTime)
						.then(find.onErrorMap(CreateOrFind::tellsNothing, (look) -> unknown(failure, look)))
						.switchIfEmpty(Mono.error(failure)))
			.map((created) -> new CreateResult<>(created, false));
	}

	private static boolean tellsNothing(Throwable look) {
		return !(look instanceof SsoApiException.Conflict);
	}

	private SsoApiException unknown(Throwable failure, Throwable look) {
		SsoApiException lost = (SsoApiException) failure;
		SsoApiException unknown = new SsoApiException.OutcomeUnknown(
				new SsoApiException.Details(this.vendor, this.operation, lost.status(),
						"it may have been created, and could not be looked for: list the connections and look for "
								+ this.sameness,
						lost.errors(), lost.traceId(), lost.retryAfter(), false, lost));
		unknown.addSuppressed(look);
		return unknown;
	}

	/**
	 * Return whether a write may have been made although it failed: its answer was lost.
	 * @param failure how the write ended
	 * @return whether it may
	 */
	public static boolean isAnswerLost(Throwable failure) {
		return failure instanceof SsoApiException.OutcomeUnknown
				|| failure instanceof SsoApiException.MalformedResponse;
	}

	private Mono<T> single(List<T> found) {
		if (found.size() > 1) {
			String reason = found.size() + " connections have " + this.sameness + " already";
			return Mono.error(new SsoApiException.Conflict(new SsoApiException.Details(this.vendor, this.operation,
					null, reason, List.of(), null, null, false, null)));
		}
		return Mono.justOrEmpty(found.stream().findFirst());
	}

}
