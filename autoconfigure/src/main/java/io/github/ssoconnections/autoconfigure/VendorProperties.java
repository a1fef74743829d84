// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Properties of an account that all vendors have.
 */
public abstract class VendorProperties {

	/**
	 * Connect timeout. 'spring.http.clients.connect-timeout' takes precedence over the
	 * default. 1ms to 1d.
	 */
	private @Nullable Duration connectTimeout;

	/**
	 * Timeout of one attempt, from connecting to the last byte of the response.
	 * 'spring.http.clients.read-timeout' takes precedence over the default. 1ms to 1d.
	 */
	private @Nullable Duration responseTimeout;

	/**
	 * Total timeout of a call, including retries and backoff. 1ms to 1d.
	 */
	private Duration callTimeout = Duration.ofSeconds(30);

	/**
	 * Maximum size of a response body, decompressed. 1B to 2147483647B.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(16);

	/**
	 * Maximum number of connections to the API.
	 */
	private int maxConnections = 100;

	/**
	 * Maximum number of requests that wait for a connection. Further requests fail at
	 * once.
	 */
	private int maxPendingRequests = 1000;

	@NestedConfigurationProperty
	private final RetryProperties retry = new RetryProperties();

	@NestedConfigurationProperty
	private final RateLimitProperties rateLimit;

	@NestedConfigurationProperty
	private final HealthProperties health = new HealthProperties();

	@NestedConfigurationProperty
	private final Ssl ssl = new Ssl();

	VendorProperties() {
		this(new RateLimitProperties());
	}

	VendorProperties(RateLimitProperties rateLimit) {
		this.rateLimit = rateLimit;
	}

	/**
	 * Return the named accounts.
	 * @return the properties by name of the account
	 */
	public abstract Map<String, ? extends VendorProperties> getAccounts();

	public @Nullable Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(@Nullable Duration connectTimeout) {
		checkTimeout(connectTimeout);
		this.connectTimeout = connectTimeout;
	}

	public @Nullable Duration getResponseTimeout() {
		return this.responseTimeout;
	}

	public void setResponseTimeout(@Nullable Duration responseTimeout) {
		checkTimeout(responseTimeout);
		this.responseTimeout = responseTimeout;
	}

	public Duration getCallTimeout() {
		return this.callTimeout;
	}

	public void setCallTimeout(Duration callTimeout) {
		checkTimeout(callTimeout);
		this.callTimeout = callTimeout;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		Assert.isTrue(maxResponseSize.toBytes() > 0 && maxResponseSize.toBytes() <= Integer.MAX_VALUE,
				"must be at least 1 byte and less than 2 GB");
		this.maxResponseSize = maxResponseSize;
	}

	public int getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(int maxConnections) {
		Assert.isTrue(maxConnections >= 1, "must be at least 1");
		this.maxConnections = maxConnections;
	}

	public int getMaxPendingRequests() {
		return this.maxPendingRequests;
	}

	public void setMaxPendingRequests(int maxPendingRequests) {
		Assert.isTrue(maxPendingRequests >= 1, "must be at least 1");
		this.maxPendingRequests = maxPendingRequests;
	}

	public RetryProperties getRetry() {
		return this.retry;
	}

	public RateLimitProperties getRateLimit() {
		return this.rateLimit;
	}

	public HealthProperties getHealth() {
		return this.health;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	private static void checkTimeout(@Nullable Duration timeout) {
		Assert.isTrue(timeout == null || (timeout.toMillis() >= 1 && timeout.compareTo(Duration.ofDays(1)) <= 0),
				"must be between 1ms and 1d");
	}

	/**
	 * Properties of TLS.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle to use. By default, that of
		 * 'spring.http.clients.ssl.bundle'.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
