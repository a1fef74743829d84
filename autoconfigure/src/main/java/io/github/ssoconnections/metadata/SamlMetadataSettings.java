// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * Settings for fetching metadata.
 *
 * @param timeout the timeout of a fetch, including name resolution and parsing
 * @param allowedAddresses additional allowed addresses, or address ranges such as
 * {@code 10.2.0.0/16}
 * @param allowedHosts names of hosts whose addresses are not checked
 * @param sslBundle the SSL bundle with the trust store, {@code null} for that of the JVM
 * @param federations the URLs of federation metadata, empty by default. Must not contain
 * URLs from untrusted sources
 * @param federationTimeout the timeout of a fetch from a federation
 */
public record SamlMetadataSettings(Duration timeout, List<String> allowedAddresses, List<String> allowedHosts,
		@Nullable SslBundle sslBundle, List<String> federations, Duration federationTimeout) {

	private static final SamlMetadataSettings DEFAULTS = new SamlMetadataSettings(Duration.ofSeconds(8), List.of(),
			List.of(), null, List.of(), Duration.ofSeconds(60));

	public SamlMetadataSettings {
		Assert.isTrue(isTimeout(timeout), "'timeout' must be between 1 ms and 1 day");
		Assert.isTrue(isTimeout(federationTimeout), "'federationTimeout' must be between 1 ms and 1 day");
		allowedAddresses = List.copyOf(allowedAddresses);
		allowedAddresses.forEach(ExternalAddresses::check);
		allowedHosts = List.copyOf(allowedHosts);
		allowedHosts.forEach(MetadataUrl::checkName);
		federations = List.copyOf(federations);
		federations.forEach(MetadataUrl::parse);
	}

	private static boolean isTimeout(Duration timeout) {
		return timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(Duration.ofDays(1)) <= 0;
	}

	/**
	 * Return the default settings: 8 s, external addresses only, the trust store of the
	 * JVM, and no federations.
	 * @return the defaults
	 */
	public static SamlMetadataSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy of these settings with another timeout.
	 * @param timeout the timeout of a fetch
	 * @return the settings
	 */
	public SamlMetadataSettings withTimeout(Duration timeout) {
		return new SamlMetadataSettings(timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return a copy of these settings with additional allowed addresses.
	 * @param allowedAddresses addresses, or address ranges such as {@code 10.2.0.0/16}
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedAddresses(List<String> allowedAddresses) {
		return new SamlMetadataSettings(this.timeout, allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return a copy of these settings with hosts whose addresses are not checked.
	 * @param allowedHosts names of hosts
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedHosts(List<String> allowedHosts) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return a copy of these settings with an SSL bundle.
	 * @param sslBundle the SSL bundle with the trust store; a key in it is used for
	 * client authentication at any server that requests it
	 * @return the settings
	 */
	public SamlMetadataSettings withSslBundle(@Nullable SslBundle sslBundle) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return a copy of these settings with federations, whose documents are limited to
	 * 100 MiB instead of 1 MiB and have a separate timeout. Their signatures are not
	 * verified.
	 * @param urls the URLs of the documents, {@code https} only. Must not contain URLs
	 * from untrusted sources
	 * @return the settings
	 */
	public SamlMetadataSettings withFederations(List<String> urls) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle, urls,
				this.federationTimeout);
	}

	/**
	 * Return a copy of these settings with another timeout for federations.
	 * @param federationTimeout the timeout of a fetch from a federation
	 * @return the settings
	 */
	public SamlMetadataSettings withFederationTimeout(Duration federationTimeout) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, federationTimeout);
	}

}
