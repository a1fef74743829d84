// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

/**
 * Options of one call, written into the Reactor context:
 * {@code service.get(id).contextWrite(CallOptions.timeout(Duration.ofSeconds(3)))}. What
 * is not set is as the client is configured.
 *
 * @param timeout the time that the call may take, repeats and pauses included
 * @param maxAttempts the number of attempts in all, 1 to repeat nothing
 */
public record CallOptions(@Nullable Duration timeout, @Nullable Integer maxAttempts) implements UnaryOperator<Context> {

	private static final CallOptions NONE = new CallOptions(null, null);

	public CallOptions {
		Assert.isTrue(timeout == null || timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		Assert.isTrue(maxAttempts == null || maxAttempts >= 1, "'maxAttempts' must be at least 1");
	}

	/**
	 * Return options that bound the time of the call.
	 * @param timeout the time that the call may take, repeats and pauses included
	 * @return the options
	 */
	public static CallOptions timeout(Duration timeout) {
		return new CallOptions(timeout, null);
	}

	/**
	 * Return options that bound the attempts of the call.
	 * @param maxAttempts the number of attempts in all, 1 to repeat nothing
	 * @return the options
	 */
	public static CallOptions maxAttempts(int maxAttempts) {
		return new CallOptions(null, maxAttempts);
	}

	/**
	 * Return these options with a bound on the attempts.
	 * @param maxAttempts the number of attempts in all
	 * @return the options
	 */
	public CallOptions withMaxAttempts(int maxAttempts) {
		return new CallOptions(this.timeout, maxAttempts);
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
