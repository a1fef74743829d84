// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * A directory to be created. Clerk requires an enterprise connection and a provider.
 */
public final class NewDirectory extends ApiBody<NewDirectory> {

	/**
	 * Set the enterprise connection whose users are provisioned.
	 * @param enterpriseConnectionId the id of the enterprise connection, may be
	 * {@code null}
	 * @return this body
	 */
	public NewDirectory enterpriseConnectionId(@Nullable String enterpriseConnectionId) {
		return put("enterprise_connection_id", enterpriseConnectionId);
	}

	/**
	 * Set the name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public NewDirectory name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set the IdP.
	 * @param provider the provider, may be {@code null}; the vendor's document has no
	 * list of values
	 * @return this body
	 */
	public NewDirectory provider(@Nullable String provider) {
		return put("provider", provider);
	}

	/**
	 * Set the roles of groups.
	 * @param groupRoleMappings the mappings; without precedence, their order is that of
	 * the list; may be {@code null}
	 * @return this body
	 */
	public NewDirectory groupRoleMappings(@Nullable List<NewGroupRoleMapping> groupRoleMappings) {
		return put("group_role_mappings", groupRoleMappings);
	}

	/**
	 * Set the roles of groups.
	 * @param mapping the first mapping
	 * @param furtherMappings the other mappings
	 * @return this body
	 */
	public NewDirectory groupRoleMappings(NewGroupRoleMapping mapping, NewGroupRoleMapping... furtherMappings) {
		return groupRoleMappings(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

}
