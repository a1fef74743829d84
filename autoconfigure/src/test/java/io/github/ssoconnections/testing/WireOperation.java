// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.reactivestreams.Publisher;

/**
 * A method of a service, as a call with an id and small arguments that sends one request.
 */
public interface WireOperation {

	/**
	 * Return the method, such as {@code get(String)}.
	 */
	String signature();

	/**
	 * Return the name under which failures are reported.
	 */
	String operation();

	String method();

	/**
	 * Return path and query, below the base URL.
	 */
	String url(String id);

	String body();

	/**
	 * Return a response that the call takes, without anything in it, or {@code null} if
	 * the status is the response.
	 */
	String response();

	/**
	 * Make the call; nothing is sent before the result is subscribed to.
	 */
	Publisher<?> call(Wire wire, String id);

	/**
	 * Return the methods of a service as {@link #signature()} writes them.
	 */
	static List<String> signatures(Class<?> service) {
		return Arrays.stream(service.getDeclaredMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
			.map(WireOperation::signature)
			.toList();
	}

	private static String signature(Method method) {
		return method.getName() + Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

}
