// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookSettings;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the webhooks that Clerk sends.
 */
public class ClerkWebhookProperties {

	static final String LIST = "secrets";

	static final String SECRETS = "webhooks." + LIST;

	/**
	 * Signing secrets of the endpoints, 'whsec_…', at most 10. Several are needed while a
	 * secret is rotated, or for several endpoints. Blank ones are ignored; without any,
	 * there is no ClerkWebhooks bean.
	 */
	private List<String> secrets = new ArrayList<>();

	/**
	 * Maximum size of the body of a webhook. 1B to 16777216B.
	 */
	private DataSize maxBodySize = DataSize.ofMegabytes(1);

	@JsonSerialize(contentUsing = Secret.MaskingSerializer.class)
	public List<String> getSecrets() {
		return this.secrets;
	}

	public void setSecrets(List<String> secrets) {
		this.secrets = secrets;
	}

	public DataSize getMaxBodySize() {
		return this.maxBodySize;
	}

	public void setMaxBodySize(DataSize maxBodySize) {
		Assert.isTrue(maxBodySize.toBytes() >= 1 && maxBodySize.compareTo(DataSize.ofMegabytes(16)) <= 0,
				"must be between 1B and 16777216B");
		this.maxBodySize = maxBodySize;
	}

	boolean isConfigured() {
		return this.secrets.stream().anyMatch(StringUtils::hasText);
	}

	/**
	 * Return the settings.
	 * @param prefix the prefix of the properties of the account
	 * @return the settings
	 */
	ClerkWebhookSettings toSettings(String prefix) {
		String property = prefix + "." + SECRETS;
		List<Secret> secrets = new ArrayList<>();
		for (int i = 0; i < this.secrets.size(); i++) {
			if (StringUtils.hasText(this.secrets.get(i))) {
				secrets.add(secret(property + "[" + i + "]", this.secrets.get(i)));
			}
		}
		try {
			return new ClerkWebhookSettings(secrets, Math.toIntExact(this.maxBodySize.toBytes()));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, String.valueOf(ex.getMessage()));
		}
	}

	private static Secret secret(String property, String value) {
		Secret secret = Secret.of(RequiredProperty.text(property, value));
		try {
			ClerkWebhookSettings.of(secret);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, String.valueOf(ex.getMessage())
					+ ", as in Clerk's dashboard, under 'Webhooks', in the settings of the endpoint");
		}
		return secret;
	}

}
