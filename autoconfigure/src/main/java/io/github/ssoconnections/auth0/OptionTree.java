// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Options as a JSON tree, in which an absent field and {@code null} are the same.
 */
final class OptionTree {

	private OptionTree() {
	}

	/**
	 * Return a copy without fields that are {@code null}, at any level. Elements of
	 * arrays are kept.
	 * @param value the value
	 * @return the copy
	 */
	static @Nullable Object withoutNulls(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((name, item) -> {
				if (item != null) {
					copy.put(String.valueOf(name), withoutNulls(item));
				}
			});
			return copy;
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>();
			list.forEach((item) -> copy.add(withoutNulls(item)));
			return copy;
		}
		return value;
	}

	/**
	 * Return the names of fields with different values. Numbers are compared by their
	 * text.
	 * @param one an object
	 * @param other the other object
	 * @return the names, sorted
	 */
	static Set<String> differences(Map<?, ?> one, Map<?, ?> other) {
		Set<String> names = new TreeSet<>();
		one.keySet().forEach((name) -> names.add(String.valueOf(name)));
		other.keySet().forEach((name) -> names.add(String.valueOf(name)));
		names.removeIf((name) -> isSame(one.get(name), other.get(name)));
		return names;
	}

	private static boolean isSame(@Nullable Object one, @Nullable Object other) {
		if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
			return differences(map, otherMap).isEmpty();
		}
		if (one instanceof List<?> list && other instanceof List<?> otherList) {
			boolean same = list.size() == otherList.size();
			for (int i = 0; same && i < list.size(); i++) {
				same = isSame(list.get(i), otherList.get(i));
			}
			return same;
		}
		if (one instanceof Number && other instanceof Number) {
			return one.toString().equals(other.toString());
		}
		return Objects.equals(one, other);
	}

}
