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
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SecretFields;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Body of a request, or an object within one: an ordered map of what was set. A setter
 * that was not called sends nothing; a setter that was called with {@code null} sends
 * {@code null}. Nothing is required here that the vendor checks itself. Not thread-safe;
 * a service reads it when it is called, so that later changes have no effect on that
 * call.
 *
 * @param <B> the type of the body itself
 */
public abstract class ApiBody<B extends ApiBody<B>> {

	private static final int SHOWN = 80;

	private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

	/** Set through {@link #set}: what they hold is not known, and so not shown. */
	private final Set<String> unmodelled = new LinkedHashSet<>();

	/**
	 * Set a field that this version does not model. The value is written as JSON as it
	 * is: text, numbers, booleans, maps, lists and {@code null}, or a {@link Secret}. A
	 * text whose name is known as that of a secret, such as {@code client_secret},
	 * becomes a {@link Secret}, also within maps and lists.
	 * @param field the name on the wire
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	public B set(String field, @Nullable Object value) {
		Assert.hasText(field, "'field' must not be empty");
		return keep(field, value);
	}

	/**
	 * Set a field that this version models.
	 * @param field the name on the wire
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	protected final B put(String field, @Nullable Object value) {
		this.unmodelled.remove(field);
		this.fields.put(field, SecretFields.protect(field, value));
		return self();
	}

	/**
	 * Keep a field as it came from the vendor, whatever its name.
	 * @param field the name on the wire
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	protected final B keep(String field, @Nullable Object value) {
		this.unmodelled.add(field);
		this.fields.put(field, SecretFields.protect(field, value));
		return self();
	}

	/**
	 * Take a field out again, so that it is not sent.
	 * @param field the name on the wire
	 * @return this body
	 */
	protected final B remove(String field) {
		this.unmodelled.remove(field);
		this.fields.remove(field);
		return self();
	}

	/**
	 * Return what is sent.
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
	 * Copy fields, with the bodies in them as maps.
	 * @param fields the fields, with maps, lists and bodies in them
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
			text.append((value != null && this.unmodelled.contains(field)) ? Secret.MASK : shown(value));
		});
		return text.append(']').toString();
	}

	private static String shown(@Nullable Object value) {
		String text = String.valueOf(value);
		return (!(value instanceof ApiBody) && text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text;
	}

}
