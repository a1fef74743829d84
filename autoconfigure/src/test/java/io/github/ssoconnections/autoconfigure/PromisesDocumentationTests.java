// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the page that names the tests of each promise: the tests exist, and so do the
 * properties, whose defaults are those of the metadata.
 */
class PromisesDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "reference", "generated", "promises.md");

	private static final Path PROMISES = Path.of("src/test/resources/docs/promises.txt");

	private static final String CLERK = "sso-connections.clerk.";

	private static final String HEAD = """
			# Promises and their tests

			What a call promises if the network or the vendor fails, with the tests that fail if the promise is broken. [Retries](../../explanation/retries.md), [rate limits](../../explanation/rate-limits.md) and [duplicates](../../explanation/duplicates.md) explain it.

			Names of properties are those of `sso-connections.clerk`. Auth0 has the same.

			| Promise | Properties | Tests |
			|---|---|---|
			""";

	@Test
	void listsEveryPromise() throws Exception {
		Map<String, ConfigurationMetadata.Property> properties = ConfigurationMetadata.read()
			.properties()
			.stream()
			.collect(Collectors.toMap(ConfigurationMetadata.Property::name, Function.identity()));
		StringBuilder text = new StringBuilder(HEAD);
		for (Promise promise : promises()) {
			text.append("| ").append(promise.text()).append(" | ");
			text.append(promise.properties()
				.stream()
				.map((name) -> property(properties, name))
				.collect(Collectors.joining("<br>")));
			text.append(" | `").append(String.join("`<br>`", promise.tests())).append("` |\n");
		}
		GeneratedPage.checkOrUpdate(PAGE, text.toString());
	}

	private static String property(Map<String, ConfigurationMetadata.Property> properties, String name) {
		ConfigurationMetadata.Property property = properties
			.get(name.startsWith("sso-connections.") ? name : CLERK + name);
		assertThat(property).as(name).isNotNull();
		return "`" + name + "`" + (property.defaultValue().isEmpty() ? "" : " (" + property.defaultValue() + ")");
	}

	@TestFactory
	Stream<DynamicTest> everyNamedTestExists() throws IOException {
		return promises().stream()
			.flatMap((promise) -> promise.tests().stream())
			.distinct()
			.map((test) -> DynamicTest.dynamicTest(test, () -> assertExists(test)));
	}

	private static void assertExists(String test) throws IOException {
		String[] names = test.split("#");
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			assertThat(files.filter((file) -> file.endsWith(names[0] + ".java")))
				.anySatisfy((file) -> assertThat(Files.readString(file))
					.containsPattern((names.length > 1) ? " " + names[1] + "\\(" : "class " + names[0]));
		}
	}

	private static List<Promise> promises() throws IOException {
		return Files.readAllLines(PROMISES).stream().filter((line) -> !line.startsWith("#")).map((line) -> {
			String[] cells = line.split("\\|");
			assertThat(cells).as(line).hasSize(3);
			return new Promise(cells[0].strip(), list(cells[1]), list(cells[2]));
		}).toList();
	}

	private static List<String> list(String cell) {
		return Stream.of(cell.split(",")).map(String::strip).filter((name) -> !name.isEmpty()).toList();
	}

	/**
	 * A promise.
	 *
	 * @param text what is promised
	 * @param properties the names of the properties that change it
	 * @param tests the tests, with or without a method
	 */
	private record Promise(String text, List<String> properties, List<String> tests) {

		private Promise {
			assertThat(tests).as(text).isNotEmpty();
		}

	}

}
