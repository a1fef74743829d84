// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a connection in a response.
 */
public final class Auth0FieldQuery extends ApiQuery<Auth0FieldQuery> {

	/**
	 * Set the fields. The id is always among them.
	 * @param fields the fields by JSON name, separated by commas, {@code null} for all
	 * @return this query
	 */
	public Auth0FieldQuery fields(@Nullable String fields) {
		return single("fields", fields);
	}

	/**
	 * Set whether the fields are included or excluded.
	 * @param includeFields {@code false} to exclude them, but never the id, {@code null}
	 * for the vendor's default
	 * @return this query
	 */
	public Auth0FieldQuery includeFields(@Nullable Boolean includeFields) {
		return single("include_fields", includeFields);
	}

	Auth0FieldQuery withId() {
		Auth0FieldQuery query = new Auth0FieldQuery();
		FieldSelection.withId(parameters()).forEach((parameter) -> query.addParam(parameter.name(), parameter.value()));
		return query;
	}

}
