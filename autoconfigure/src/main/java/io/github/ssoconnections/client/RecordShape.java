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
 * How records are made of their components.
 */
final class RecordShape {

	private static final String UNKNOWN_FIELDS = "unknownFields";

	private RecordShape() {
	}

	/**
	 * Return whether a type keeps the fields that it does not model.
	 * @param type the type
	 * @return whether it does
	 */
	static boolean isAnswer(Class<?> type) {
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
	 * Return the component of a record that is a list.
	 * @param type the type of the record
	 * @return its first one
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
	 * Return a record with other components.
	 * @param value the record
	 * @param replacement gives the value of a component, by its name and its present
	 * value
	 * @return the other record
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
	 * A component of a record.
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
