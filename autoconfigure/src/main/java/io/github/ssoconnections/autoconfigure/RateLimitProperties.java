// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Properties of the rate limiter of an account.
 */
public class RateLimitProperties {

	/**
	 * Whether requests wait for a permit. If not, only a 429 response delays them.
	 */
	private boolean enabled = true;

	/**
	 * Maximum number of requests in any window of a period. Defaults to the vendor's
	 * limit for the kind of key.
	 */
	private @Nullable Long limit;

	/**
	 * Length of the window of a configured limit. 1ms or more.
	 */
	private Duration period = Duration.ofSeconds(10);

	/**
	 * Maximum number of requests at once after an idle time, with a configured limit.
	 * Defaults to a twentieth of the limit.
	 */
	private @Nullable Long burst;

	/**
	 * Maximum time for which a 429 response delays all calls. 0s to 1d.
	 */
	private Duration maxPause = Duration.ofSeconds(60);

	/**
	 * Maximum number of calls that wait for a permit. Further calls fail at once as rate
	 * limited.
	 */
	private int maxWaitingCalls = 10_000;

	/**
	 * Name of the bucket that several instances share, with an AsyncProxyManager bean.
	 * Defaults to 'sso-connections:' and the vendor's name. For a named account, ':' and
	 * its name are appended, also to an inherited name.
	 */
	private @Nullable String sharedName;

	/**
	 * Timeout of the shared bucket, after which an instance falls back to its local
	 * limit. 1ms or more.
	 */
	private Duration sharedTimeout = Duration.ofMillis(250);

	/**
	 * Number of instances. Without an AsyncProxyManager bean, and while the shared bucket
	 * is unavailable, the local limit of each instance is the limit divided by this
	 * number.
	 */
	private int instances = 1;

	static RateLimitProperties withPeriod(Duration period) {
		RateLimitProperties properties = new RateLimitProperties();
		properties.period = period;
		return properties;
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable Long getLimit() {
		return this.limit;
	}

	public void setLimit(@Nullable Long limit) {
		Assert.isTrue(limit == null || limit >= 1, "must be at least 1");
		this.limit = limit;
	}

	public Duration getPeriod() {
		return this.period;
	}

	public void setPeriod(Duration period) {
		Assert.isTrue(period.toMillis() >= 1, "must be at least 1ms");
		this.period = period;
	}

	public @Nullable Long getBurst() {
		return this.burst;
	}

	public void setBurst(@Nullable Long burst) {
		Assert.isTrue(burst == null || burst >= 1, "must be at least 1");
		this.burst = burst;
	}

	public Duration getMaxPause() {
		return this.maxPause;
	}

	public void setMaxPause(Duration maxPause) {
		Assert.isTrue(!maxPause.isNegative() && maxPause.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 0s and 1d");
		this.maxPause = maxPause;
	}

	public int getMaxWaitingCalls() {
		return this.maxWaitingCalls;
	}

	public void setMaxWaitingCalls(int maxWaitingCalls) {
		Assert.isTrue(maxWaitingCalls >= 1, "must be at least 1");
		this.maxWaitingCalls = maxWaitingCalls;
	}

	public @Nullable String getSharedName() {
		return this.sharedName;
	}

	public void setSharedName(@Nullable String sharedName) {
		this.sharedName = sharedName;
	}

	public Duration getSharedTimeout() {
		return this.sharedTimeout;
	}

	public void setSharedTimeout(Duration sharedTimeout) {
		Assert.isTrue(sharedTimeout.toMillis() >= 1, "must be at least 1ms");
		this.sharedTimeout = sharedTimeout;
	}

	public int getInstances() {
		return this.instances;
	}

	public void setInstances(int instances) {
		Assert.isTrue(instances >= 1, "must be at least 1");
		this.instances = instances;
	}

	/**
	 * Make the name of an inherited bucket that of an account.
	 * @param account the name of the account
	 */
	void inheritedBy(String account) {
		if (StringUtils.hasText(this.sharedName)) {
			this.sharedName = this.sharedName + ":" + account;
		}
	}

	RateLimitSettings toSettings(String prefix, String bucket, @Nullable AsyncProxyManager<String> buckets) {
		RateLimitSettings settings = (this.enabled ? RateLimitSettings.defaults() : RateLimitSettings.disabled())
			.withMaxPause(this.maxPause)
			.withMaxWaitingCalls(this.maxWaitingCalls)
			.withLimit(toLimit(prefix + ".rate-limit"))
			.withInstances(this.instances);
		if (buckets == null) {
			return settings;
		}
		String name = StringUtils.hasText(this.sharedName) ? this.sharedName : bucket;
		return settings.withShared(new RateLimitSettings.Shared(buckets, name, this.sharedTimeout));
	}

	private @Nullable RateLimit toLimit(String prefix) {
		if (this.limit == null) {
			if (this.burst != null) {
				throw new InvalidPropertyException(prefix + ".burst",
						"it applies to a configured limit only: set '" + prefix + ".limit' too");
			}
			return null;
		}
		if (this.burst != null && this.burst > this.limit) {
			throw new InvalidPropertyException(prefix + ".burst", prefix + ".limit",
					"the burst is larger than the limit of a window");
		}
		RateLimit limit = RateLimit.of(this.limit, this.period);
		return (this.burst != null) ? new RateLimit(this.limit, this.period, this.burst) : limit;
	}

}
