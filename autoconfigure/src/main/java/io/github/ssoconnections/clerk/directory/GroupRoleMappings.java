// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;

/**
 * Complete list of the roles of the groups of a directory. Clerk requires the list.
 */
public final class GroupRoleMappings extends ApiBody<GroupRoleMappings> {

	/**
	 * Set the mappings. Their order is the precedence.
	 * @param mappings the mappings, without precedence and display name; none to remove
	 * all mappings
	 * @return this body
	 */
	public GroupRoleMappings mappings(List<NewGroupRoleMapping> mappings) {
		Assert.notNull(mappings, "'mappings' must not be null");
		Assert.noNullElements(mappings, "'mappings' must not contain null");
		for (NewGroupRoleMapping mapping : mappings) {
			Assert.isTrue(!mapping.isSet("precedence"), "'precedence' must not be set: the order of the list counts");
		}
		return put("mappings", List.copyOf(mappings));
	}

	/**
	 * Set the mappings. Their order is the precedence.
	 * @param mapping the first mapping
	 * @param furtherMappings the other mappings
	 * @return this body
	 */
	public GroupRoleMappings mappings(NewGroupRoleMapping mapping, NewGroupRoleMapping... furtherMappings) {
		return mappings(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

}
