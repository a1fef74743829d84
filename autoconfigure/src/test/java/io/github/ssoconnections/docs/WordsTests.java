// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The glossary: code and pages use the terms of Spring, Reactor and Micrometer, not words
 * that a reader has to translate.
 */
class WordsTests {

	/** What not to write, with what to write instead. */
	private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();
	static {
		WORDS.put(word("answer"), "response");
		WORDS.put(word("(?<!\\.)repeat(?!When|\\()"), "retry");
		// A meter and a health detail keep their names
		WORDS.put(word("sweep(?!\\.age)|swept(?!At)"), "refresh");
		WORDS.put(word("(?<!connection[ _-]?|ECONN)refus"), "reject");
		WORDS.put(word("judg"), "check, validate");
		WORDS.put(word("scrub"), "mask, redact");
		WORDS.put(word("\\b(hears?|heard|is told|are told|looks? on)\\b"), "is notified");
		WORDS.put(word("\\baffords?\\b"), "has tokens for");
		WORDS.put(word("\\bunder way\\b"), "in progress, in flight");
		WORDS.put(word("\\bturned away\\b"), "rate limited");
		WORDS.put(word("\\btakes? note\\b"), "releases, records");
		WORDS.put(word("\\bwhoever\\b"), "the caller, the client, the user");
	}

	private static Pattern word(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}

	@TestFactory
	Stream<DynamicTest> areThoseOfTheField() {
		return Stream.concat(sources(), pages())
			.map((file) -> DynamicTest.dynamicTest(Pages.name(file),
					() -> assertThat(found(Pages.read(file))).isEmpty()));
	}

	@Test
	void areFoundWhereverTheyStand() {
		assertThat(found("class LostAnswer {")).containsExactly("line 1: 'Answer', write: response");
		assertThat(found("\n// It repeats the call")).containsExactly("line 2: 'repeat', write: retry");
		assertThat(found("\"x\".repeat(3); repeatWhen(x); sweep.age; sweptAt; Connection refused")).isEmpty();
		assertThat(sources().count()).isGreaterThan(300);
		assertThat(pages().count()).isGreaterThan(10);
	}

	private static List<String> found(String text) {
		List<String> found = new ArrayList<>();
		WORDS.forEach((pattern, instead) -> {
			Matcher matcher = pattern.matcher(text);
			while (matcher.find()) {
				long line = text.substring(0, matcher.start()).lines().count();
				boolean first = matcher.start() == 0 || text.charAt(matcher.start() - 1) == '\n';
				found.add("line " + (first ? line + 1 : line) + ": '" + matcher.group() + "', write: " + instead);
			}
		});
		return found;
	}

	private static Stream<Path> sources() {
		return Stream.of("autoconfigure", "sandbox", "test", "cli", "sample-app")
			.flatMap((module) -> Pages.find(Pages.ROOT.resolve(module).resolve("src/main/java"), ".java"));
	}

	// The change log quotes what was written before
	private static Stream<Path> pages() {
		return Pages.all().stream().filter((page) -> !page.endsWith("CHANGELOG.md"));
	}

}
