// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * A SCIM configuration to be created, where both may be left to Auth0, or a change to
 * one, where Auth0 requires both.
 */
public final class ScimSettings extends ApiBody<ScimSettings> {

	/**
	 * Set the SCIM attribute that makes the id of the user.
	 * @param userIdAttribute the attribute, may be {@code null}
	 * @return this body
	 */
	public ScimSettings userIdAttribute(@Nullable String userIdAttribute) {
		return put("user_id_attribute", userIdAttribute);
	}

	/**
	 * Set which SCIM attribute fills which field of the user: the whole list.
	 * @param mapping the mapping, may be {@code null}
	 * @return this body
	 */
	public ScimSettings mapping(@Nullable List<ScimMapping> mapping) {
		return put("mapping", mapping);
	}

	/**
	 * Set which SCIM attribute fills which field of the user: the whole list.
	 * @param mapping the first one
	 * @param furtherMappings the other ones
	 * @return this body
	 */
	public ScimSettings mapping(ScimMapping mapping, ScimMapping... furtherMappings) {
		return mapping(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

}
