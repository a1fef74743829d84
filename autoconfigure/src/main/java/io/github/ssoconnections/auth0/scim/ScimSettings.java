// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a SCIM configuration. Both are optional in a creation, and required in an
 * update.
 */
public final class ScimSettings extends ApiBody<ScimSettings> {

	/**
	 * Set the SCIM attribute of the user id.
	 * @param userIdAttribute the attribute, may be {@code null}
	 * @return this body
	 */
	public ScimSettings userIdAttribute(@Nullable String userIdAttribute) {
		return put("user_id_attribute", userIdAttribute);
	}

	/**
	 * Set the SCIM attributes of the user fields, as a complete list.
	 * @param mapping the mapping, may be {@code null}
	 * @return this body
	 */
	public ScimSettings mapping(@Nullable List<ScimMapping> mapping) {
		return put("mapping", mapping);
	}

	/**
	 * Set the SCIM attributes of the user fields, as a complete list.
	 * @param mapping the first mapping
	 * @param furtherMappings the other mappings
	 * @return this body
	 */
	public ScimSettings mapping(ScimMapping mapping, ScimMapping... furtherMappings) {
		return mapping(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

}
