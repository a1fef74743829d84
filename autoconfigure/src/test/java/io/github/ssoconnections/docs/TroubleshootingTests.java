// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of the page about troubleshooting are those of the code, and each type of
 * failure has a place.
 */
class TroubleshootingTests {

	private static final Path PAGE = Pages.DOCS.resolve("reference/troubleshooting.md");

	private static final Pattern TEXT = Pattern.compile("(?m)^### `([^`]+)`");

	private static final Pattern EXCEPTION = Pattern
		.compile("(?m)^public [a-z ]*class (\\w+) extends \\w*(?:Exception|Throwable)\\b");

	/** Texts of the JVM, of Spring Boot, of Reactor and of Auth0. */
	private static final Set<String> OTHERS = Set.of("A bean with that name has already been defined in",
			"NoClassDefFoundError: org/springframework/boot/http/client/InetAddressFilter",
			"block()/blockFirst()/blockLast() are blocking, which is not supported in thread …",
			"Service not found: https://…/api/v2/");

	private static final String CODE = Pages.find(Pages.ROOT.resolve("autoconfigure/src/main/java"), ".java")
		.map(Pages::read)
		.map((source) -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
		.collect(Collectors.joining());

	private static List<String> texts() {
		return TEXT.matcher(Pages.read(PAGE)).results().map((MatchResult one) -> one.group(1)).toList();
	}

	@TestFactory
	Stream<DynamicTest> everyTextIsOfTheCode() {
		return texts().stream()
			.filter((text) -> !OTHERS.contains(text))
			.map((text) -> DynamicTest.dynamicTest(text,
					() -> assertThat(parts(text)).isNotEmpty().filteredOn((part) -> !CODE.contains(part)).isEmpty()));
	}

	// The dots stand for names and values
	private static List<String> parts(String text) {
		return Stream.of(text.split("…"))
			.map((part) -> part.replaceAll("^[' ]+|[': ]+$", ""))
			.filter((part) -> part.length() > 2)
			.toList();
	}

	@Test
	void everyFailureAnalysisHasAText() {
		List<String> remedies = List.of("no key of an account at Clerk", "no tenant at Auth0", "the account has no key",
				"Correct the qualifier", "reactor-netty-http", "contradict each other", "is not set");
		assertThat(remedies).allSatisfy((remedy) -> assertThat(String.join("\n", texts())).contains(remedy));
		assertThat(Pages.find(Pages.ROOT.resolve("autoconfigure/src/main/java"), "FailureAnalyzer.java")).hasSize(3);
	}

	@Test
	void everyExceptionIsDescribed() {
		String pages = Pages.read(PAGE) + Pages.read(Pages.DOCS.resolve("reference/errors.md"));
		Stream<String> own = Pages.find(Pages.ROOT.resolve("autoconfigure/src/main/java"), ".java")
			.flatMap((source) -> EXCEPTION.matcher(Pages.read(source)).results())
			.map((exception) -> exception.group(1));
		List<String> names = Stream
			.concat(own, Stream.of(SsoApiException.class.getPermittedSubclasses()).map(Class::getSimpleName))
			.toList();
		assertThat(names).hasSizeGreaterThan(20)
			.filteredOn((name) -> !Pattern.compile("`" + name + "\\b").matcher(pages).find())
			.isEmpty();
	}

	@Test
	void textsAreThere() {
		assertThat(texts()).hasSizeGreaterThan(40).doesNotHaveDuplicates().containsAll(OTHERS);
	}

}
