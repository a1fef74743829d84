// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

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

	@TestFactory
	Stream<DynamicTest> areShort() {
		return Pages.written().stream().map((page) -> {
			Prose prose = Prose.of(Pages.read(page));
			return DynamicTest.dynamicTest(Pages.name(page), () -> {
				assertThat(prose.longerThan(LONGEST)).as("sentences of more than %s words", LONGEST).isEmpty();
				assertThat(prose.mean()).as("mean number of words").isLessThanOrEqualTo(MEAN);
			});
		});
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
