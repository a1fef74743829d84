// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * Bounds of fetching metadata.
 *
 * @param timeout the time that a fetch may take, from looking the name up until the
 * document is read
 * @param allowedAddresses addresses, and ranges of them such as {@code 10.2.0.0/16} that
 * may be connected to besides external ones
 * @param allowedHosts names of hosts whose addresses are not judged
 * @param sslBundle whom to trust, {@code null} for whom the JVM trusts
 * @param federations the URLs of metadata of federations, from which one entity may be
 * fetched: none, unless you name them. None that a customer has entered belongs here
 * @param federationTimeout the time that fetching from such a one may take
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
	 * Return the default bounds: 8 s, external addresses only, whom the JVM trusts, and
	 * no federations.
	 * @return the defaults
	 */
	public static SamlMetadataSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these settings with another time-out.
	 * @param timeout the time that a fetch may take
	 * @return the settings
	 */
	public SamlMetadataSettings withTimeout(Duration timeout) {
		return new SamlMetadataSettings(timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return these settings with addresses that may be connected to besides external
	 * ones.
	 * @param allowedAddresses addresses, and ranges of them such as {@code 10.2.0.0/16}
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedAddresses(List<String> allowedAddresses) {
		return new SamlMetadataSettings(this.timeout, allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return these settings with hosts whose addresses are not judged.
	 * @param allowedHosts names of hosts
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedHosts(List<String> allowedHosts) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, allowedHosts, this.sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return these settings with others to trust.
	 * @param sslBundle whom to trust; a key in it would be shown to whoever asks for one
	 * @return the settings
	 */
	public SamlMetadataSettings withSslBundle(@Nullable SslBundle sslBundle) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, sslBundle,
				this.federations, this.federationTimeout);
	}

	/**
	 * Return these settings with federations, out of whose metadata one entity may be
	 * fetched: with 100 MiB at most instead of 1 MiB, and with another time-out. The
	 * signature of such a document is not verified.
	 * @param urls the URLs of the documents, {@code https} only. None that a customer has
	 * entered belongs here
	 * @return the settings
	 */
	public SamlMetadataSettings withFederations(List<String> urls) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle, urls,
				this.federationTimeout);
	}

	/**
	 * Return these settings with another time-out for federations.
	 * @param federationTimeout the time that fetching from one may take
	 * @return the settings
	 */
	public SamlMetadataSettings withFederationTimeout(Duration federationTimeout) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle,
				this.federations, federationTimeout);
	}

}
