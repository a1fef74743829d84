// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a connection comes with.
 */
public final class Auth0FieldQuery extends ApiQuery<Auth0FieldQuery> {

	/**
	 * Name the fields.
	 * @param fields the fields by wire name, separated by commas, {@code null} for all
	 * @return this query
	 */
	public Auth0FieldQuery fields(@Nullable String fields) {
		return single("fields", fields);
	}

	/**
	 * Set whether the connection comes with the fields that are named, or without them.
	 * @param includeFields {@code false} for without, {@code null} to leave it to the
	 * vendor
	 * @return this query
	 */
	public Auth0FieldQuery includeFields(@Nullable Boolean includeFields) {
		return single("include_fields", includeFields);
	}

}
