// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no test of any module may do, as it would hang, or disturb those that come after
 * it in the same JVM.
 */
class TestRulesTests {

	private static final String NAME = TestRulesTests.class.getSimpleName() + ".java";

	private static final Pattern JVM_WIDE_TIME = Pattern
		.compile("\\bwithVirtualTime\\(|\\bVirtualTimeScheduler\\s*\\.(getOrSet|set|reset)\\(");

	private static final Pattern WITHOUT_BOUND = Pattern
		.compile("\\.(verify|verifyComplete|verifyThenAssertThat|block|blockFirst|blockLast|blockOptional)\\(\\s*\\)"
				+ "|\\.verifyError\\w*\\(");

	/**
	 * Code of an application in the documentation, whose calls end by the call timeout.
	 */
	private static final Pattern APPLICATION = Pattern
		.compile("/(ServletExamples|MovingExamples|CustomersController)\\.java: \\.block\\(\\)");

	private static final Pattern HOOK = Pattern.compile("\\bHooks\\.(on\\w+)\\(");

	@Test
	void noneReplacesTheTimeOfTheWholeJvm() {
		assertThat(found(JVM_WIDE_TIME)).isEmpty();
	}

	@Test
	void noneWaitsWithoutABound() {
		assertThat(found(WITHOUT_BOUND)).filteredOn((found) -> !APPLICATION.matcher(found).find()).isEmpty();
	}

	@Test
	void noneLeavesAHookBehind() {
		assertThat(sources().filter((source) -> leavesHook(read(source)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "StepVerifier.withVirtualTime(() -> x)", "VirtualTimeScheduler.getOrSet()",
			"VirtualTimeScheduler\n\t.reset()" })
	void findsTheTimeOfTheWholeJvm(String source) {
		assertThat(JVM_WIDE_TIME.matcher(source).find()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "steps.verify()", "steps.verifyComplete()", "steps.verifyError(X.class)",
			"call.block(\n\t)", "call.blockLast()" })
	void findsWaitsWithoutABound(String source) {
		assertThat(WITHOUT_BOUND.matcher(source).find()).isTrue();
	}

	@Test
	void findsHooksLeftBehind() {
		assertThat(leavesHook("Hooks.onErrorDropped(list::add);")).isTrue();
		assertThat(leavesHook("Hooks.onErrorDropped(list::add); Hooks.resetOnErrorDropped();")).isFalse();
	}

	private static boolean leavesHook(String source) {
		return HOOK.matcher(source)
			.results()
			.map((hook) -> hook.group(1))
			.anyMatch((hook) -> !source
				.contains("Hooks.reset" + Character.toUpperCase(hook.charAt(0)) + hook.substring(1) + "("));
	}

	private static List<String> found(Pattern pattern) {
		List<String> found = new ArrayList<>();
		sources().forEach((source) -> pattern.matcher(read(source))
			.results()
			.forEach((match) -> found.add(source + ": " + match.group())));
		return found;
	}

	private static Stream<Path> sources() {
		List<Path> sources = new ArrayList<>();
		for (String module : new String[] { "autoconfigure", "sandbox", "test", "cli", "sample-app" }) {
			Path tests = Path.of("..", module, "src", "test", "java");
			assertThat(tests).isDirectory();
			try (Stream<Path> files = Files.walk(tests)) {
				files.filter((file) -> file.toString().endsWith(".java") && !file.endsWith(NAME)).forEach(sources::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return sources.stream();
	}

	private static String read(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
