// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * Unknown fields of a response, in no guaranteed order: JSON objects as {@code Map},
 * arrays as {@code List}, fractions as {@code BigDecimal}, {@code null} as {@code null},
 * and texts with the name of a secret field, such as {@code client_secret}, as
 * {@link Secret}. Unmodifiable. {@code toString()} contains the names only, because any
 * value may be a secret.
 */
public final class UnknownFields extends AbstractMap<String, @Nullable Object> implements Serializable {

	private static final UnknownFields NONE = new UnknownFields(Map.of());

	private final Map<String, @Nullable Object> fields;

	private UnknownFields(Map<String, @Nullable Object> fields) {
		this.fields = fields;
	}

	/**
	 * Return an empty instance.
	 * @return the empty instance
	 */
	public static UnknownFields none() {
		return NONE;
	}

	/**
	 * Create an instance with the given fields.
	 * @param fields the fields by wire name, may be {@code null}
	 * @return an unmodifiable copy
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static UnknownFields of(@Nullable Map<String, @Nullable Object> fields) {
		if (fields == null || fields.isEmpty()) {
			return NONE;
		}
		return new UnknownFields(SecretFields.protect(fields));
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return this.fields.entrySet();
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return this.fields.get(key);
	}

	@Override
	public String toString() {
		return this.fields.keySet().toString();
	}

}
