// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Path of a field within a request to a vendor.
 *
 * @param names the names of the objects and of the field
 */
public record FieldPath(List<String> names) {

	static final FieldPath ROOT = new FieldPath(List.of());

	public FieldPath {
		Assert.notNull(names, "'names' must not be null");
		names = List.copyOf(names);
	}

	/**
	 * Return the path of a field.
	 * @param names the names of the objects and of the field
	 * @return the path
	 */
	public static FieldPath of(String... names) {
		return new FieldPath(List.of(names));
	}

	/**
	 * Return the path of a field of the object at this path.
	 * @param name the name of the field
	 * @return the path
	 */
	public FieldPath child(String name) {
		List<String> names = new ArrayList<>(this.names);
		names.add(name);
		return new FieldPath(names);
	}

	/**
	 * Return whether a field is this one, or within it.
	 * @param other the path of the field
	 * @return whether its path begins with this one
	 */
	public boolean contains(FieldPath other) {
		return other.names.size() >= this.names.size() && other.names.subList(0, this.names.size()).equals(this.names);
	}

	/**
	 * Return the value of the field.
	 * @param fields the fields
	 * @return the value, {@code null} if it is absent
	 */
	public @Nullable Object read(Map<String, @Nullable Object> fields) {
		Object value = fields;
		for (String name : this.names) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

	@Override
	@JsonValue
	public String toString() {
		return String.join(".", this.names);
	}

}
