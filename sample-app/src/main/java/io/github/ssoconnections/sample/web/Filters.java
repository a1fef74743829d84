// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.client.ApiQuery;

import org.springframework.util.MultiValueMap;

/**
 * Passes the filters of a list on as they came: what is absent stays absent, and the
 * vendor validates the values.
 */
public final class Filters {

	private Filters() {
	}

	/**
	 * Pass filters on.
	 * @param <Q> the type of the query
	 * @param given the query parameters of the request
	 * @param query the query to fill
	 * @param names the filters that there are; others are left out
	 * @return the query
	 */
	public static <Q extends ApiQuery<Q>> Q passOn(MultiValueMap<String, String> given, Q query, String... names) {
		for (String name : names) {
			List<String> values = given.getOrDefault(name, List.of()).stream().filter(Objects::nonNull).toList();
			query.param(name, values.toArray());
		}
		return query;
	}

}
