// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a connection as nested maps and lists. For the use of vendors.
 */
public final class Fields {

	private Fields() {
	}

	/**
	 * Return the fields of a response, with masked secrets.
	 * @param response the response in the form of the vendor
	 * @return the fields by their names in JSON
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, @Nullable Object> of(Object response) {
		Map<String, @Nullable Object> fields = WireJson.masked().convertValue(response, Map.class);
		return new LinkedHashMap<>(SecretFields.protect(fields));
	}

	/**
	 * Return the fields of the body of a request.
	 * @param body the body
	 * @return the fields by their names in JSON
	 */
	public static Map<String, @Nullable Object> of(ApiBody<?> body) {
		return ApiBody.flatten(body.fields());
	}

	/**
	 * Return the object in a field.
	 * @param fields the fields
	 * @param name the name of the field
	 * @return a copy of the object, empty if the field is absent or no object
	 */
	public static Map<String, @Nullable Object> object(Map<String, @Nullable Object> fields, String name) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		if (fields.get(name) instanceof Map<?, ?> map) {
			map.forEach((key, value) -> object.put(String.valueOf(key), value));
		}
		return object;
	}

	/**
	 * Change an object as a declaration says: fields that are {@code null} are removed,
	 * objects are changed field by field, a secret without a value is left as it is, and
	 * all else is replaced.
	 * @param current the current value
	 * @param declared the declared value
	 * @return the value to send
	 */
	public static @Nullable Object merge(@Nullable Object current, @Nullable Object declared) {
		if (!(declared instanceof Map<?, ?> changes)) {
			return (declared instanceof SecretReference) ? current : declared;
		}
		Map<String, @Nullable Object> merged = new LinkedHashMap<>();
		if (current instanceof Map<?, ?> map) {
			map.forEach((key, value) -> merged.put(String.valueOf(key), value));
		}
		changes.forEach((key, value) -> {
			String name = String.valueOf(key);
			Object changed = merge(merged.get(name), value);
			if (changed != null) {
				merged.put(name, changed);
			}
			else {
				merged.remove(name);
			}
		});
		return merged;
	}

	/**
	 * Change an object as {@link #merge} does, with {@code null} for each field that
	 * shall be absent.
	 * @param current the current value
	 * @param declared the declared value
	 * @return the value to send
	 */
	public static @Nullable Object mergeWithNulls(@Nullable Object current, @Nullable Object declared) {
		Object merged = merge(current, declared);
		if (merged instanceof Map<?, ?> map && declared instanceof Map<?, ?> changes) {
			Map<String, @Nullable Object> all = new LinkedHashMap<>();
			map.forEach((name, value) -> all.put(String.valueOf(name), value));
			changes.forEach((name, value) -> all.putIfAbsent(String.valueOf(name), null));
			return all;
		}
		return merged;
	}

	/**
	 * Visit each value that is not an object.
	 * @param path the path of the value
	 * @param value the value
	 * @param visitor the visitor
	 */
	static void visit(FieldPath path, @Nullable Object value, BiConsumer<FieldPath, @Nullable Object> visitor) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, field) -> visit(path.child(String.valueOf(name)), field, visitor));
		}
		else {
			visitor.accept(path, value);
		}
	}

	/**
	 * Return whether two reads of a connection agree, where both have a field.
	 * @param rules the rules of the vendor
	 * @param path the path of the values
	 * @param one the one value
	 * @param other the other value
	 * @return whether no field that both have differs
	 */
	static boolean agree(FieldRules rules, FieldPath path, @Nullable Object one, @Nullable Object other) {
		if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
			return map.entrySet()
				.stream()
				.allMatch((field) -> !others.containsKey(field.getKey()) || agree(rules,
						path.child(String.valueOf(field.getKey())), field.getValue(), others.get(field.getKey())));
		}
		return rules.of(path).comparison().isSame(one, other);
	}

	/**
	 * Copy a value, replacing each value that is not an object or a list.
	 * @param path the path of the value
	 * @param value the value
	 * @param replacement returns the replacement of a value
	 * @return the copy
	 */
	static @Nullable Object replace(FieldPath path, @Nullable Object value, Replacement replacement) {
		if (value instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((name, field) -> copy.put(String.valueOf(name),
					replace(path.child(String.valueOf(name)), field, replacement)));
			return copy;
		}
		if (value instanceof List<?> items) {
			List<@Nullable Object> copy = new ArrayList<>();
			items.forEach((item) -> copy.add(replace(path, item, replacement)));
			return copy;
		}
		return replacement.of(path, value);
	}

	/**
	 * Replacement of values.
	 */
	@FunctionalInterface
	interface Replacement {

		/**
		 * Return the replacement of a value.
		 * @param path the path of the value
		 * @param value the value
		 * @return the replacement
		 */
		@Nullable Object of(FieldPath path, @Nullable Object value);

	}

}
