// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Masks the secrets of a request in what the vendor says about it: vendors like to repeat
 * the value that they refuse.
 */
final class Scrubber {

	private final Set<String> secrets = new HashSet<>();

	Scrubber(Secret token, @Nullable ApiBody<?> body) {
		collect(token);
		collect(body);
	}

	private void collect(@Nullable Object value) {
		if (value instanceof Secret secret && !secret.value().isEmpty()) {
			this.secrets.add(secret.value());
		}
		else if (value instanceof ApiBody<?> body) {
			body.fields().values().forEach(this::collect);
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach(this::collect);
		}
		else if (value instanceof Collection<?> items) {
			items.forEach(this::collect);
		}
	}

	ApiVendor.Failure scrub(ApiVendor.Failure failure) {
		List<ApiError> errors = failure.errors().stream().map(this::scrub).toList();
		return new ApiVendor.Failure(errors, scrub(failure.traceId()));
	}

	private ApiError scrub(ApiError error) {
		Map<String, @Nullable Object> meta = new LinkedHashMap<>();
		error.meta().forEach((name, value) -> meta.put(name, scrubValue(value)));
		return new ApiError(scrub(error.code()), scrub(error.message()), scrub(error.longMessage()),
				scrub(error.parameter()), UnknownFields.of(meta));
	}

	private @Nullable Object scrubValue(@Nullable Object value) {
		if (value instanceof String text) {
			return scrub(text);
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> scrubbed = new LinkedHashMap<>();
			map.forEach((name, item) -> scrubbed.put(name, scrubValue(item)));
			return scrubbed;
		}
		return (value instanceof List<?> items) ? items.stream().map(this::scrubValue).toList() : value;
	}

	private @Nullable String scrub(@Nullable String text) {
		String scrubbed = text;
		for (String secret : this.secrets) {
			scrubbed = (scrubbed != null) ? scrubbed.replace(secret, Secret.MASK) : null;
		}
		return scrubbed;
	}

}
