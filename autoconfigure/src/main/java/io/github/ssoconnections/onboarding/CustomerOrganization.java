// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * The organization of a customer at the vendor: one that exists, or one to be created
 * unless it exists.
 *
 * @param id the vendor's id of an organization that exists; {@code null} for one to be
 * created
 * @param name the unique name of the organization to be created: the slug at Clerk, the
 * name at Auth0; {@code null} for one that exists
 * @param displayName the display name of the organization to be created; {@code null} for
 * one that exists
 */
public record CustomerOrganization(@Nullable String id, @Nullable String name, @Nullable String displayName) {

	public CustomerOrganization {
		Assert.isTrue((id != null) != (name != null), "Either 'id' or 'name' must be set");
		Assert.isTrue(name == null || name.matches("[a-z0-9][a-z0-9-]{0,49}"),
				"'name' must be 1 to 50 characters a-z, 0-9 and '-', beginning with a letter or digit");
	}

	/**
	 * Return an organization that exists.
	 * @param id the vendor's id
	 * @return the organization
	 */
	public static CustomerOrganization existing(String id) {
		Assert.hasText(id, "'id' must not be empty");
		return new CustomerOrganization(id, null, null);
	}

	/**
	 * Return an organization to be created unless one of the name exists.
	 * @param name 1 to 50 characters a-z, 0-9 and '-', unique within the account
	 * @param displayName the display name
	 * @return the organization
	 */
	public static CustomerOrganization named(String name, String displayName) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.hasText(displayName, "'displayName' must not be empty");
		return new CustomerOrganization(null, name, displayName);
	}

}
