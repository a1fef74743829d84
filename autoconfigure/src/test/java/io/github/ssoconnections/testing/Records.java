// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Walks through records that responses are read into, and asserts what holds for each:
 * they keep the fields that are not modelled.
 */
public final class Records {

	private Records() {
	}

	/**
	 * Return whether a type is one of a response, or of an object within one.
	 */
	public static boolean isResponse(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> component.getName().equals("unknownFields"));
	}

	/**
	 * Hand on every component of a record, and of the records within it, with its path.
	 */
	public static void walk(Object record, BiConsumer<String, Object> visitor) {
		walk("", record, visitor);
	}

	private static void walk(String path, Object value, BiConsumer<String, Object> visitor) {
		if (value != null && isResponse(value.getClass())) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				String name = path + "/" + component.getName();
				Object part = get(component, value);
				visitor.accept(name, part);
				walk(name, part, visitor);
			}
		}
		else if (value instanceof List<?> items) {
			for (int i = 0; i < items.size(); i++) {
				visitor.accept(path + "/" + i, items.get(i));
				walk(path + "/" + i, items.get(i), visitor);
			}
		}
	}

	public static Object get(RecordComponent component, Object record) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Return the types that contain values, found in a complete response.
	 */
	public static Set<Class<?>> types(Object record) {
		Set<Class<?>> types = new LinkedHashSet<>(Set.of(record.getClass()));
		walk(record, (path, value) -> {
			if (value != null && isResponse(value.getClass())) {
				types.add(value.getClass());
			}
		});
		return types;
	}

	/**
	 * Return the maps of unknown fields with their paths.
	 */
	public static boolean isUnknownFields(String path, Object value) {
		return path.endsWith("/unknownFields") && value instanceof Map;
	}

	/**
	 * Assert that a response takes objects without any field, and with {@code null} for
	 * each.
	 */
	public static void takesNothing(Class<?> type) {
		hasNothing(WireJson.mapper().readValue("{}", type));
		hasNothing(WireJson.mapper()
			.readValue(fields(type).stream()
				.map((component) -> "\"" + wireName(component) + "\":null")
				.collect(Collectors.joining(",", "{", "}")), type));
	}

	/**
	 * Assert that each field is read into its own component, and into that alone.
	 */
	public static void readsEachField(Class<?> type) {
		for (RecordComponent field : fields(type)) {
			String text = "{\"" + wireName(field) + "\":" + (isNullable(field) ? sample(field) : "\"x\"") + "}";
			Object response = WireJson.mapper().readValue(text, type);
			for (RecordComponent other : fields(type)) {
				Object absent = isNullable(other) ? null : "";
				assertThat(!Objects.equals(get(other, response), absent)).as("%s in %s", other.getName(), text)
					.isEqualTo(other.getName().equals(field.getName()));
			}
		}
	}

	/**
	 * Assert that neither maps nor lists of a response can be changed.
	 */
	public static void cannotBeChanged(Object response) {
		walk(response, (path, value) -> {
			if (value instanceof Map<?, ?> map) {
				assertThatExceptionOfType(UnsupportedOperationException.class).as(path)
					.isThrownBy(() -> map.put(null, null));
			}
			if (value instanceof List<?> list) {
				assertThatExceptionOfType(UnsupportedOperationException.class).as(path)
					.isThrownBy(() -> list.add(null));
			}
		});
	}

	private static void hasNothing(Object response) {
		for (RecordComponent component : response.getClass().getRecordComponents()) {
			Object value = get(component, response);
			if (component.getName().equals("unknownFields")) {
				assertThat(value).isEqualTo(Map.of());
			}
			else {
				assertThat(value).as(component.getName()).isEqualTo(isNullable(component) ? null : "");
			}
		}
	}

	public static List<RecordComponent> fields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getName().equals("unknownFields"))
			.toList();
	}

	public static String wireName(RecordComponent component) {
		JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
		return (name != null) ? name.value()
				: component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class) || component.getType().isPrimitive();
	}

	private static String sample(RecordComponent component) {
		Class<?> type = component.getType();
		if (type == List.class) {
			return "[]";
		}
		if (type == Boolean.class) {
			return "false";
		}
		if (Number.class.isAssignableFrom(type) || type == Instant.class) {
			return "0";
		}
		return (isResponse(type) || Map.class.isAssignableFrom(type)) ? "{}" : "\"\"";
	}

}
