// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.util.List;

import io.github.ssoconnections.Secret;

import org.springframework.util.Assert;

/**
 * Settings of {@link ClerkWebhooks}.
 *
 * @param secrets the signing secrets, 1 to 10 of {@code whsec_} and the key in Base64, or
 * the key alone. Several are needed while a secret is rotated, or for several endpoints
 * @param maxBodySize the maximum size of a body, 1 byte to 16 MiB
 */
public record ClerkWebhookSettings(List<Secret> secrets, int maxBodySize) {

	/**
	 * The default of {@link #maxBodySize()}, 1 MiB.
	 */
	public static final int DEFAULT_MAX_BODY_SIZE = 1 << 20;

	/**
	 * The maximum number of secrets.
	 */
	public static final int MAX_SECRETS = 10;

	private static final int GREATEST_BODY_SIZE = 16 << 20;

	public ClerkWebhookSettings {
		Assert.isTrue(secrets != null && !secrets.isEmpty() && secrets.size() <= MAX_SECRETS,
				"'secrets' must have 1 to 10 elements");
		secrets = List.copyOf(secrets);
		secrets.forEach(SigningKey::of);
		Assert.isTrue(maxBodySize >= 1 && maxBodySize <= GREATEST_BODY_SIZE,
				"'maxBodySize' must be between 1 byte and 16 MiB");
	}

	/**
	 * Return settings with the default limits.
	 * @param secrets the signing secrets
	 * @return the settings
	 */
	public static ClerkWebhookSettings of(Secret... secrets) {
		return new ClerkWebhookSettings(List.of(secrets), DEFAULT_MAX_BODY_SIZE);
	}

	/**
	 * Return these settings with another limit.
	 * @param maxBodySize the maximum size of a body, in bytes
	 * @return the settings
	 */
	public ClerkWebhookSettings withMaxBodySize(int maxBodySize) {
		return new ClerkWebhookSettings(this.secrets, maxBodySize);
	}

}
