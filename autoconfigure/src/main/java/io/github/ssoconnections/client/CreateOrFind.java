// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
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

	private final Duration timeout;

	private final String sameness;

	private final String[] fields;

	private final ClientTime time;

	/**
	 * Create a way to create.
	 * @param vendor the name of the vendor
	 * @param operation the name of the operation that creates
	 * @param settleTime how long to wait before looking again
	 * @param timeout the total timeout, looking included
	 * @param sameness what those that match have in common, such as {@code this name}
	 * @param fields the fields that are compared, by wire name
	 */
	public CreateOrFind(String vendor, String operation, Duration settleTime, Duration timeout, String sameness,
			String... fields) {
		this(ClientTime.SYSTEM, vendor, operation, settleTime, timeout, sameness, fields);
	}

	CreateOrFind(ClientTime time, String vendor, String operation, Duration settleTime, Duration timeout,
			String sameness, String... fields) {
		Assert.notNull(settleTime, "'settleTime' must not be null");
		Assert.isTrue(timeout != null && timeout.compareTo(settleTime) > 0,
				"'timeout' must be longer than 'settleTime'");
		this.vendor = vendor;
		this.operation = operation;
		this.settleTime = settleTime;
		this.timeout = timeout;
		this.sameness = sameness;
		this.fields = fields.clone();
		this.time = time;
	}

	/**
	 * Create a connection unless there is one.
	 * @param candidates lists those that may be the one that is wanted
	 * @param create creates it
	 * @return the connection
	 */
	public Mono<CreateResult<T>> run(Flux<Candidate<T>> candidates, Mono<T> create) {
		return run(find(candidates), create(find(candidates), create));
	}

	/**
	 * Create a connection unless there is one, where the vendor refuses a second one
	 * (409): then someone else was faster.
	 * @param candidates lists those that may be the one that is wanted
	 * @param create creates it
	 * @return the connection
	 */
	public Mono<CreateResult<T>> executeUnique(Flux<Candidate<T>> candidates, Mono<T> create) {
		Mono<T> find = find(candidates);
		return run(find,
				create(find, create).onErrorResume(SsoApiException.Conflict.class,
						(conflict) -> find.map((found) -> new CreateResult<>(found, true))
							.switchIfEmpty(Mono.error(conflict))));
	}

	private Mono<CreateResult<T>> run(Mono<T> find, Mono<CreateResult<T>> create) {
		return Mono.defer(() -> {
			AtomicBoolean created = new AtomicBoolean();
			return find.map((found) -> new CreateResult<>(found, true))
				.switchIfEmpty(create.doOnSubscribe((subscription) -> created.set(true)))
				.timeout(this.timeout, Mono.defer(() -> Mono.error(tooLate(created.get()))), this.time.scheduler());
		});
	}

	// Empty if it certainly does not exist
	private Mono<T> find(Flux<Candidate<T>> candidates) {
		return Mono.defer(() -> {
			DecodingReport report = new DecodingReport();
			return candidates.contextWrite(report)
				.filter((candidate) -> candidate.match() != Match.NO)
				.collectList()
				.flatMap((found) -> single(found, report));
		});
	}

	private Mono<CreateResult<T>> create(Mono<T> find, Mono<T> create) {
		return create
			// Until then, the vendor may still be at it
			.onErrorResume(CreateOrFind::isResponseLost,
					(failure) -> Mono.delay(this.settleTime, this.time.scheduler())
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
	public static boolean isResponseLost(Throwable failure) {
		return failure instanceof SsoApiException.OutcomeUnknown
				|| failure instanceof SsoApiException.MalformedResponse;
	}

	private Mono<T> single(List<Candidate<T>> found, DecodingReport report) {
		List<T> same = found.stream()
			.filter((candidate) -> candidate.match() == Match.YES)
			.map(Candidate::connection)
			.toList();
		if (same.size() > 1) {
			String reason = same.size() + " connections have " + this.sameness + " already";
			return Mono.error(new SsoApiException.Conflict(details(reason, false)));
		}
		if (same.isEmpty()) {
			String doubt = report.doubt(this.fields);
			if (doubt == null && !found.isEmpty()) {
				String id = found.get(0).id();
				doubt = ((id != null) ? id : "one without an id") + " does not tell all of it";
			}
			return (doubt != null) ? Mono.error(cannotTell(doubt)) : Mono.empty();
		}
		return Mono.just(same.get(0));
	}

	private SsoApiException cannotTell(String doubt) {
		return new SsoApiException.MalformedResponse(details("not sent: it cannot be told whether there is a "
				+ "connection with " + this.sameness + ", as the list of connections cannot be read wholly (" + doubt
				+ "): look at these connections at the vendor, then create it yourself", true), false);
	}

	private SsoApiException tooLate(boolean created) {
		String time = " within " + this.timeout.toMillis() + " ms";
		return created
				? new SsoApiException.OutcomeUnknown(details("it may have been created, and was not found" + time
						+ ": list the connections and look for " + this.sameness, false))
				: new SsoApiException.Unavailable(
						details("not sent: the list of connections did not come to its end" + time, true));
	}

	private SsoApiException.Details details(String reason, boolean unsent) {
		return new SsoApiException.Details(this.vendor, this.operation, null, reason, List.of(), null, null, unsent,
				null);
	}

	/**
	 * A connection that is listed.
	 *
	 * @param <T> the type of the connection
	 * @param connection the connection
	 * @param id its id
	 * @param match whether it is the one that is wanted
	 */
	public record Candidate<T>(T connection, @Nullable String id, Match match) {

	}

	/**
	 * Whether a connection is the one that is wanted.
	 */
	public enum Match {

		/** It is. */
		YES,

		/** It is another one. */
		NO,

		/** What is known of it does not tell. */
		UNKNOWN

	}

}
