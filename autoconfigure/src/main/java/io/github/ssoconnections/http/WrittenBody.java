// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A body as it was when the call was made, so that later changes to it have no effect.
 */
final class WrittenBody {

	private final byte[] json;

	private final Set<String> secrets;

	private final List<String> fields;

	private WrittenBody(byte[] json, Set<String> secrets, List<String> fields) {
		this.json = json;
		this.secrets = secrets;
		this.fields = fields;
	}

	static @Nullable WrittenBody of(@Nullable Object body) {
		if (body == null) {
			return null;
		}
		Set<String> fields = new LinkedHashSet<>();
		for (Object item : (body instanceof List<?> items) ? items : List.of(body)) {
			addFields("", (ApiBody<?>) item, fields);
		}
		try {
			return new WrittenBody(WireJson.mapper().writeValueAsBytes(body), Scrubber.secretsOf(body),
					List.copyOf(fields));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"The body cannot be written as JSON; one of " + fields + " holds what JSON has no form for");
		}
	}

	// Objects that are no bodies of ours may be keyed by data, and are not looked into
	private static void addFields(String prefix, ApiBody<?> body, Set<String> fields) {
		body.fields().forEach((field, value) -> {
			if (value instanceof ApiBody<?> inner && !inner.fields().isEmpty()) {
				addFields(prefix + field + ".", inner, fields);
			}
			else {
				fields.add(prefix + field);
			}
		});
	}

	byte[] json() {
		return this.json;
	}

	/**
	 * Return the secrets in the body.
	 * @return the secrets in clear
	 */
	Set<String> secrets() {
		return this.secrets;
	}

	/**
	 * Return the names of the fields in the body.
	 * @return the names, in dotted form
	 */
	List<String> fields() {
		return this.fields;
	}

}
