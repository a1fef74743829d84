// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * New organization. The name is required.
 */
public final class NewOrganization extends ApiBody<NewOrganization> {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");

	private static final int MAX_DISPLAY_NAME = 255;

	private static final int MAX_METADATA = 25;

	/**
	 * Set the name, unique in the tenant.
	 * @param name 1 to 50 lower-case letters, digits, hyphens and underscores, beginning
	 * with a letter or digit, may be {@code null}
	 * @return this body
	 */
	public NewOrganization name(@Nullable String name) {
		Assert.isTrue(name == null || NAME.matcher(name).matches(),
				"'name' must be 1 to 50 lower-case letters, digits, hyphens and underscores");
		return put("name", name);
	}

	/**
	 * Set the name on the login page.
	 * @param displayName 1 to 255 characters, may be {@code null}
	 * @return this body
	 */
	public NewOrganization displayName(@Nullable String displayName) {
		Assert.isTrue(displayName == null || (!displayName.isEmpty() && displayName.length() <= MAX_DISPLAY_NAME),
				"'displayName' must be 1 to 255 characters");
		return put("display_name", displayName);
	}

	/**
	 * Set the application's own metadata of the organization.
	 * @param metadata at most 25 entries, with values of at most 255 characters, may be
	 * {@code null}
	 * @return this body
	 */
	public NewOrganization metadata(@Nullable Map<String, @Nullable String> metadata) {
		Assert.isTrue(metadata == null || metadata.size() <= MAX_METADATA,
				"'metadata' must not have more than 25 entries");
		return put("metadata", metadata);
	}

}
