// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every promise of {@code docs/explanation/reliability.md} names tests that exist, and
 * properties that exist.
 */
class ReliabilityDocumentationTests {

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:#(\\w+))?`");

	private static final Pattern PROPERTY = Pattern.compile("`(sso-connections\\.[a-z.-]*[a-z])`");

	@TestFactory
	Stream<DynamicTest> everyNamedTestExists() throws IOException {
		return TEST.matcher(page())
			.results()
			.map((named) -> DynamicTest.dynamicTest(named.group(), () -> assertExists(named.group(1), named.group(2))));
	}

	private static void assertExists(String type, String method) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			assertThat(files.filter((file) -> file.endsWith(type + ".java")))
				.anySatisfy((file) -> assertThat(Files.readString(file))
					.containsPattern((method != null) ? " " + method + "\\(" : "class " + type));
		}
	}

	@Test
	void everyPromiseNamesATest() throws IOException {
		String table = page().replaceFirst("(?s).*\n## Promises\n", "").replaceFirst("(?s)\n## .*", "");
		assertThat(table.lines().filter((line) -> line.startsWith("| ")).skip(1)).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).containsPattern(TEST));
	}

	@Test
	void everyNamedPropertyExists() throws IOException {
		String metadata = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
		Matcher property = PROPERTY.matcher(page());
		while (property.find()) {
			assertThat(metadata).contains("\"name\": \"" + property.group(1) + "\"");
		}
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("../docs/explanation/reliability.md"));
	}

}
