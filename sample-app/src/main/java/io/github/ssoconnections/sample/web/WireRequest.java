// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.http.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

import org.springframework.web.server.ServerWebInputException;

/**
 * Bodies of requests in the vendors' names, nulls kept.
 */
public final class WireRequest {

	private static final String CLIENT_SECRET = "client_secret";

	private static final TypeReference<@Nullable LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {
	};

	private WireRequest() {
	}

	/**
	 * Read a body. Client secrets in it become {@link Secret}s, so that they are masked
	 * wherever the vendor repeats them.
	 * @param body the body
	 * @return its fields in their order, with {@code null} where the body says so
	 * @throws ServerWebInputException if the body is not a JSON object
	 */
	public static Map<String, @Nullable Object> read(byte @Nullable [] body) {
		Map<String, @Nullable Object> fields = parse((body != null) ? body : new byte[0]);
		if (fields == null) {
			throw notAnObject();
		}
		return protectFields(fields);
	}

	private static @Nullable Map<String, @Nullable Object> parse(byte[] body) {
		try {
			return WireJson.mapper().readValue(body, FIELDS);
		}
		catch (JacksonException ex) {
			// Without the cause: it quotes the body
			throw notAnObject();
		}
	}

	private static ServerWebInputException notAnObject() {
		return new ServerWebInputException("The body must be a JSON object.");
	}

	private static Map<String, @Nullable Object> protectFields(Map<?, ?> fields) {
		Map<String, @Nullable Object> result = new LinkedHashMap<>();
		fields.forEach((name, value) -> {
			boolean secret = CLIENT_SECRET.equals(name) && value instanceof String;
			result.put(String.valueOf(name), (secret) ? Secret.of(String.valueOf(value)) : protect(value));
		});
		return result;
	}

	private static @Nullable Object protect(@Nullable Object value) {
		if (value instanceof Map<?, ?> fields) {
			return protectFields(fields);
		}
		if (value instanceof List<?> items) {
			List<@Nullable Object> result = new ArrayList<>();
			items.forEach((item) -> result.add(protect(item)));
			return result;
		}
		return value;
	}

}
