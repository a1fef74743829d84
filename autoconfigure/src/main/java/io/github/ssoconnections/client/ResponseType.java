// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Type of a response: an element, or an envelope with a list of elements.
 *
 * @param <T> the type
 */
public final class ResponseType<T> {

	private final Class<?> type;

	private final Class<?>[] arguments;

	private final @Nullable Function<Object, @Nullable String> id;

	private final @Nullable Function<Object, Set<String>> unexpected;

	private @Nullable JavaType content;

	private volatile @Nullable ObjectReader reader;

	private volatile RecordShape.@Nullable Part elements;

	private ResponseType(@Nullable Function<Object, @Nullable String> id,
			@Nullable Function<Object, Set<String>> unexpected, Class<?> type, Class<?>... arguments) {
		Assert.notNull(type, "'type' must not be null");
		this.type = type;
		this.arguments = arguments;
		this.id = id;
		this.unexpected = unexpected;
	}

	/**
	 * Create a type.
	 * @param <T> the type
	 * @param type the type
	 * @return the type
	 */
	public static <T> ResponseType<T> of(Class<T> type) {
		return new ResponseType<>(null, null, type);
	}

	/**
	 * Create a generic type, such as a page of items.
	 * @param <T> the parameterized type
	 * @param type the type
	 * @param arguments the type arguments
	 * @return the type
	 */
	public static <T> ResponseType<T> of(Class<? super T> type, Class<?>... arguments) {
		return new ResponseType<>(null, null, type, arguments);
	}

	/**
	 * Create an optional type of the application, which may be generic.
	 * @param <T> the type
	 * @param type the type, {@code null} if the body is ignored
	 * @return the type, whose value is empty if the body is
	 */
	static <T> ResponseType<Optional<T>> optional(@Nullable Type type) {
		ResponseType<Optional<T>> optional = new ResponseType<>(null, null, Optional.class);
		optional.content = (type != null) ? WireJson.masked().getTypeFactory().constructType(type) : null;
		return optional;
	}

	boolean isOptional() {
		return this.type == Optional.class;
	}

	/**
	 * Return a copy of this type whose elements require an id.
	 * @param <E> the type of an element
	 * @param element the type of an element
	 * @param id returns the id of an element
	 * @return the type
	 */
	public <E> ResponseType<T> identifiedBy(Class<E> element, Function<E, @Nullable String> id) {
		return new ResponseType<>((value) -> id.apply(element.cast(value)), this.unexpected, this.type, this.arguments);
	}

	/**
	 * Return a copy of this type with a check of values that elements keep as untyped
	 * JSON.
	 * @param <E> the type of an element
	 * @param element the type of an element
	 * @param unexpected returns the paths of the fields whose values have an unexpected
	 * structure
	 * @return the type
	 */
	public <E> ResponseType<T> checkedBy(Class<E> element, Function<E, Set<String>> unexpected) {
		return new ResponseType<>(this.id, (value) -> unexpected.apply(element.cast(value)), this.type, this.arguments);
	}

	/**
	 * Return the reader. Its creation is expensive, hence lazy, and under one lock, to
	 * avoid contention on the lock of the mapper.
	 * @return the reader
	 */
	ObjectReader reader() {
		ObjectReader reader = this.reader;
		if (reader == null) {
			synchronized (ResponseType.class) {
				reader = (this.reader != null) ? this.reader : createReader();
				this.reader = reader;
			}
		}
		return reader;
	}

	private ObjectReader createReader() {
		JsonMapper mapper = RecordShape.hasUnknownFields(elementClass()) ? WireJson.mapper() : WireJson.masked();
		return mapper.readerFor(javaType());
	}

	boolean isTolerant() {
		return RecordShape.hasUnknownFields(elementClass());
	}

	boolean isIdRequired() {
		return this.id != null;
	}

	JavaType javaType() {
		return javaType(this.arguments);
	}

	/**
	 * Return the type of the envelope.
	 * @param element the type to use for the elements
	 * @return the type, {@code null} without an envelope
	 */
	@Nullable JavaType envelope(Class<?> element) {
		return (this.arguments.length == 1) ? javaType(element) : null;
	}

	JavaType elementType() {
		return WireJson.mapper().getTypeFactory().constructType(elementClass());
	}

	private Class<?> elementClass() {
		return (this.arguments.length == 1) ? this.arguments[0] : this.type;
	}

	private JavaType javaType(Class<?>... arguments) {
		if (this.content != null) {
			return this.content;
		}
		return (arguments.length == 0) ? WireJson.mapper().getTypeFactory().constructType(this.type)
				: WireJson.mapper().getTypeFactory().constructParametricType(this.type, arguments);
	}

	/**
	 * Return whether a value is complete.
	 * @param value the value
	 * @return whether each element is present, with its id
	 */
	boolean isComplete(Object value) {
		if (value instanceof List<?> list) {
			return isComplete(list);
		}
		if (this.arguments.length == 0) {
			return isCompleteElement(value);
		}
		return (this.id == null && this.unexpected == null)
				|| (elements().get(value) instanceof List<?> list && isComplete(list));
	}

	private boolean isComplete(List<?> list) {
		for (Object element : list) {
			if (!isCompleteElement(element)) {
				return false;
			}
		}
		return true;
	}

	private boolean isCompleteElement(@Nullable Object element) {
		if (element == null || !unexpected(element).isEmpty()) {
			return false;
		}
		if (this.id == null) {
			return true;
		}
		String id = this.id.apply(element);
		return id != null && !id.isBlank();
	}

	Set<String> unexpected(Object element) {
		return (this.unexpected != null) ? this.unexpected.apply(element) : Set.of();
	}

	/**
	 * Return the component of the envelope that contains the elements.
	 * @return the component of the record
	 */
	RecordShape.Part elements() {
		RecordShape.Part elements = this.elements;
		if (elements == null) {
			elements = RecordShape.listIn(this.type);
			this.elements = elements;
		}
		return elements;
	}

}
