// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Sentences of the documentation are short: readers from every country understand each at
 * the first reading.
 */
class SentencesTests {

	private static final int LONGEST = 35;

	private static final double MEAN = 16;

	/** Pages that are to be rewritten. The list only becomes shorter. */
	private static final Set<String> TO_BE_REWRITTEN = Set.of("CONTRIBUTING.md", "README.md", "RELEASING.md",
			"SECURITY.md", "docs/explanation/certificates.md", "docs/explanation/reliability.md",
			"docs/how-to/call-other-operations.md", "docs/how-to/onboard-a-customer.md",
			"docs/how-to/respond-with-problem-details.md", "docs/how-to/run-a-fleet.md",
			"docs/how-to/use-several-accounts.md", "docs/reference/auth0.md", "docs/reference/clerk.md",
			"docs/reference/compatibility.md", "docs/reference/console.md", "docs/reference/health.md",
			"docs/reference/observability.md", "docs/reference/performance.md");

	@TestFactory
	Stream<DynamicTest> areShort() {
		return Pages.written().stream().filter((page) -> !isToBeRewritten(page)).map((page) -> {
			Prose prose = Prose.of(Pages.read(page));
			return DynamicTest.dynamicTest(Pages.name(page), () -> {
				assertThat(prose.longerThan(LONGEST)).as("sentences of more than %s words", LONGEST).isEmpty();
				assertThat(prose.mean()).as("mean number of words").isLessThanOrEqualTo(MEAN);
			});
		});
	}

	@Test
	void aPageThatIsShortIsNotOnTheList() {
		List<Path> listed = Pages.written().stream().filter(SentencesTests::isToBeRewritten).toList();
		assertThat(listed).hasSameSizeAs(TO_BE_REWRITTEN).allSatisfy((page) -> {
			Prose prose = Prose.of(Pages.read(page));
			assertThat(prose.mean() > MEAN || !prose.longerThan(LONGEST).isEmpty()).as(Pages.name(page)).isTrue();
		});
	}

	private static boolean isToBeRewritten(Path page) {
		return TO_BE_REWRITTEN.contains(Pages.name(page));
	}

	@Test
	void areReadFromProseAlone() {
		Prose prose = Prose.of("""
				---
				title: Not a sentence
				---
				# A heading is not a sentence
				<!-- nor is a comment -->
				The first has `code with blanks` in it. The second
				goes on, e.g. here, see [a page](page.md#part).
				- An item without an end
				- another one
				  that goes on

				```java
				int not = 1; // A sentence.
				```
				1. Step
				   ```yaml
				   a: 1
				   ```
				   and more
				| A | cell of four words |
				|---|---|
				| `x` \\| y | Two sentences. In a cell. |
				""");
		assertThat(prose.sentences()).map(Prose.Sentence::words).containsExactly(6, 9, 5, 5, 1, 2, 1, 4, 2, 2, 3);
		assertThat(prose.sentences()).map(Prose.Sentence::text)
			.startsWith("The first has Code in it.", "The second goes on, e.g. here, see a page.")
			.contains("Step", "and more", "Code \\| y");
		assertThat(prose.mean()).isEqualTo((6 + 9 + 5 + 5 + 1 + 2 + 4) / 7.0, within(0.001));
		assertThat(prose.longerThan(8)).containsExactly("9: The second goes on, e.g. here, see a page.");
		assertThat(prose.words()).isEqualTo(40);
	}

}
