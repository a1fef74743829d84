// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Generates the page of the beans, and finds out which of them are replaced.
 */
class BeansDocumentationTests {

	private static final Path PAGE = Pages.GENERATED.resolve("beans.md");

	private static final String OURS = "io.github.ssoconnections.";

	private static final String ROOT = "io.github.ssoconnections";

	private static final String HEAD = """
			# Beans

			The beans that an application can inject, if both vendors, the monitor, the index, webhooks and problem details are configured. Where the last column says so, a bean of your own of the same type replaces it: the auto-configured one is not created.

			For named accounts, the beans of a vendor exist once for each account, with the [name as qualifier](../../how-to/use-several-accounts.md). [Extension points](../extension-points.md) lists further types that are used if you define a bean. Packages are below `io.github.ssoconnections`.
			""";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
		.withPropertyValues("sso-connections.clerk.api-key=sk_test_beans", "sso-connections.auth0.token=given",
				"sso-connections.auth0.domain=acme.eu.auth0.com", "sso-connections.web.problem-details.enabled=true",
				"sso-connections.clerk.webhooks.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
				"sso-connections.certificates.monitor.enabled=true", "sso-connections.index.enabled=true",
				"sso-connections.certificates.monitor.initial-delay=1d", "sso-connections.index.initial-delay=1d");

	@Test
	void listsEveryBean() throws IOException {
		Set<Class<?>> types = new LinkedHashSet<>();
		this.contextRunner.run((context) -> types(context).forEach(types::add));
		Map<Class<?>, Boolean> replaced = new LinkedHashMap<>();
		types.forEach((type) -> replaced.put(type, isReplaced(type)));
		assertThat(replaced).hasSizeGreaterThan(50).containsEntry(EnterpriseConnectionService.class, true);
		StringBuilder text = new StringBuilder(HEAD);
		append(text, "Clerk", replaced, (type) -> isIn(type, "clerk"));
		append(text, "Auth0", replaced, (type) -> isIn(type, "auth0"));
		append(text, "Both vendors", replaced, (type) -> !isIn(type, "clerk") && !isIn(type, "auth0"));
		GeneratedPage.checkOrUpdate(PAGE, text.toString());
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private boolean isReplaced(Class<?> type) {
		List<String> names = new ArrayList<>();
		this.contextRunner.withBean("replacement", (Class) type, () -> mock(type))
			.withInitializer((context) -> context.addBeanFactoryPostProcessor((beans) -> {
				names.addAll(List.of(beans.getBeanNamesForType(type, true, false)));
				throw new IllegalStateException("Definitions suffice");
			}))
			.run((context) -> assertThat(context).getFailure().hasMessage("Definitions suffice"));
		return names.equals(List.of("replacement"));
	}

	private static boolean isIn(Class<?> type, String vendor) {
		return type.getName().startsWith(OURS + vendor + ".");
	}

	private static Stream<Class<?>> types(ApplicationContext context) {
		Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getSimpleName));
		for (String name : context.getBeanDefinitionNames()) {
			Class<?> type = shown(context.getType(name));
			if (type != null && !type.getName().startsWith(OURS + "autoconfigure.")
					&& !type.getName().startsWith(OURS + "docs.")) {
				types.add(type);
			}
		}
		return types.stream();
	}

	// The public type of this library that a bean is injected as
	private static Class<?> shown(Class<?> type) {
		if (type == null || type == Object.class) {
			return null;
		}
		if (type.getName().startsWith(OURS) && Modifier.isPublic(type.getModifiers())) {
			return type;
		}
		return Stream.concat(Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
			.map(BeansDocumentationTests::shown)
			.filter((shown) -> shown != null)
			.findFirst()
			.orElse(null);
	}

	private static void append(StringBuilder text, String title, Map<Class<?>, Boolean> beans,
			Predicate<Class<?>> section) {
		text.append("\n## ")
			.append(title)
			.append("\n\n| Bean | Package | What it is | Replaced |\n|---|---|---|---|\n");
		beans.keySet()
			.stream()
			.filter(section)
			.forEach((type) -> text.append("| `")
				.append(type.getSimpleName())
				.append("` | ")
				.append(type.getPackageName().equals(ROOT) ? ""
						: "`" + type.getPackageName().substring(OURS.length() - 1) + "`")
				.append(" | ")
				.append(JavadocText.of(type).summary())
				.append(beans.get(type) ? " | yes |\n" : " | |\n"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
