// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of every setter of a type with what it puts on the wire.
 *
 * @param <T> the type
 */
public final class Setters<T> {

	private final Supplier<T> empty;

	private final Map<String, UnaryOperator<T>> calls = new LinkedHashMap<>();

	private final Map<String, UnaryOperator<T>> nullCalls = new LinkedHashMap<>();

	private final Map<String, String> wire = new LinkedHashMap<>();

	private Setters(Supplier<T> empty) {
		this.empty = empty;
	}

	public static <T> Setters<T> of(Supplier<T> empty, Consumer<Setters<T>> rows) {
		Setters<T> setters = new Setters<>(empty);
		rows.accept(setters);
		return setters;
	}

	/**
	 * Add a row.
	 * @param signature such as {@code name(String)}
	 * @param call calls the setter with a value
	 * @param wire what it puts on the wire
	 */
	public Setters<T> row(String signature, UnaryOperator<T> call, String wire) {
		this.calls.put(signature, call);
		this.wire.put(signature, wire);
		return this;
	}

	/**
	 * Add a row that no setter of its own stands for.
	 * @param name the name of the row
	 * @param call sets a value
	 * @param nullCall sets {@code null}
	 * @param wire what the value puts on the wire
	 */
	public Setters<T> row(String name, UnaryOperator<T> call, UnaryOperator<T> nullCall, String wire) {
		this.nullCalls.put(name, nullCall);
		return row(name, call, wire);
	}

	public Class<?> type() {
		return this.empty.get().getClass();
	}

	public Set<String> signatures() {
		return this.calls.keySet();
	}

	/**
	 * Return what the setter puts on the wire.
	 */
	public String wire(String signature) {
		return this.wire.get(signature);
	}

	public T empty() {
		return this.empty.get();
	}

	/**
	 * Return a new instance upon which this one setter was called with its value.
	 */
	public T withValue(String signature) {
		return this.calls.get(signature).apply(this.empty.get());
	}

	/**
	 * Return a new instance upon which this one setter was called with {@code null}.
	 */
	public T withNull(String signature) {
		T instance = this.empty.get();
		if (this.nullCalls.containsKey(signature)) {
			return this.nullCalls.get(signature).apply(instance);
		}
		setters(type()).forEach((method) -> {
			if (signature(method).equals(signature)) {
				invoke(method, instance);
			}
		});
		return instance;
	}

	private static void invoke(Method method, Object instance) {
		try {
			method.invoke(instance, new Object[] { null });
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(method + " does not take a null", ex);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Return a new instance upon which every setter was called with its value.
	 */
	public T withAllValues() {
		T instance = this.empty.get();
		this.calls.values().forEach((call) -> call.apply(instance));
		return instance;
	}

	/**
	 * Return the public setters of a type, as signatures, without the escape hatches.
	 */
	public static List<String> signatures(Class<?> type) {
		return setters(type).stream().map(Setters::signature).toList();
	}

	private static List<Method> setters(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
			.filter((method) -> method.getReturnType().isAssignableFrom(type) && method.getReturnType() != Object.class)
			.filter((method) -> method.getParameterCount() > 0)
			.filter((method) -> !Set.of("set", "param").contains(method.getName()))
			.toList();
	}

	private static String signature(Method method) {
		return method.getName() + Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	@Override
	public String toString() {
		String name = type().getName();
		return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
	}

}
