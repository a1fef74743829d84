// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a new self-service profile and of a patch.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class SelfServiceProfileBody<B extends SelfServiceProfileBody<B>> extends ApiBody<B>
		permits NewSelfServiceProfile, SelfServiceProfilePatch {

	private static final int MAX_NAME = 100;

	private static final int MAX_DESCRIPTION = 140;

	SelfServiceProfileBody() {
	}

	/**
	 * Set the name.
	 * @param name 1 to 100 characters, may be {@code null}
	 * @return this body
	 */
	public B name(@Nullable String name) {
		Assert.isTrue(name == null || (!name.isEmpty() && name.length() <= MAX_NAME),
				"'name' must be 1 to 100 characters");
		return put("name", name);
	}

	/**
	 * Set the description.
	 * @param description 1 to 140 characters, may be {@code null}
	 * @return this body
	 */
	public B description(@Nullable String description) {
		Assert.isTrue(description == null || (!description.isEmpty() && description.length() <= MAX_DESCRIPTION),
				"'description' must be 1 to 140 characters");
		return put("description", description);
	}

	/**
	 * Set the logo and the color of the assistant.
	 * @param branding the branding, may be {@code null}
	 * @return this body
	 */
	public B branding(@Nullable SelfServiceBranding branding) {
		return put("branding", branding);
	}

	/**
	 * Set the strategies that the administrator may choose from.
	 * @param allowedStrategies the strategies, at least one, such as {@code samlp} and
	 * {@code okta-samlp}; may be {@code null}
	 * @return this body
	 */
	public B allowedStrategies(@Nullable List<String> allowedStrategies) {
		Assert.isTrue(allowedStrategies == null || !allowedStrategies.isEmpty(),
				"'allowedStrategies' must not be empty");
		return put("allowed_strategies", allowedStrategies);
	}

	/**
	 * Set the attributes that the administrator maps.
	 * @param userAttributes the attributes, may be {@code null}
	 * @return this body
	 */
	public B userAttributes(@Nullable List<SelfServiceUserAttribute> userAttributes) {
		return put("user_attributes", userAttributes);
	}

	/**
	 * Set the user attribute profile, which is early access at Auth0.
	 * @param userAttributeProfileId the id, may be {@code null}
	 * @return this body
	 */
	public B userAttributeProfileId(@Nullable String userAttributeProfileId) {
		return put("user_attribute_profile_id", userAttributeProfileId);
	}

}
