// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.declarative.DesiredConnections;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.onboarding.Onboardings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MissingKeyFailureAnalyzer} with each bean that needs an account, and
 * belongs to no vendor. {@link StartupFailureTests} has the others, and whole
 * applications.
 */
class MissingKeyFailureAnalyzerTests {

	private static final String ROOT = "io.github.ssoconnections.";

	private static final String OF_A_VENDOR = "io\\.github\\.ssoconnections\\.(clerk|auth0)(\\..*)?";

	static Stream<Class<?>> ofAnyAccount() {
		return types(MissingKeyFailureAnalyzer.OF_ANY_ACCOUNT);
	}

	static Stream<Class<?>> ofAllVendors() {
		return types(MissingKeyFailureAnalyzer.OF_ALL_VENDORS);
	}

	private static Stream<Class<?>> types(Set<String> names) {
		return names.stream().sorted().map((name) -> ClassUtils.resolveClassName(ROOT + name, null));
	}

	@ParameterizedTest
	@MethodSource({ "ofAnyAccount", "ofAllVendors" })
	void namesThePropertiesOfBothVendors(Class<?> type) {
		FailureAnalysis analysis = analyze(type);
		assertThat(analysis.getDescription()).contains("required a bean of type '" + type.getName() + "', but no ")
			.contains("no tenant at Auth0 is configured", "no key of an account at Clerk is configured");
		assertThat(analysis.getAction()).contains("Set the property 'sso-connections.auth0.domain'",
				"Set the property 'sso-connections.clerk.api-key'");
	}

	@ParameterizedTest
	@MethodSource("ofAnyAccount")
	void hasNoTextWhereThereIsAnAccount(Class<?> type) {
		assertThat(analyze(type, "sso-connections.clerk.api-key")).isNull();
		assertThat(analyze(type, "sso-connections.clerk.accounts.europe.api-key")).isNull();
		assertThat(analyze(type, "sso-connections.auth0.accounts.us.token")).isNull();
	}

	@Test
	void saysWhichBeansAreOffByDefault() {
		assertThat(analyze(CertificateMonitor.class).getAction()).contains("off by default");
		assertThat(analyze(Onboardings.class).getAction()).contains("An account of one vendor is enough. ")
			.doesNotContain("off by default");
	}

	@ParameterizedTest
	@MethodSource("ofAllVendors")
	void namesTheVendorWithoutAnAccount(Class<?> type) {
		FailureAnalysis analysis = analyze(type, "sso-connections.clerk.accounts.europe.api-key");
		assertThat(analysis.getDescription()).contains("no tenant at Auth0").doesNotContain("Clerk");
		assertThat(analyze(type, "sso-connections.clerk.api-key", "sso-connections.auth0.token")).isNull();
	}

	private static FailureAnalysis analyze(Class<?> type, String... properties) {
		MockEnvironment environment = new MockEnvironment();
		Stream.of(properties).forEach((property) -> environment.setProperty(property, "given"));
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.refresh();
			return new MissingKeyFailureAnalyzer(context.getBeanFactory(), environment)
				.analyze(new NoSuchBeanDefinitionException(type));
		}
	}

	@Test
	void knowsEveryBeanThatNeedsAnAccount() {
		ApplicationContextRunner none = new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean(DesiredConnections.class, () -> (account) -> Mono.empty())
			.withPropertyValues("sso-connections.certificates.monitor.enabled=true",
					"sso-connections.index.enabled=true", "sso-connections.certificates.monitor.initial-delay=1d",
					"sso-connections.index.initial-delay=1d");
		ApplicationContextRunner one = none.withPropertyValues("sso-connections.clerk.api-key=sk_test_1");
		Set<Class<?>> without = typesOfBeans(none);
		Set<Class<?>> ofOne = typesOfBeans(one);
		Set<Class<?>> ofBoth = typesOfBeans(one.withPropertyValues("sso-connections.auth0.token=given",
				"sso-connections.auth0.domain=acme.eu.auth0.com"));
		ofOne.removeAll(without);
		ofBoth.removeAll(without);
		assertThat(ofOne).containsExactlyInAnyOrderElementsOf(ofAnyAccount().toList());
		Set<Class<?>> byTheAccountAlone = typesOfBeans(
				new ApplicationContextRunner().withUserConfiguration(Application.class)
					.withPropertyValues("sso-connections.clerk.api-key=sk_test_1"));
		assertThat(types(MissingKeyFailureAnalyzer.OFF_BY_DEFAULT)).containsExactlyInAnyOrderElementsOf(
				ofAnyAccount().filter((type) -> !byTheAccountAlone.contains(type)).toList());
		ofBoth.removeAll(ofOne);
		assertThat(ofBoth).containsExactlyInAnyOrderElementsOf(ofAllVendors().toList());
	}

	// The public types that beans of no vendor can be injected as
	private static Set<Class<?>> typesOfBeans(ApplicationContextRunner runner) {
		Set<Class<?>> types = new HashSet<>();
		runner.run((context) -> types.addAll(typesOfBeans(context)));
		return types;
	}

	private static Set<Class<?>> typesOfBeans(ApplicationContext context) {
		return Stream.of(context.getBeanDefinitionNames())
			.map(context::getType)
			.filter(Objects::nonNull)
			.flatMap(MissingKeyFailureAnalyzerTests::withSupertypes)
			.filter((type) -> type.getName().startsWith(ROOT) && Modifier.isPublic(type.getModifiers())
					&& !type.getPackageName().startsWith(ROOT + "autoconfigure")
					&& !type.getPackageName().matches(OF_A_VENDOR))
			.collect(Collectors.toSet());
	}

	private static Stream<Class<?>> withSupertypes(Class<?> type) {
		return Stream.concat(Stream.of(type),
				Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
					.flatMap(MissingKeyFailureAnalyzerTests::withSupertypes));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
