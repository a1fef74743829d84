// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ratelimit.RateLimiter;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client for the API of a vendor, which executes all operations. Create one client per
 * account, because it has the rate limiter and the retry budget of the account.
 */
public final class ApiClient {

	private final Pipeline pipeline;

	private final ObservationRegistry observations;

	private final OperationNames names = new OperationNames();

	/**
	 * Create a client. No request is sent, and no thread or connection is created, before
	 * the first call.
	 * @param webClientBuilder the builder, which is copied
	 * @param vendor the vendor
	 * @param settings the settings
	 * @param instruments the observability hooks
	 */
	public ApiClient(WebClient.Builder webClientBuilder, ApiVendor vendor, ApiClientSettings settings,
			Instruments instruments) {
		this(webClientBuilder, vendor, settings, instruments, ClientTime.SYSTEM);
	}

	ApiClient(WebClient.Builder webClientBuilder, ApiVendor vendor, ApiClientSettings settings, Instruments instruments,
			ClientTime time) {
		Assert.notNull(webClientBuilder, "'webClientBuilder' must not be null");
		Assert.notNull(vendor, "'vendor' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(instruments, "'instruments' must not be null");
		Listeners listeners = Listeners.of(instruments.listener());
		RetryBudget retryBudget = new RetryBudget(settings.retryBudget());
		RateLimiter rateLimiter = new RateLimiter(settings.rateLimit(), settings.responseTimeout(), time,
				time::scheduler);
		Exchange exchange = new Exchange(webClientBuilder, vendor, settings.maxResponseSize(), Clock.systemUTC(), time,
				retryBudget::onSuccess, rateLimiter::pause, new ResponseDecoder(vendor.account(), listeners));
		this.pipeline = new Pipeline(vendor, settings, time, exchange, rateLimiter, retryBudget, listeners);
		this.observations = instruments.observations();
	}

	/**
	 * Execute a call. {@link CallOptions} in the Reactor context apply.
	 * @param <T> the type of the response
	 * @param call the call
	 * @return the response, never empty; fails with an {@link SsoApiException}; every
	 * subscription executes the call
	 */
	public <T> Mono<T> execute(ApiCall<T> call) {
		return Mono.deferContextual((context) -> {
			DecodingReport report = DecodingReport.from(context);
			Attempts<T> attempts = new Attempts<>(this.pipeline, (report != null) ? call.withReport(report) : call,
					CallOptions.from(context));
			Mono<T> response = ObservedCall.observe(attempts::next, this.pipeline.vendor().account(),
					call.operation().name(), this.observations, context);
			Function<T, Change> change = call.operation().change();
			return (change != null)
					? response
						.doOnNext((value) -> this.pipeline.listeners()
							.onChange(() -> change.apply(value),
									(changed) -> changed(call, changed,
											context.getOrDefault(Change.Before.class, Change.Before.UNKNOWN))))
					: response;
		});
	}

	/**
	 * Send a request for an operation that no service has. {@link CallOptions} in the
	 * Reactor context apply.
	 * @param <T> the type of the response
	 * @param request the request
	 * @param type the type of the response, {@code null} to ignore the body
	 * @return the response, empty if it has no body; fails with an
	 * {@link SsoApiException}; every subscription sends the request
	 */
	public <T> Mono<T> exchange(VendorRequest request, @Nullable Type type) {
		Assert.notNull(request, "'request' must not be null");
		ApiOperation<Optional<T>> operation = ApiOperation.ofRequest(this.names.of(request.toString()), request, type);
		return execute(ApiCall.of(operation, request)).flatMap(Mono::justOrEmpty);
	}

	/**
	 * Send a request whose response has no end, such as server-sent events. It is a
	 * single request, apart from a second one with another access token if the first was
	 * rejected. Call timeout, maximum response size, rate limit and retries do not apply
	 * to it: it acquires no permit, and does not touch the retry budget.
	 * @param call the call, without a body
	 * @param options the media type and the timeouts
	 * @return an empty array when the response begins, within the response timeout; then
	 * its bytes as they arrive, and the completion when the vendor closes it; fails with
	 * an {@link SsoApiException}; every subscription sends the request, and a cancelled
	 * one closes the connection
	 */
	public Flux<byte[]> stream(ApiCall<?> call, StreamOptions options) {
		Assert.notNull(call, "'call' must not be null");
		Assert.notNull(options, "'options' must not be null");
		return Flux.deferContextual((context) -> ObservedCall.observeStart(() -> stream(call, options, false),
				this.pipeline.vendor().account(), call.operation().name(), this.observations, context));
	}

	private Flux<byte[]> stream(ApiCall<?> call, StreamOptions options, boolean rejected) {
		return Mono.defer(() -> streamCredentials(call, options))
			.flatMapMany((credentials) -> this.pipeline.exchange()
				.stream(call, credentials, options, this.pipeline.settings().responseTimeout())
				.onErrorResume(SsoApiException.Unauthorized.class,
						(failure) -> this.pipeline.vendor().rejected(credentials, rejected)
								? stream(call, options, true) : Flux.error(failure)));
	}

	private Mono<ApiVendor.Credentials> streamCredentials(ApiCall<?> call, StreamOptions options) {
		ApiVendor.Credentials credentials = this.pipeline.exchange().credentials();
		return (credentials != null) ? Mono.just(credentials) : this.pipeline.exchange()
			.fetchCredentials()
			.timeout(this.pipeline.settings().callTimeout(), options.scheduler())
			.onErrorMap(TimeoutException.class, (ex) -> this.pipeline.failures().noCredentials(call.operation()));
	}

	private ConnectionChanged changed(ApiCall<?> call, Change change, Change.@Nullable Before before) {
		SerializedBody body = call.body();
		Account account = this.pipeline.vendor().account();
		return new ConnectionChanged(account.vendor(), account.name(), kind(call, change),
				ConnectionChanged.Origin.OPERATION, call.operation().name(),
				(change.id() != null) ? change.id() : call.connectionId(), change.name(),
				(body != null) ? body.fields() : List.of(), (before != null) ? before.certificates() : null,
				change.certificates(), null, Instant.now());
	}

	private static ConnectionChanged.Kind kind(ApiCall<?> call, Change change) {
		if (change.deleted()) {
			return ConnectionChanged.Kind.DELETED;
		}
		return (change.connection() != null && call.operation().effect() == Effect.CREATE)
				? ConnectionChanged.Kind.CREATED : ConnectionChanged.Kind.UPDATED;
	}

	/**
	 * Return the number of available rate limit permits in this process.
	 * @return the number, {@code NaN} if the limit is shared with other instances,
	 * disabled or not used yet
	 */
	public double remainingPermits() {
		return this.pipeline.rateLimiter().remaining();
	}

	/**
	 * Return the failure of a list that does not end.
	 * @param call the call for a page
	 * @param reason why the list is considered endless
	 * @return the failure
	 */
	public SsoApiException endless(ApiCall<?> call, String reason) {
		return this.pipeline.failures().endless(call.operation(), reason);
	}

	/**
	 * Observability hooks of a client.
	 *
	 * @param observations the registry for observations of operations
	 * @param listener the listener for retries, rate limiting and changes
	 */
	public record Instruments(ObservationRegistry observations, ApiClientListener listener) {

		/**
		 * No hooks.
		 */
		public static final Instruments NONE = new Instruments(ObservationRegistry.NOOP, ApiClientListener.NONE);

	}

}
