// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.ssoconnections.client.ApiBody;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a vendor's wire carries, as it is found in the classes themselves, and the hints
 * for it.
 */
final class WireTypes {

	private final RuntimeHints hints = new RuntimeHints();

	private final String vendor;

	WireTypes(String vendor, RuntimeHintsRegistrar registrar) {
		this.vendor = vendor;
		registrar.registerHints(this.hints, getClass().getClassLoader());
	}

	Stream<Class<?>> records() {
		return classes().filter((type) -> type.isRecord() && Modifier.isPublic(type.getModifiers()));
	}

	Stream<Class<?>> bodies() {
		return classes().filter(ApiBody.class::isAssignableFrom)
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()) && Modifier.isPublic(type.getModifiers()));
	}

	/**
	 * Return what makes a value of a type of its JSON, or JSON of the value.
	 */
	static List<Executable> converters(Class<?> type) {
		return Stream
			.<Executable>concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
			.filter((executable) -> isAnnotated(executable) && !Modifier.isAbstract(executable.getModifiers()))
			.toList();
	}

	private static boolean isAnnotated(AnnotatedElement element) {
		return element.isAnnotationPresent(JsonCreator.class) || element.isAnnotationPresent(JsonValue.class);
	}

	Stream<Class<?>> classes() {
		JavaClasses classes = new ClassFileImporter()
			.importPath(Path.of("target", "classes", "io", "github", "ssoconnections", this.vendor));
		return classes.stream().map(JavaClass::reflect);
	}

	void assertReadAndWritten(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			assertInvocable(constructor);
		}
		for (RecordComponent component : type.getRecordComponents()) {
			assertInvocable(component.getAccessor());
		}
	}

	void assertWritten(Class<?> type) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(this.hints);
		assertInvocable(ApiBody.class.getDeclaredMethod("fields"));
	}

	void assertInvocable(Executable executable) {
		if (executable instanceof Method method) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).as(executable.toString())
				.accepts(this.hints);
		}
		else {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation((Constructor<?>) executable))
				.as(executable.toString())
				.accepts(this.hints);
		}
	}

}
