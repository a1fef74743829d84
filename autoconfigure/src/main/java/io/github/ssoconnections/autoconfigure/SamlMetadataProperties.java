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
 * Properties of the client for IdP metadata.
 */
@ConfigurationProperties("sso-connections.certificates.metadata")
public class SamlMetadataProperties {

	/**
	 * Total timeout of a fetch, from the DNS lookup until the document is read. 1ms to
	 * 1d.
	 */
	private Duration timeout = Duration.ofSeconds(8);

	/**
	 * IP addresses and ranges such as '10.2.0.0/16' that are allowed in addition to those
	 * of the public Internet.
	 */
	private List<String> allowedAddresses = new ArrayList<>();

	/**
	 * Names of hosts that are allowed whatever their addresses. With a proxy, the proxy
	 * resolves them.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	private final Ssl ssl = new Ssl();

	private final Federation federation = new Federation();

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		checkTimeout(timeout);
		this.timeout = timeout;
	}

	private static void checkTimeout(Duration timeout) {
		Assert.isTrue(timeout.toMillis() >= 1 && timeout.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 1ms and 1d");
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

	public Federation getFederation() {
		return this.federation;
	}

	SamlMetadataSettings toSettings(@Nullable SslBundle sslBundle) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, sslBundle,
				this.federation.urls, this.federation.timeout);
	}

	/**
	 * Properties of TLS.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle with the trusted certificates. By default, those of the
		 * JVM; 'spring.http.clients.ssl.bundle' does not apply, as it may hold a key.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Properties of the metadata of federations.
	 */
	public static class Federation {

		/**
		 * URLs of federation metadata that entities can be fetched from. A document can
		 * have up to 100 MiB, and its signature is not verified. URLs entered by
		 * customers must not be added.
		 */
		private List<String> urls = new ArrayList<>();

		/**
		 * Total timeout of the fetch of an entity. 1ms to 1d.
		 */
		private Duration timeout = Duration.ofSeconds(60);

		public List<String> getUrls() {
			return this.urls;
		}

		public void setUrls(List<String> urls) {
			SamlMetadataSettings.defaults().withFederations(urls);
			this.urls = urls;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			checkTimeout(timeout);
			this.timeout = timeout;
		}

	}

}
