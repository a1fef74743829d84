// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.web.server.ServerWebInputException;

/**
 * Bodies of requests in the vendors' names, nulls kept.
 */
public final class WireRequest {

	/** Every text below one of these is secret, whatever the vendor. */
	private static final Set<String> SECRETS = Set.of("client_secret", "signing_key", "decryptionKey",
			"admin_access_token", "admin_refresh_token");

	private WireRequest() {
	}

	/**
	 * Read an object. Secrets in it become {@link Secret}s, so that they are masked
	 * wherever the vendor sends them back.
	 * @param body the body
	 * @return its fields in their order, with {@code null} where the body says so
	 * @throws ServerWebInputException if the body is not a JSON object
	 */
	public static Map<String, @Nullable Object> read(byte @Nullable [] body) {
		if (!(parse(body) instanceof Map<?, ?> fields)) {
			throw new ServerWebInputException("The body must be a JSON object.");
		}
		return protect(fields, false);
	}

	/**
	 * Read a list of objects.
	 * @param body the body
	 * @return the fields of each
	 * @throws ServerWebInputException if the body is not a JSON array of objects
	 */
	public static List<Map<String, @Nullable Object>> readAll(byte @Nullable [] body) {
		if (!(parse(body) instanceof List<?> items) || !items.stream().allMatch(Map.class::isInstance)) {
			throw new ServerWebInputException("The body must be a JSON array of objects.");
		}
		return items.stream().map((item) -> protect((Map<?, ?>) item, false)).toList();
	}

	/**
	 * Read an object into what is sent to the vendor.
	 * @param <B> the type of what is sent
	 * @param target what is sent
	 * @param body the body
	 * @return what is sent, with every field of the body
	 * @throws ServerWebInputException if the body is not a JSON object
	 */
	public static <B extends ApiBody<B>> B fill(B target, byte @Nullable [] body) {
		read(body).forEach(target::set);
		return target;
	}

	private static @Nullable Object parse(byte @Nullable [] body) {
		try {
			return WireJson.mapper().readValue((body != null) ? body : new byte[0], Object.class);
		}
		catch (JacksonException ex) {
			// What it says quotes the body
			return null;
		}
	}

	private static Map<String, @Nullable Object> protect(Map<?, ?> fields, boolean secret) {
		Map<String, @Nullable Object> result = new LinkedHashMap<>();
		fields.forEach((name, value) -> result.put(String.valueOf(name),
				protectValue(value, secret || SECRETS.contains(String.valueOf(name)))));
		return result;
	}

	private static @Nullable Object protectValue(@Nullable Object value, boolean secret) {
		if (value instanceof Map<?, ?> fields) {
			return protect(fields, secret);
		}
		if (value instanceof List<?> items) {
			List<@Nullable Object> result = new ArrayList<>();
			items.forEach((item) -> result.add(protectValue(item, secret)));
			return result;
		}
		return (secret && value instanceof String text) ? Secret.of(text) : value;
	}

}
