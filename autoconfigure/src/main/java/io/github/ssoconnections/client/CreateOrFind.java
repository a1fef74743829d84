// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates a connection, or another resource, unless it exists: lists, creates, and lists
 * again if the response was lost.
 *
 * @param <T> the type of the resource
 */
public final class CreateOrFind<T> {

	private final Account account;

	private final String operation;

	private final Duration settleTime;

	private final Duration timeout;

	private final String resources;

	private final String criterion;

	private final String[] fields;

	private final ClientTime time;

	/**
	 * Create an instance.
	 * @param account the account
	 * @param operation the name of the create operation, such as
	 * {@code enterprise_connections.create}; messages name the resource by its last word
	 * @param settleTime the delay before the connections are listed again
	 * @param timeout the total timeout, including listing
	 * @param criterion what identifies the connection, such as {@code this name}
	 * @param fields the wire names of the compared fields
	 */
	public CreateOrFind(Account account, String operation, Duration settleTime, Duration timeout, String criterion,
			String... fields) {
		this(ClientTime.SYSTEM, account, operation, settleTime, timeout, criterion, fields);
	}

	CreateOrFind(ClientTime time, Account account, String operation, Duration settleTime, Duration timeout,
			String criterion, String... fields) {
		Assert.notNull(settleTime, "'settleTime' must not be null");
		Assert.isTrue(timeout != null && timeout.compareTo(settleTime) > 0,
				"'timeout' must be longer than 'settleTime'");
		this.account = account;
		this.operation = operation;
		this.settleTime = settleTime;
		this.timeout = timeout;
		this.resources = operation.substring(operation.lastIndexOf('_', operation.indexOf('.')) + 1,
				operation.indexOf('.'));
		this.criterion = criterion;
		this.fields = fields.clone();
		this.time = time;
	}

	/**
	 * Create a connection unless it exists.
	 * @param candidates lists possible matches
	 * @param create creates the connection
	 * @return the connection
	 */
	public Mono<CreateResult<T>> execute(Flux<Candidate<T>> candidates, Mono<T> create) {
		return execute(find(candidates), create(find(candidates), create));
	}

	/**
	 * Create a connection unless it exists, at a vendor that rejects duplicates (409).
	 * @param candidates lists possible matches
	 * @param create creates the connection
	 * @return the connection
	 */
	public Mono<CreateResult<T>> executeUnique(Flux<Candidate<T>> candidates, Mono<T> create) {
		return executeUnique(candidates, create, SsoApiException.Conflict.class::isInstance);
	}

	/**
	 * Create a connection unless it exists, at a vendor that rejects duplicates.
	 * @param candidates lists possible matches
	 * @param create creates the connection
	 * @param isDuplicate whether a failure is the rejection of a duplicate
	 * @return the connection
	 */
	public Mono<CreateResult<T>> executeUnique(Flux<Candidate<T>> candidates, Mono<T> create,
			Predicate<Throwable> isDuplicate) {
		Mono<T> find = find(candidates);
		return execute(find,
				create(find, create).onErrorResume(isDuplicate,
						(duplicate) -> find.map((found) -> new CreateResult<>(found, false))
							.switchIfEmpty(Mono.error(duplicate))));
	}

	private Mono<CreateResult<T>> execute(Mono<T> find, Mono<CreateResult<T>> create) {
		return Mono.defer(() -> {
			AtomicBoolean created = new AtomicBoolean();
			return find.map((found) -> new CreateResult<>(found, false))
				.switchIfEmpty(create.doOnSubscribe((subscription) -> created.set(true)))
				.timeout(this.timeout, Mono.defer(() -> Mono.error(timedOut(created.get()))), this.time.scheduler());
		});
	}

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
			.onErrorResume(CreateOrFind::isResponseLost,
					(failure) -> Mono.delay(this.settleTime, this.time.scheduler())
						.then(find.onErrorMap(CreateOrFind::isInconclusive, (lookup) -> unknown(failure, lookup)))
						.switchIfEmpty(Mono.error(failure)))
			.map((created) -> new CreateResult<>(created, true));
	}

	private static boolean isInconclusive(Throwable lookup) {
		return !(lookup instanceof SsoApiException.Conflict);
	}

	private SsoApiException unknown(Throwable failure, Throwable lookup) {
		SsoApiException lost = (SsoApiException) failure;
		SsoApiException unknown = new SsoApiException.OutcomeUnknown(new SsoApiException.Details(this.account,
				this.operation, lost.status(), "it may have been created, and the lookup failed: " + advice(),
				lost.errors(), lost.traceId(), lost.retryAfter(), false, lost), advice());
		unknown.addSuppressed(lookup);
		return unknown;
	}

	/**
	 * Return whether a failed write may have been processed, because its response was
	 * lost or invalid.
	 * @param failure the failure of the write
	 * @return whether it may have been processed
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
			String reason = same.size() + " " + this.resources + " with " + this.criterion + " exist already";
			return Mono.error(new SsoApiException.Conflict(details(reason, false)));
		}
		if (same.isEmpty()) {
			String doubt = report.describe(this.fields);
			if (doubt == null && !found.isEmpty()) {
				String id = found.get(0).id();
				doubt = ((id != null) ? id : "one without an id") + " is incomplete";
			}
			return (doubt != null) ? Mono.error(undecided(doubt)) : Mono.empty();
		}
		return Mono.just(same.get(0));
	}

	private SsoApiException undecided(String doubt) {
		return new SsoApiException.MalformedResponse(details("not sent: it is unknown whether there are "
				+ this.resources + " with " + this.criterion + ", because the list could not be decoded completely ("
				+ doubt + "): check these " + this.resources + " at the vendor, then create without this check", true),
				false);
	}

	private SsoApiException timedOut(boolean created) {
		String time = " within " + this.timeout.toMillis() + " ms";
		if (created) {
			return new SsoApiException.OutcomeUnknown(
					details("it may have been created, and was not found" + time + ": " + advice(), false), advice());
		}
		String reason = "not sent: the list of " + this.resources + " was not complete" + time;
		return new SsoApiException.Unavailable(details(reason, true, new TimeoutException(reason)));
	}

	private String advice() {
		return "list the " + this.resources + " and look for " + this.criterion;
	}

	private SsoApiException.Details details(String reason, boolean unsent) {
		return details(reason, unsent, null);
	}

	private SsoApiException.Details details(String reason, boolean unsent, @Nullable TimeoutException cause) {
		return new SsoApiException.Details(this.account, this.operation, null, reason, List.of(), null, null, unsent,
				cause);
	}

	/**
	 * Listed connection.
	 *
	 * @param <T> the type of the connection
	 * @param connection the connection
	 * @param id its id
	 * @param match whether it is the requested one
	 */
	public record Candidate<T>(T connection, @Nullable String id, Match match) {

	}

	/**
	 * Whether a connection is the requested one.
	 */
	public enum Match {

		/** It is the requested one. */
		YES,

		/** It is a different one. */
		NO,

		/** Its decoded fields are insufficient to decide. */
		UNKNOWN

	}

}
