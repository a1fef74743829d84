// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * An organization to be created. Clerk requires a name.
 */
public final class NewOrganization extends ApiBody<NewOrganization> {

	private static final int MAX_NAME_LENGTH = 256;

	/**
	 * Set the name.
	 * @param name the name, at most 256 characters, without URLs and HTML, may be
	 * {@code null}
	 * @return this body
	 */
	public NewOrganization name(@Nullable String name) {
		Assert.isTrue(name == null || name.length() <= MAX_NAME_LENGTH, "'name' must not exceed 256 characters");
		return put("name", name);
	}

	/**
	 * Set the slug, which is unique within the account. Requires that slugs are enabled
	 * in the organization settings of the account.
	 * @param slug the slug: lower-case letters out of a-z, digits and dashes, may be
	 * {@code null}
	 * @return this body
	 */
	public NewOrganization slug(@Nullable String slug) {
		Assert.isTrue(slug == null || slug.matches("[a-z0-9-]+"), "'slug' must consist of a-z, 0-9 and '-'");
		return put("slug", slug);
	}

	/**
	 * Set the user who becomes the administrator of the organization.
	 * @param createdBy the id of the user, may be {@code null}
	 * @return this body
	 */
	public NewOrganization createdBy(@Nullable String createdBy) {
		return put("created_by", createdBy);
	}

	/**
	 * Set the maximum number of members.
	 * @param maxAllowedMemberships the number, 0 or more, may be {@code null}
	 * @return this body
	 */
	public NewOrganization maxAllowedMemberships(@Nullable Integer maxAllowedMemberships) {
		Assert.isTrue(maxAllowedMemberships == null || maxAllowedMemberships >= 0,
				"'maxAllowedMemberships' must not be negative");
		return put("max_allowed_memberships", maxAllowedMemberships);
	}

	/**
	 * Set the metadata that clients can read.
	 * @param publicMetadata the metadata, may be {@code null}
	 * @return this body
	 */
	public NewOrganization publicMetadata(@Nullable Map<String, ?> publicMetadata) {
		return put("public_metadata", publicMetadata);
	}

	/**
	 * Set the metadata that only the Backend API can read.
	 * @param privateMetadata the metadata, may be {@code null}
	 * @return this body
	 */
	public NewOrganization privateMetadata(@Nullable Map<String, ?> privateMetadata) {
		return put("private_metadata", privateMetadata);
	}

	/**
	 * Set the role set.
	 * @param roleSetKey the key of the role set, may be {@code null}
	 * @return this body
	 */
	public NewOrganization roleSetKey(@Nullable String roleSetKey) {
		return put("role_set_key", roleSetKey);
	}

}
