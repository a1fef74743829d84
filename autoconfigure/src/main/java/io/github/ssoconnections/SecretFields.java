// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Names of the fields of both vendors that contain secrets, at any depth. Snake case,
 * kebab case, camel case and Pascal case of a name are equivalent.
 */
public final class SecretFields {

	/** Every text at or below one of these fields is secret. */
	private static final Set<String> OBJECTS = spellings("client_secret", "app_secret", "secret", "signing_key",
			"decryption_key", "admin_access_token", "admin_refresh_token", "twilio_token", "configuration");

	/**
	 * A text in one of these fields is secret; objects with the same name are settings.
	 */
	private static final Set<String> TEXTS = spellings("password", "passphrase", "api_key", "secret_key", "private_key",
			"token", "access_token", "refresh_token", "id_token", "bearer_token", "client_assertion");

	/** Maximum nesting depth, which also ends a cyclic structure. */
	private static final int MAX_DEPTH = 500;

	private SecretFields() {
	}

	/**
	 * Return whether a text in a field is secret.
	 * @param name the name of the field
	 * @return whether it is secret
	 */
	public static boolean isSecret(String name) {
		return OBJECTS.contains(name) || TEXTS.contains(name);
	}

	/**
	 * Return whether every text below a field is secret.
	 * @param name the name of the field
	 * @return whether they are secret
	 */
	public static boolean isSecretObject(String name) {
		return OBJECTS.contains(name);
	}

	/**
	 * Copy fields, converting texts that are secret to {@link Secret}.
	 * @param fields the fields, possibly with nested maps and lists
	 * @return the copy, unmodifiable at every level
	 */
	public static Map<String, @Nullable Object> protect(Map<String, @Nullable Object> fields) {
		return copy(fields, false);
	}

	/**
	 * Convert secret texts of a field to {@link Secret}.
	 * @param name the name of the field
	 * @param value the value, may be {@code null}
	 * @return the value itself if it contains no secret, a copy otherwise
	 */
	public static @Nullable Object protect(String name, @Nullable Object value) {
		boolean secret = OBJECTS.contains(name);
		if (value instanceof String text) {
			return (secret || TEXTS.contains(name)) ? Secret.of(text) : value;
		}
		return (secret || hasSecret(value, TEXTS.contains(name), 0)) ? copy(name, value, secret) : value;
	}

	private static boolean hasSecret(@Nullable Object value, boolean secret, int depth) {
		if (depth > MAX_DEPTH) {
			return false;
		}
		if (value instanceof Map<?, ?> map) {
			return map.entrySet().stream().anyMatch((entry) -> {
				String name = String.valueOf(entry.getKey());
				return OBJECTS.contains(name) || hasSecret(entry.getValue(), TEXTS.contains(name), depth + 1);
			});
		}
		if (value instanceof Collection<?> items) {
			return items.stream().anyMatch((item) -> hasSecret(item, secret, depth + 1));
		}
		return secret && value instanceof String;
	}

	private static Map<String, @Nullable Object> copy(Map<?, ?> map, boolean secret) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			String name = String.valueOf(key);
			copy.put(name, copy(name, value, secret || OBJECTS.contains(name)));
		});
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object copy(String name, @Nullable Object value, boolean secret) {
		if (value instanceof Map<?, ?> map) {
			return copy(map, secret);
		}
		if (value instanceof Collection<?> items) {
			List<@Nullable Object> copy = new ArrayList<>();
			items.forEach((item) -> copy.add(copy(name, item, secret)));
			return Collections.unmodifiableList(copy);
		}
		return (value instanceof String text && (secret || TEXTS.contains(name))) ? Secret.of(text) : value;
	}

	private static Set<String> spellings(String... names) {
		Set<String> spellings = new HashSet<>();
		for (String name : names) {
			String pascal = Arrays.stream(name.split("_")).map(StringUtils::capitalize).collect(Collectors.joining());
			spellings.addAll(List.of(name, name.replace('_', '-'), name.replace("_", ""), name.toUpperCase(Locale.ROOT),
					pascal, StringUtils.uncapitalize(pascal)));
		}
		return Set.copyOf(spellings);
	}

}
