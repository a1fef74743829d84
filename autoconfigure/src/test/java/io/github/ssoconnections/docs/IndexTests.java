// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index of the documentation, of which the site makes its navigation: every page is
 * of one of four kinds, and is listed once.
 */
class IndexTests {

	private static final Path INDEX = Pages.DOCS.resolve("index.md");

	private static final Pattern LISTED = Pattern.compile("(?m)^- \\[[^\\]]+]\\(([^)]+)\\)");

	private static final List<String> KINDS = List.of("tutorial", "how-to", "reference", "explanation");

	@Test
	void listsEveryPageOnce() {
		List<String> listed = LISTED.matcher(Pages.read(INDEX))
			.results()
			.map((MatchResult one) -> one.group(1))
			.toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(Pages.find(Pages.DOCS, ".md")
			.filter((page) -> !page.equals(INDEX))
			.map((page) -> Pages.DOCS.relativize(page).toString())
			.toList());
	}

	@Test
	void everyPageIsOfOneKind() {
		assertThat(Pages.find(Pages.DOCS, ".md").filter((page) -> !page.equals(INDEX))).isNotEmpty()
			.allSatisfy((page) -> assertThat(KINDS).contains(Pages.DOCS.relativize(page).getName(0).toString()));
	}

	@Test
	void readmeIsShort() {
		assertThat(Pages.read(Pages.ROOT.resolve("README.md")).lines()).hasSizeLessThanOrEqualTo(120);
	}

	@Test
	void everyPageHasOneTitle() {
		assertThat(Pages.find(Pages.DOCS, ".md")).allSatisfy((page) -> {
			String text = Pages.read(page).replaceAll("(?s)```.*?```", "");
			assertThat(text).startsWith("# ");
			assertThat(Pattern.compile("(?m)^# ").matcher(text).results()).hasSize(1);
		});
	}

}
