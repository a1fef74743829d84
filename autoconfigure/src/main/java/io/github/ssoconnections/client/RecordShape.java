// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;

import org.springframework.util.ReflectionUtils;

/**
 * Reflection over the components of records.
 */
final class RecordShape {

	private static final String UNKNOWN_FIELDS = "unknownFields";

	private RecordShape() {
	}

	/**
	 * Return whether a record type has a component for unknown fields.
	 * @param type the type
	 * @return whether it has
	 */
	static boolean hasUnknownFields(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(RecordShape::isUnknownFields);
	}

	static boolean isUnknownFields(RecordComponent component) {
		return component.getName().equals(UNKNOWN_FIELDS);
	}

	static String wireName(RecordComponent component) {
		JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
		return (name != null) ? name.value()
				: PropertyNamingStrategies.SNAKE_CASE.nameForConstructorParameter(null, null, component.getName());
	}

	static Object create(Class<?> type, @Nullable Object[] arguments) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			ReflectionUtils.makeAccessible(constructor);
			return constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the first list component of a record.
	 * @param type the type of the record
	 * @return the component
	 */
	static Part listIn(Class<?> type) {
		return part(type, (component) -> component.getType() == List.class);
	}

	static Part unknownFieldsIn(Class<?> type) {
		return part(type, RecordShape::isUnknownFields);
	}

	private static Part part(Class<?> type, Predicate<RecordComponent> choice) {
		return Arrays.stream(type.getRecordComponents())
			.filter(choice)
			.map((component) -> new Part(component.getName(), accessor(component)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Return a copy of a record with other component values.
	 * @param value the record
	 * @param replacement returns the value of a component for its name and current value
	 * @return the copy
	 */
	static Object with(Object value, Replacement replacement) {
		RecordComponent[] components = value.getClass().getRecordComponents();
		@Nullable Object[] arguments = new @Nullable Object[components.length];
		for (int i = 0; i < components.length; i++) {
			arguments[i] = replacement.of(components[i].getName(),
					ReflectionUtils.invokeMethod(accessor(components[i]), value));
		}
		return create(value.getClass(), arguments);
	}

	private static Method accessor(RecordComponent component) {
		Method accessor = component.getAccessor();
		ReflectionUtils.makeAccessible(accessor);
		return accessor;
	}

	/**
	 * Component of a record.
	 *
	 * @param name its name
	 * @param accessor its accessor
	 */
	record Part(String name, Method accessor) {

		@Nullable Object get(Object value) {
			return ReflectionUtils.invokeMethod(this.accessor, value);
		}

	}

	@FunctionalInterface
	interface Replacement {

		@Nullable Object of(String name, @Nullable Object present);

	}

}
