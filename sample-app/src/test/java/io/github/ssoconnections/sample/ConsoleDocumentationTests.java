// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/reference/console.md} against what the console serves.
 */
class ConsoleDocumentationTests extends AbstractConsoleTests {

	private static final Pattern REQUEST = Pattern.compile("`([A-Z]+ /[^`]*)`");

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void namesEveryRequestAndNoOther() throws IOException {
		List<String> described = REQUEST.matcher(Files.readString(Path.of("../docs/reference/console.md")))
			.results()
			.map((MatchResult match) -> match.group(1).replace("\\|", "|"))
			.toList();
		List<String> served = this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getMethodsCondition()
				.getMethods()
				.stream()
				.flatMap((method) -> mapping.getPatternsCondition()
					.getPatterns()
					.stream()
					.map((pattern) -> method + " " + pattern.getPatternString())))
			.toList();
		assertThat(described).containsExactlyInAnyOrderElementsOf(served);
	}

}
