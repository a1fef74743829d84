// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client for the API of a vendor, which executes all operations. Create one client per
 * account, because it has the rate limiter and the retry budget of the account.
 */
public final class ApiClient {

	private final ApiClientSettings settings;

	private final ApiVendor vendor;

	private final ClientTime time;

	private final Exchange exchange;

	private final RateLimiter rateLimiter;

	private final RetryBudget retryBudget;

	private final ObservationRegistry observations;

	private final Listeners listeners;

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
		this.settings = settings;
		this.observations = instruments.observations();
		this.listeners = Listeners.of(instruments.listener());
		this.vendor = vendor;
		this.time = time;
		this.retryBudget = new RetryBudget(settings.retryBudget());
		this.rateLimiter = new RateLimiter(settings.rateLimit(), settings.responseTimeout(), time);
		this.exchange = new Exchange(webClientBuilder, vendor, settings.maxResponseSize(), Clock.systemUTC(), time,
				this.retryBudget::onSuccess, this.rateLimiter::pause,
				new ResponseDecoder(vendor.name(), this.listeners));
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
			Attempts<T> attempts = new Attempts<>(this, (report != null) ? call.withReport(report) : call,
					CallOptions.from(context));
			Mono<T> response = ObservedCall.observe(attempts::next, this.vendor.name(), call.operation().name(),
					this.observations, context);
			Function<T, Change> change = call.operation().change();
			return (change != null) ? response.doOnNext((value) -> this.listeners.onChange(() -> changed(call,
					change.apply(value), context.getOrDefault(Change.Before.class, Change.Before.UNKNOWN)))) : response;
		});
	}

	private ConnectionChanged changed(ApiCall<?> call, Change change, Change.@Nullable Before before) {
		SerializedBody body = call.body();
		String id = change.id();
		if (id == null && !call.ids().isEmpty()) {
			// What belongs to a connection comes after it in the path
			id = call.ids().get(0);
		}
		return new ConnectionChanged(this.vendor.name(), call.operation().name(), id,
				(body != null) ? body.fields() : List.of(), (before != null) ? before.certificates() : null,
				change.certificates(), Instant.now());
	}

	/**
	 * Return the number of available rate limit permits in this process.
	 * @return the number, {@code NaN} if the limit is shared with other instances,
	 * disabled or not used yet
	 */
	public double remainingPermits() {
		return this.rateLimiter.remaining();
	}

	ApiClientSettings settings() {
		return this.settings;
	}

	ApiVendor vendor() {
		return this.vendor;
	}

	Exchange exchange() {
		return this.exchange;
	}

	RateLimiter rateLimiter() {
		return this.rateLimiter;
	}

	RetryBudget retryBudget() {
		return this.retryBudget;
	}

	long now() {
		return this.time.currentTimeNanos();
	}

	ClientTime time() {
		return this.time;
	}

	Listeners listeners() {
		return this.listeners;
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
