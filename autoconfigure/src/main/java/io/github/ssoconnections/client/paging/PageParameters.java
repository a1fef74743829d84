// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.List;
import java.util.Set;

import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query for a page.
 */
final class PageParameters {

	private final List<QueryParameter> parameters;

	PageParameters(ApiQuery<?> query) {
		this.parameters = query.parameters();
	}

	long number(String name, long otherwise) {
		String value = text(name);
		return (value != null) ? Long.parseLong(value) : otherwise;
	}

	@Nullable String text(String name) {
		return this.parameters.stream()
			.filter((parameter) -> parameter.name().equals(name))
			.map(QueryParameter::value)
			.findFirst()
			.orElse(null);
	}

	List<QueryParameter> without(Set<String> paging) {
		return this.parameters.stream().filter((parameter) -> !paging.contains(parameter.name())).toList();
	}

}
