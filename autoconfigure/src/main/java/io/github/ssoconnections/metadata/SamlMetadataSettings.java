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
 * @param timeout the time that a fetch may take, from looking the name up to the last
 * byte
 * @param allowedAddresses addresses, and ranges of them such as {@code 10.2.0.0/16} that
 * may be connected to besides external ones
 * @param allowedHosts names of hosts whose addresses are not judged
 * @param sslBundle whom to trust, {@code null} for whom the JVM trusts
 */
public record SamlMetadataSettings(Duration timeout, List<String> allowedAddresses, List<String> allowedHosts,
		@Nullable SslBundle sslBundle) {

	private static final SamlMetadataSettings DEFAULTS = new SamlMetadataSettings(Duration.ofSeconds(8), List.of(),
			List.of(), null);

	public SamlMetadataSettings {
		Assert.isTrue(timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(Duration.ofDays(1)) <= 0,
				"'timeout' must be between 1 ms and 1 day");
		allowedAddresses = List.copyOf(allowedAddresses);
		allowedAddresses.forEach(ExternalAddresses::check);
		allowedHosts = List.copyOf(allowedHosts);
		allowedHosts.forEach(MetadataUrl::checkName);
	}

	/**
	 * Return the default bounds: 8 s, external addresses only, and whom the JVM trusts.
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
		return new SamlMetadataSettings(timeout, this.allowedAddresses, this.allowedHosts, this.sslBundle);
	}

	/**
	 * Return these settings with addresses that may be connected to besides external
	 * ones.
	 * @param allowedAddresses addresses, and ranges of them such as {@code 10.2.0.0/16}
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedAddresses(List<String> allowedAddresses) {
		return new SamlMetadataSettings(this.timeout, allowedAddresses, this.allowedHosts, this.sslBundle);
	}

	/**
	 * Return these settings with hosts whose addresses are not judged.
	 * @param allowedHosts names of hosts
	 * @return the settings
	 */
	public SamlMetadataSettings withAllowedHosts(List<String> allowedHosts) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, allowedHosts, this.sslBundle);
	}

	/**
	 * Return these settings with others to trust.
	 * @param sslBundle whom to trust; a key in it would be shown to whoever asks for one
	 * @return the settings
	 */
	public SamlMetadataSettings withSslBundle(@Nullable SslBundle sslBundle) {
		return new SamlMetadataSettings(this.timeout, this.allowedAddresses, this.allowedHosts, sslBundle);
	}

}
