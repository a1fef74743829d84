// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.CreateResult;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.http.ApiBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClerkRuntimeHints}: a native image can read and write all that the
 * wire carries. What has to be there is found in the classes themselves, so that a new
 * record cannot be forgotten.
 */
class ClerkRuntimeHintsTests {

	private static final RuntimeHints hints = new RuntimeHints();

	@BeforeAll
	static void register() {
		new ClerkRuntimeHints().registerHints(hints, ClerkRuntimeHintsTests.class.getClassLoader());
	}

	@Test
	void isAnnouncedToAot() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(ClerkRuntimeHints.class);
	}

	@Test
	void coversNestedTypesWhenScanned() {
		assertThat(records()).contains(Page.class, EnterpriseConnection.Saml.class, EnterpriseConnection.Oauth.class)
			.hasSizeGreaterThan(15);
		assertThat(bodies()).hasSizeGreaterThan(7);
	}

	@ParameterizedTest
	@MethodSource("records")
	void readsAndWritesWhenRecord(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			assertInvocable(constructor);
		}
		for (RecordComponent component : type.getRecordComponents()) {
			assertInvocable(component.getAccessor());
		}
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void writesWhenBody(Class<?> type) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
		assertInvocable(ApiBody.class.getDeclaredMethod("fields"));
	}

	@Test
	void readsAndWritesSecrets() {
		assertThat(Arrays.stream(Secret.class.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(JsonCreator.class)
					|| method.isAnnotationPresent(JsonValue.class)))
			.hasSize(2)
			.allSatisfy(ClerkRuntimeHintsTests::assertInvocable);
	}

	static List<Class<?>> records() {
		Stream<Class<?>> records = classes().filter(Class::isRecord)
			.filter((type) -> Modifier.isPublic(type.getModifiers()) && type != ClerkSettings.class
					&& type != CreateResult.class);
		return Stream.concat(records, Stream.of(Page.class)).toList();
	}

	static List<Class<?>> bodies() {
		return classes().filter(ApiBody.class::isAssignableFrom)
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()))
			.toList();
	}

	private static Stream<Class<?>> classes() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.github.ssoconnections.clerk");
		return classes.stream().map(JavaClass::reflect);
	}

	private static void assertInvocable(Executable executable) {
		if (executable instanceof Method method) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).as(executable.toString())
				.accepts(hints);
		}
		else {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation((Constructor<?>) executable))
				.as(executable.toString())
				.accepts(hints);
		}
	}

}
