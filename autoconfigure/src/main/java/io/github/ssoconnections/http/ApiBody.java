// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Secret;
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
	 * is: text, numbers, booleans, maps, lists and {@code null}, or a {@link Secret}.
	 * @param field the name on the wire
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	public B set(String field, @Nullable Object value) {
		Assert.hasText(field, "'field' must not be empty");
		this.unmodelled.add(field);
		this.fields.put(field, value);
		return self();
	}

	/**
	 * Set a field that this version models.
	 * @param field the name on the wire
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	protected final B put(String field, @Nullable Object value) {
		this.unmodelled.remove(field);
		this.fields.put(field, value);
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
