// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.QueryParameter;

/**
 * Selection of the fields of connections, which always contains the id.
 */
final class FieldSelection {

	private static final String FIELDS = "fields";

	private static final QueryParameter EXCLUDED = new QueryParameter("include_fields", "false");

	private static final String ID = "id";

	private FieldSelection() {
	}

	/**
	 * Return the parameters of a query that also selects the id.
	 * @param parameters the parameters of the query
	 * @return the parameters to send
	 * @throws IllegalArgumentException if the query excludes the id
	 */
	static List<QueryParameter> withId(List<QueryParameter> parameters) {
		boolean included = !parameters.contains(EXCLUDED);
		return parameters.stream()
			.map((parameter) -> parameter.name().equals(FIELDS) ? withId(parameter, included) : parameter)
			.toList();
	}

	private static QueryParameter withId(QueryParameter fields, boolean included) {
		boolean hasId = Arrays.stream(fields.value().split(",")).map(String::strip).anyMatch(ID::equals);
		Assert.isTrue(included || !hasId, "'fields' must not exclude 'id'");
		return (included && !hasId && !fields.value().isBlank()) ? new QueryParameter(FIELDS, fields.value() + "," + ID)
				: fields;
	}

}
