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
 * Masks secrets of a request in the vendor's error messages, which may quote rejected
 * values.
 */
final class SecretMasker {

	private final List<String> secrets;

	private SecretMasker(Set<String> secrets) {
		this.secrets = secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/**
	 * Return the current secrets of a body.
	 * @param body the body, may be {@code null}
	 * @return the secrets in plain text
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

	ApiVendor.Failure mask(ApiVendor.Failure failure) {
		List<ApiError> errors = failure.errors().stream().map(this::mask).toList();
		return new ApiVendor.Failure(errors, mask(failure.traceId()));
	}

	private ApiError mask(ApiError error) {
		Map<String, @Nullable Object> meta = new LinkedHashMap<>();
		error.meta().forEach((name, value) -> meta.put(String.valueOf(mask(name)), maskValue(value)));
		return new ApiError(mask(error.code()), mask(error.message()), mask(error.longMessage()),
				mask(error.parameter()), UnknownFields.of(meta));
	}

	private @Nullable Object maskValue(@Nullable Object value) {
		if (value instanceof String text) {
			return mask(text);
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> masked = new LinkedHashMap<>();
			map.forEach((name, item) -> masked.put(maskValue(name), maskValue(item)));
			return masked;
		}
		return (value instanceof List<?> items) ? items.stream().map(this::maskValue).toList() : value;
	}

	@Nullable String mask(@Nullable String text) {
		String masked = text;
		for (String secret : this.secrets) {
			masked = (masked != null) ? masked.replace(secret, Secret.MASK) : null;
		}
		return masked;
	}

}
