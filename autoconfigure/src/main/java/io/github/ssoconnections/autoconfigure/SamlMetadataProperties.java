// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.metadata.SamlMetadataSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * Properties of fetching the metadata of IdPs.
 */
@ConfigurationProperties("sso-connections.certificates.metadata")
public class SamlMetadataProperties {

	/**
	 * Time that fetching a document may take, from looking the name up to the last byte.
	 */
	private Duration timeout = Duration.ofSeconds(8);

	/**
	 * IP addresses, and ranges of them such as '10.2.0.0/16', that may be connected to
	 * besides those of the public Internet.
	 */
	private List<String> allowedAddresses = new ArrayList<>();

	/**
	 * Names of hosts that may be connected to whatever their addresses. Through a proxy,
	 * it is the proxy that looks them up.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	private final Ssl ssl = new Ssl();

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		Assert.isTrue(timeout.toMillis() >= 1 && timeout.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 1ms and 1d");
		this.timeout = timeout;
	}

	public List<String> getAllowedAddresses() {
		return this.allowedAddresses;
	}

	public void setAllowedAddresses(List<String> allowedAddresses) {
		SamlMetadataSettings.defaults().withAllowedAddresses(allowedAddresses);
		this.allowedAddresses = allowedAddresses;
	}

	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	public void setAllowedHosts(List<String> allowedHosts) {
		SamlMetadataSettings.defaults().withAllowedHosts(allowedHosts);
		this.allowedHosts = allowedHosts;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	SamlMetadataSettings toSettings(@Nullable SslBundle sslBundle) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, sslBundle);
	}

	/**
	 * Properties of TLS.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle that says whom to trust. By default, whom the JVM
		 * trusts; 'spring.http.clients.ssl.bundle' does not apply, as it may hold a key.
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
