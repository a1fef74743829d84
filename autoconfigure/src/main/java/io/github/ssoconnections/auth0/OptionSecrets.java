// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.http.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Knows which options are secret, by name and at any depth.
 */
final class OptionSecrets {

	/** Every text below one of these is secret. */
	private static final Set<String> NAMES = Set.of("client_secret", "app_secret", "secret", "signing_key",
			"decryptionKey", "admin_access_token", "admin_refresh_token", "twilio_token", "configuration");

	private OptionSecrets() {
	}

	/**
	 * Copy options with their secrets masked by type.
	 * @param options the options, with maps, lists and bodies in them
	 * @return the copy, unmodifiable at every level
	 */
	static Map<String, @Nullable Object> protect(Map<String, @Nullable Object> options) {
		return copy(options, false);
	}

	private static Map<String, @Nullable Object> copy(Map<?, ?> map, boolean secret) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(String.valueOf(name),
				copy(value, secret || NAMES.contains(String.valueOf(name)))));
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object copy(@Nullable Object value, boolean secret) {
		if (value instanceof ApiBody<?> body) {
			return copy(body.fields(), secret);
		}
		if (value instanceof Map<?, ?> map) {
			return copy(map, secret);
		}
		if (value instanceof Collection<?> items) {
			List<@Nullable Object> copy = new ArrayList<>();
			items.forEach((item) -> copy.add(copy(item, secret)));
			return Collections.unmodifiableList(copy);
		}
		return (secret && value instanceof String text) ? Secret.of(text) : value;
	}

}
