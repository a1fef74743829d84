// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.RetryPolicy;
import io.github.ssoconnections.client.transport.ConnectionPool;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates the HTTP client and the settings of a vendor from its properties.
 */
final class VendorClients {

	private final HttpTransport transport;

	private final ApplicationWebClient webClient;

	private final ObjectProvider<VendorWebClientCustomizer> customizers;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<RetryPolicy> retryPolicy;

	private final ObjectProvider<AsyncProxyManager<String>> buckets;

	VendorClients(HttpTransport transport, ApplicationWebClient webClient,
			ObjectProvider<VendorWebClientCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RetryPolicy> retryPolicy, ObjectProvider<AsyncProxyManager<String>> buckets) {
		this.transport = transport;
		this.webClient = webClient;
		this.customizers = customizers;
		this.sslBundles = sslBundles;
		this.retryPolicy = retryPolicy;
		this.buckets = buckets;
	}

	/**
	 * Create a copy of the application's builder with a connection pool for the account.
	 * No connection is opened before the first request.
	 * @param account the account
	 * @param properties its properties
	 * @return the builder
	 */
	WebClient.Builder builder(Account account, VendorProperties properties) {
		String sslProperty = account.property("ssl.bundle");
		String bundle = RequiredProperty.sslBundle(sslProperty, properties.getSsl().getBundle(), this.sslBundles);
		ConnectionPool defaults = ConnectionPool.defaults();
		// Longer than an attempt, for attempts that have timed out
		ConnectionPool pool = new ConnectionPool(poolName(defaults.name(), account), properties.getMaxConnections(),
				properties.getMaxPendingRequests(), responseTimeout(properties).plusSeconds(1), defaults.maxIdleTime(),
				defaults.maxLifeTime());
		WebClient.Builder builder = this.webClient.builder();
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(account, builder));
		return builder
			.clientConnector(this.transport.connector(pool, properties.getConnectTimeout(), sslProperty, bundle));
	}

	/**
	 * Create the settings of a client.
	 * @param account the account
	 * @param properties its properties
	 * @return the settings
	 */
	ApiClientSettings settings(Account account, VendorProperties properties) {
		String prefix = account.propertyPrefix();
		Duration responseTimeout = responseTimeout(properties);
		checkTimeouts(prefix, properties, responseTimeout);
		return ApiClientSettings.defaults()
			.withTimeouts(responseTimeout, properties.getCallTimeout())
			.withMaxResponseSize(properties.getMaxResponseSize())
			.withRetryPolicy(this.retryPolicy.getIfUnique(() -> properties.getRetry().toPolicy(prefix + ".retry")))
			.withRetryBudget(properties.getRetry().getBudget())
			.withRateLimit(
					properties.getRateLimit().toSettings(prefix, bucketName(account), this.buckets.getIfUnique()));
	}

	private static String poolName(String prefix, Account account) {
		String name = prefix + "-" + account.vendor();
		return account.isDefault() ? name : name + "-" + account.name();
	}

	private static String bucketName(Account account) {
		String name = "sso-connections:" + account.vendor();
		return account.isDefault() ? name : name + ":" + account.name();
	}

	private Duration responseTimeout(VendorProperties properties) {
		return this.transport.responseTimeout(properties.getResponseTimeout());
	}

	private static void checkTimeouts(String prefix, VendorProperties properties, Duration responseTimeout) {
		String connect = prefix + ".connect-timeout";
		String response = prefix + ".response-timeout";
		String call = prefix + ".call-timeout";
		RequiredProperty.notLonger(response, properties.getResponseTimeout(), call, properties.getCallTimeout());
		RequiredProperty.notLonger(connect, properties.getConnectTimeout(), response, responseTimeout);
		RequiredProperty.notLonger(connect, properties.getConnectTimeout(), call, properties.getCallTimeout());
	}

}
