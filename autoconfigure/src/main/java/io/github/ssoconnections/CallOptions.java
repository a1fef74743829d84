// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Options of one call, written into the Reactor context:
 * {@code service.get(id).contextWrite(CallOptions.timeout(Duration.ofSeconds(3)))}. An
 * option that is not set falls back to the configuration of the client.
 *
 * @param timeout the total timeout of the call, including retries and backoff; more than
 * 100 years counts as 100 years
 * @param maxAttempts the maximum number of attempts, 1 for no retries
 * @param isBackground whether each request takes two permits of the rate limit, so that
 * such calls together use at most half of it, and waits for them behind other calls
 */
public record CallOptions(@Nullable Duration timeout, @Nullable Integer maxAttempts,
		boolean isBackground) implements UnaryOperator<Context> {

	/** Far below what overflows in nanoseconds, 292 years. */
	private static final Duration MAX_TIMEOUT = Duration.ofDays(36_525);

	private static final CallOptions NONE = new CallOptions(null, null, false);

	public CallOptions {
		Assert.isTrue(timeout == null || timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		Assert.isTrue(maxAttempts == null || maxAttempts >= 1, "'maxAttempts' must be at least 1");
		timeout = (timeout != null && timeout.compareTo(MAX_TIMEOUT) > 0) ? MAX_TIMEOUT : timeout;
	}

	/**
	 * Return options with a timeout for the call.
	 * @param timeout the total timeout of the call, including retries and backoff
	 * @return the options
	 */
	public static CallOptions timeout(Duration timeout) {
		return new CallOptions(timeout, null, false);
	}

	/**
	 * Return options with a maximum number of attempts.
	 * @param maxAttempts the maximum number of attempts, 1 for no retries
	 * @return the options
	 */
	public static CallOptions maxAttempts(int maxAttempts) {
		return new CallOptions(null, maxAttempts, false);
	}

	/**
	 * Return options for work in the background, such as reading all connections.
	 * @return the options
	 */
	public static CallOptions background() {
		return new CallOptions(null, null, true);
	}

	/**
	 * Return a copy of these options with a maximum number of attempts.
	 * @param maxAttempts the maximum number of attempts
	 * @return the options
	 */
	public CallOptions withMaxAttempts(int maxAttempts) {
		return new CallOptions(this.timeout, maxAttempts, this.isBackground);
	}

	/**
	 * Read the options of a call.
	 * @param context the context of the subscription
	 * @return the options, empty if there are none
	 */
	public static CallOptions from(ContextView context) {
		return context.hasKey(CallOptions.class) ? context.get(CallOptions.class) : NONE;
	}

	@Override
	public Context apply(Context context) {
		return context.put(CallOptions.class, this);
	}

}
