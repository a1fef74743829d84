// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Declared options of one class, by name. Finds values whose JSON type differs from the
 * declared type.
 *
 * @param <O> the class
 */
final class DeclaredOptions<O> {

	private static final Secret EMPTY = Secret.of("");

	private final Map<String, OptionType<?>> types = new HashMap<>();

	/**
	 * Return the options of several classes. An option may match its type in any of them.
	 * @param all the options of each class
	 * @return the options of all
	 */
	static DeclaredOptions<Object> union(List<DeclaredOptions<?>> all) {
		DeclaredOptions<Object> union = new DeclaredOptions<>();
		all.forEach((one) -> one.types.forEach((name, type) -> union.types.merge(name, type, OptionType::or)));
		return union;
	}

	<T> ConnectionOption<O, T> add(String name, OptionType<T> type) {
		this.types.put(name, type);
		return new ConnectionOption<>(name, type);
	}

	ConnectionOption<O, String> text(String name) {
		return add(name, OptionType.TEXT);
	}

	ConnectionOption<O, Secret> secret(String name) {
		return add(name, OptionType.SECRET);
	}

	ConnectionOption<O, Boolean> flag(String name) {
		return add(name, OptionType.FLAG);
	}

	ConnectionOption<O, List<String>> texts(String name) {
		return add(name, OptionType.TEXTS);
	}

	ConnectionOption<O, String> scopes(String name) {
		return add(name, OptionType.SCOPES);
	}

	ConnectionOption<O, Map<String, @Nullable Object>> map(String name) {
		return add(name, OptionType.MAP);
	}

	/**
	 * Add the paths of the fields that are not of the declared type. An empty text counts
	 * as not set.
	 * @param fields the fields
	 * @param path the path of the object that holds them, with a dot at the end
	 * @param found the paths found before
	 * @return all paths; the same set if none is added
	 */
	Set<String> unexpected(Map<?, ?> fields, String path, Set<String> found) {
		Set<String> unexpected = found;
		for (Map.Entry<?, ?> field : fields.entrySet()) {
			Object value = field.getValue();
			OptionType<?> type = this.types.get(String.valueOf(field.getKey()));
			if (type != null && value != null && !value.equals("") && !value.equals(EMPTY)) {
				unexpected = unexpected(type, value, path + field.getKey(), unexpected);
			}
		}
		return unexpected;
	}

	private static Set<String> unexpected(OptionType<?> type, Object value, String path, Set<String> found) {
		if (!type.matches(value)) {
			Set<String> more = new TreeSet<>(found);
			more.add(path);
			return more;
		}
		DeclaredOptions<?> fields = type.fields();
		return (fields != null && value instanceof Map<?, ?> map) ? fields.unexpected(map, path + '.', found) : found;
	}

}
