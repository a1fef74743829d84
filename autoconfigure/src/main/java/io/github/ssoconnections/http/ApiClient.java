// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Clock;
import java.util.List;

import io.github.bucket4j.TimeMeter;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Runs every operation of a vendor: the one pipeline. There is one client per account, so
 * that all that calls for the account shares its rate limit and its retry budget.
 */
public final class ApiClient {

	private final ApiClientSettings settings;

	private final ApiVendor vendor;

	private final TimeMeter clock;

	private final Exchange exchange;

	private final RateLimiter rateLimiter;

	private final RetryBudget retryBudget;

	/**
	 * Create a client. Nothing is sent, and no thread or connection is made, before the
	 * first call.
	 * @param webClientBuilder where requests go out; copied, not changed
	 * @param vendor the vendor
	 * @param settings the bounds
	 */
	public ApiClient(WebClient.Builder webClientBuilder, ApiVendor vendor, ApiClientSettings settings) {
		this(webClientBuilder, vendor, settings, TimeMeter.SYSTEM_NANOTIME);
	}

	ApiClient(WebClient.Builder webClientBuilder, ApiVendor vendor, ApiClientSettings settings, TimeMeter clock) {
		Assert.notNull(webClientBuilder, "'webClientBuilder' must not be null");
		Assert.notNull(vendor, "'vendor' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.settings = settings;
		this.vendor = vendor;
		this.clock = clock;
		this.exchange = new Exchange(webClientBuilder, vendor, settings.maxResponseSize(), Clock.systemUTC());
		this.rateLimiter = new RateLimiter(settings.rateLimit(), settings.responseTimeout(), clock);
		this.retryBudget = new RetryBudget(settings.retryBudget());
	}

	/**
	 * Make a call. {@link CallOptions} in the context of the subscription apply.
	 * @param <T> the type of the answer
	 * @param call the call; its body is written now, so that later changes to it have no
	 * effect
	 * @return the answer, or an {@link SsoApiException}; never empty; every subscription
	 * makes the call anew
	 * @throws IllegalArgumentException if the body cannot be written as JSON
	 */
	public <T> Mono<T> execute(ApiCall<T> call) {
		byte[] body = write(call.body());
		return Mono.deferContextual((context) -> new Attempts<>(this, call, body, CallOptions.from(context)).next());
	}

	private static byte @Nullable [] write(@Nullable ApiBody<?> body) {
		try {
			return (body != null) ? WireJson.mapper().writeValueAsBytes(body) : null;
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body cannot be written as JSON; one of "
					+ ((body != null) ? body.fields().keySet() : List.of()) + " holds what JSON has no form for");
		}
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
		return this.clock.currentTimeNanos();
	}

}
