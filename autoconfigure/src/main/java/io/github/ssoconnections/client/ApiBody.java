// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SecretFields;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request, or a nested object: an ordered map of the fields that were set. A
 * setter that was not called sends nothing; a setter that was called with {@code null}
 * sends {@code null}. Required fields are validated by the vendor only. Not thread-safe;
 * a service reads the body when it is called, so that later changes do not affect that
 * call.
 *
 * @param <B> the type of the body itself
 */
public abstract class ApiBody<B extends ApiBody<B>> {

	private static final int MAX_PRINTED = 80;

	private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

	/**
	 * Fields set through {@link #set}, whose values may be secret and are not printed.
	 */
	private final Set<String> additional = new LinkedHashSet<>();

	/**
	 * Set an additional field, which this version has no setter for. The value is written
	 * as JSON: text, numbers, booleans, maps, lists and {@code null}, or a
	 * {@link Secret}. A text with the name of a secret field, such as
	 * {@code client_secret}, becomes a {@link Secret}, also within maps and lists.
	 * @param field the wire name
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	public B set(String field, @Nullable Object value) {
		Assert.hasText(field, "'field' must not be empty");
		return keep(field, value);
	}

	/**
	 * Set a known field.
	 * @param field the wire name
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	protected final B put(String field, @Nullable Object value) {
		this.additional.remove(field);
		this.fields.put(field, SecretFields.protect(field, value));
		return self();
	}

	/**
	 * Keep a field with the value that the vendor returned.
	 * @param field the wire name
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	protected final B keep(String field, @Nullable Object value) {
		this.additional.add(field);
		this.fields.put(field, SecretFields.protect(field, value));
		return self();
	}

	/**
	 * Remove a field, so that it is not sent.
	 * @param field the wire name
	 * @return this body
	 */
	protected final B remove(String field) {
		this.additional.remove(field);
		this.fields.remove(field);
		return self();
	}

	/**
	 * Return the fields to send.
	 * @return the fields by wire name, in the order in which they were first set
	 */
	@JsonValue
	public final Map<String, @Nullable Object> fields() {
		return Collections.unmodifiableMap(this.fields);
	}

	/**
	 * Return whether a field is set, be it to {@code null}.
	 * @param field the name in JSON
	 * @return whether the field is sent
	 */
	public final boolean isSet(String field) {
		return this.fields.containsKey(field);
	}

	/**
	 * Return the value of a field.
	 * @param field the name in JSON
	 * @return the value, {@code null} if the field is not set or set to {@code null}
	 */
	public final @Nullable Object get(String field) {
		return this.fields.get(field);
	}

	/**
	 * Copy fields, converting nested bodies to maps.
	 * @param fields the fields, possibly with nested maps, lists and bodies
	 * @return the copy
	 */
	public static Map<String, @Nullable Object> flatten(Map<?, ?> fields) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		fields.forEach((name, value) -> copy.put(String.valueOf(name), flatten(value)));
		return copy;
	}

	private static @Nullable Object flatten(@Nullable Object value) {
		if (value instanceof ApiBody<?> body) {
			return flatten(body.fields());
		}
		if (value instanceof Map<?, ?> map) {
			return flatten(map);
		}
		if (value instanceof Collection<?> items) {
			List<@Nullable Object> copy = new ArrayList<>();
			items.forEach((item) -> copy.add(flatten(item)));
			return copy;
		}
		return value;
	}

	@SuppressWarnings("unchecked")
	private B self() {
		return (B) this;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(getClass().getSimpleName()).append('[');
		this.fields.forEach((field, value) -> {
			text.append((text.charAt(text.length() - 1) != '[') ? ", " : "").append(field).append('=');
			text.append((value != null && this.additional.contains(field)) ? Secret.MASK : print(value));
		});
		return text.append(']').toString();
	}

	private static String print(@Nullable Object value) {
		String text = String.valueOf(value);
		return (!(value instanceof ApiBody) && text.length() > MAX_PRINTED) ? text.substring(0, MAX_PRINTED) + "…"
				: text;
	}

}
