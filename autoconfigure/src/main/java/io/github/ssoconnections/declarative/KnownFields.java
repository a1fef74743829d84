// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object within a request, with their types. For the use of vendors.
 */
public final class KnownFields {

	private final Map<String, Type> types = new LinkedHashMap<>();

	private final Map<String, String> rejected = new LinkedHashMap<>();

	/**
	 * Add fields with text.
	 * @param names the names
	 * @return these fields
	 */
	public KnownFields texts(String... names) {
		return add(Type.TEXT, names);
	}

	/**
	 * Add fields that are {@code true} or {@code false}.
	 * @param names the names
	 * @return these fields
	 */
	public KnownFields flags(String... names) {
		return add(Type.FLAG, names);
	}

	/**
	 * Add fields with lists.
	 * @param names the names
	 * @return these fields
	 */
	public KnownFields lists(String... names) {
		return add(Type.LIST, names);
	}

	/**
	 * Add fields with objects.
	 * @param names the names
	 * @return these fields
	 */
	public KnownFields objects(String... names) {
		return add(Type.OBJECT, names);
	}

	private KnownFields add(Type type, String... names) {
		for (String name : names) {
			this.types.put(name, type);
		}
		return this;
	}

	/**
	 * Add a field that is rejected.
	 * @param name the name
	 * @param remedy what to declare instead
	 * @return these fields
	 */
	public KnownFields reject(String name, String remedy) {
		this.rejected.put(name, remedy);
		return this;
	}

	/**
	 * Return the names of the fields.
	 * @return the names
	 */
	public Set<String> names() {
		return this.types.keySet();
	}

	/**
	 * Validate the fields of an object.
	 * @param path the path of the object, for messages
	 * @param fields the fields
	 * @throws IllegalArgumentException if a field is not known, or has another type
	 */
	public void validate(String path, Map<String, @Nullable Object> fields) {
		fields.forEach((name, value) -> {
			String field = "'" + path + "." + name + "'";
			String remedy = this.rejected.get(name);
			Assert.isTrue(remedy == null, () -> field + " must not be declared: " + remedy);
			Type type = this.types.get(name);
			if (type == null) {
				throw new InvalidArgumentException(field + " is not supported; the fields are " + names());
			}
			Assert.isTrue((value != null) ? type.accepts(value) : type != Type.FLAG,
					() -> field + " must be " + type.text);
		});
	}

	/**
	 * Type of a field.
	 */
	private enum Type {

		TEXT("a text"), FLAG("true or false"), LIST("a list"), OBJECT("an object");

		private final String text;

		Type(String text) {
			this.text = text;
		}

		boolean accepts(Object value) {
			return switch (this) {
				case TEXT -> value instanceof String || value instanceof Secret || value instanceof SecretReference;
				case FLAG -> value instanceof Boolean;
				case LIST -> value instanceof Collection<?>;
				case OBJECT -> value instanceof Map<?, ?>;
			};
		}

	}

}
