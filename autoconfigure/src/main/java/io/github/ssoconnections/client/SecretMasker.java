// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Collection;
import java.util.Comparator;
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
final class SecretMasker {

	private final List<String> secrets;

	private SecretMasker(Set<String> secrets) {
		// The longest first: a shorter one may be a part of it
		this.secrets = secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/**
	 * Return the secrets of a body as it is now.
	 * @param body the body, may be {@code null}
	 * @return the secrets in clear
	 */
	static Set<String> secretsOf(@Nullable Object body) {
		Set<String> secrets = new HashSet<>();
		collect(body, secrets);
		return secrets;
	}

	static SecretMasker of(@Nullable Secret token, Set<String> secrets) {
		Set<String> all = new HashSet<>(secrets);
		collect(token, all);
		return new SecretMasker(all);
	}

	private static void collect(@Nullable Object value, Set<String> secrets) {
		if (value instanceof Secret secret && !secret.value().isEmpty()) {
			secrets.add(secret.value());
		}
		else if (value instanceof ApiBody<?> body) {
			body.fields().values().forEach((field) -> collect(field, secrets));
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach((item) -> collect(item, secrets));
		}
		else if (value instanceof Collection<?> items) {
			items.forEach((item) -> collect(item, secrets));
		}
	}

	ApiVendor.Failure scrub(ApiVendor.Failure failure) {
		List<ApiError> errors = failure.errors().stream().map(this::scrub).toList();
		return new ApiVendor.Failure(errors, scrub(failure.traceId()));
	}

	private ApiError scrub(ApiError error) {
		Map<String, @Nullable Object> meta = new LinkedHashMap<>();
		error.meta().forEach((name, value) -> meta.put(String.valueOf(scrub(name)), scrubValue(value)));
		return new ApiError(scrub(error.code()), scrub(error.message()), scrub(error.longMessage()),
				scrub(error.parameter()), UnknownFields.of(meta));
	}

	private @Nullable Object scrubValue(@Nullable Object value) {
		if (value instanceof String text) {
			return scrub(text);
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> scrubbed = new LinkedHashMap<>();
			map.forEach((name, item) -> scrubbed.put(scrubValue(name), scrubValue(item)));
			return scrubbed;
		}
		return (value instanceof List<?> items) ? items.stream().map(this::scrubValue).toList() : value;
	}

	@Nullable String scrub(@Nullable String text) {
		String scrubbed = text;
		for (String secret : this.secrets) {
			scrubbed = (scrubbed != null) ? scrubbed.replace(secret, Secret.MASK) : null;
		}
		return scrubbed;
	}

}
