// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a group to a role, to be created. Clerk requires a group and a role.
 */
public final class NewGroupRoleMapping extends ApiBody<NewGroupRoleMapping> {

	/**
	 * Set the group.
	 * @param directoryGroupId the id of the group at the IdP, may be {@code null}
	 * @return this body
	 */
	public NewGroupRoleMapping directoryGroupId(@Nullable String directoryGroupId) {
		return put("directory_group_id", directoryGroupId);
	}

	/**
	 * Set the display name of the group. Accepted by the creation of a directory only.
	 * @param directoryGroupDisplayName the name, at most 255 characters, may be
	 * {@code null}
	 * @return this body
	 */
	public NewGroupRoleMapping directoryGroupDisplayName(@Nullable String directoryGroupDisplayName) {
		return put("directory_group_display_name", directoryGroupDisplayName);
	}

	/**
	 * Set the role of the members of the group.
	 * @param roleId the id of the organization role, may be {@code null}
	 * @return this body
	 */
	public NewGroupRoleMapping roleId(@Nullable String roleId) {
		return put("role_id", roleId);
	}

	/**
	 * Set the precedence: the lowest one counts for a member of several groups. Not
	 * accepted by a replacement, which goes by the order of the list.
	 * @param precedence 1 or more, may be {@code null}; the next one if it is not set
	 * @return this body
	 */
	public NewGroupRoleMapping precedence(@Nullable Integer precedence) {
		Assert.isTrue(precedence == null || precedence >= 1, "'precedence' must be at least 1");
		return put("precedence", precedence);
	}

}
