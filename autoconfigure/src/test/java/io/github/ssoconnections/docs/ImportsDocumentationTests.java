// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Generates the imports at the end of each page with Java or Kotlin. The README has none,
 * as it is to be short.
 */
class ImportsDocumentationTests {

	private static final String SOURCE = """
			package io.github.ssoconnections.docs;

			import java.time.Duration;
			import java.util.List;

			import com.acme.Connect;
			import com.acme.Connection;
			import com.acme.Connections;

			import static com.acme.Assertions.assertThat;

			class Example {
				// #tag::first[]
				Connection first(Connections all) {
					assertThat(all).isNotNull();
					return all.get(List.of(), new Same());
				}
				// #end::first[]

				Duration notShown;
			}
			""".replace("#", "");

	private static final String OTHER = """
			import java.sql.Connection;
			// #tag::other[]
			Connection other;
			// #end::other[]
			""".replace("#", "");

	private static final String PAGE = """
			# Page

			```java
			Connection first(Connections all) {
			    assertThat(all).isNotNull();
			    return all.get(List.of(), new Same());
			}
			```
			""";

	private static final String GENERATED = """

			<!-- imports, generated -->
			<details><summary>Imports of the code on this page</summary>

			```java
			import com.acme.Connection;
			import com.acme.Connections;
			import java.util.List;

			import static com.acme.Assertions.assertThat;
			```

			</details>
			<!-- end of imports -->
			""";

	@TempDir
	private Path directory;

	private Path page;

	@BeforeEach
	void write() throws IOException {
		this.page = Files.writeString(this.directory.resolve("page.md"), PAGE);
	}

	@TestFactory
	Stream<DynamicTest> everyPageHasThoseOfItsCode() {
		List<Snippet> regions = DocumentationTests.regions();
		return Pages.find(Pages.DOCS, ".md")
			.map((one) -> DynamicTest.dynamicTest(Pages.name(one),
					() -> GeneratedPage.checkOrUpdate(one, Imports.update(one, regions))));
	}

	@Test
	void areThoseWhoseNamesOccurInTheBlocks() throws IOException {
		assertThat(Imports.update(this.page, regions(SOURCE))).isEqualTo(PAGE + GENERATED);
	}

	@Test
	void areWrittenAnewAtTheEnd() throws IOException {
		for (String outdated : new String[] { GENERATED.replace("import java.util.List;\n", ""),
				GENERATED + "\nMore text.\n", GENERATED + GENERATED }) {
			Files.writeString(this.page, PAGE + outdated);
			assertThat(Imports.update(this.page, regions(SOURCE)))
				.isEqualTo(PAGE + (outdated.contains("More") ? "\nMore text.\n" : "") + GENERATED);
		}
	}

	@Test
	void areRemovedWhereNoBlockNeedsThem() throws IOException {
		Files.writeString(this.page, "# Page" + GENERATED);
		assertThat(Imports.update(this.page, regions(SOURCE))).isEqualTo("# Page\n");
	}

	@Test
	void areThoseOfAWholeFileAlready() throws IOException {
		String block = "```java\npackage a;\n\nimport java.util.List;\n\nclass A {\n    List<String> all;\n}\n```\n";
		Files.writeString(this.page, block);
		List<Snippet> regions = regions(
				"// #tag::file[]\npackage a;\n\nimport java.util.List;\n\nclass A {\n\tList<String> all;\n}\n// #end::file[]\n"
					.replace("#", ""));
		assertThat(Imports.update(this.page, regions)).isEqualTo(block);
	}

	@Test
	void areApartWhereTwoTypesHaveOneName() throws IOException {
		Files.writeString(this.page, PAGE + "\n```java\nConnection other;\n```\n");
		List<Snippet> regions = Stream.concat(regions(SOURCE).stream(), regions(OTHER).stream()).toList();
		assertThat(Imports.update(this.page, regions)).endsWith("""
				import static com.acme.Assertions.assertThat;
				```

				From the block on that begins with `Connection other;`:

				```java
				import java.sql.Connection;
				```

				</details>
				<!-- end of imports -->
				""");
	}

	@Test
	void failWhereABlockIsInFilesWithDifferentTypes() throws IOException {
		Files.writeString(this.page, "```java\nConnection other;\n```\n");
		List<Snippet> regions = Stream
			.concat(regions(OTHER).stream(), regions(OTHER.replace("java.sql", "com.acme")).stream())
			.toList();
		assertThatIllegalStateException().isThrownBy(() -> Imports.update(this.page, regions))
			.withMessage("The block page.md:1 Connection other; is in files with java.sql.Connection and with "
					+ "com.acme.Connection");
	}

	@Test
	void ofKotlinHaveABlockOfTheirOwn() throws IOException {
		Files.writeString(this.page, PAGE + "\n```kotlin\nval a: Duration\n```\n");
		List<Snippet> regions = Stream.concat(regions(SOURCE).stream(),
				Snippet.regions(Files.writeString(this.directory.resolve("A.kt"),
						"import java.time.Duration\n// #tag::a[]\nval a: Duration\n// #end::a[]\n".replace("#", "")))
					.stream())
			.toList();
		assertThat(Imports.update(this.page, regions))
			.contains("assertThat;\n```\n\n```kotlin\nimport java.time.Duration\n```\n\n</details>\n");
	}

	@Test
	void areNoBlockAndNoProse() throws IOException {
		Path with = Files.writeString(this.directory.resolve("with.md"), PAGE + GENERATED + "\n```json\n{}\n```\n");
		assertThat(Snippet.blocks(with)).map(Snippet::toString)
			.containsExactly("with.md:3 Connection first(Connections all) {", "with.md:24 {}");
		assertThat(Prose.of(PAGE + GENERATED + "\nOne sentence.\n").sentences()).map(Prose.Sentence::text)
			.containsExactly("One sentence.");
	}

	private List<Snippet> regions(String source) throws IOException {
		return Snippet.regions(Files.writeString(Files.createTempFile(this.directory, "Example", ".java"), source));
	}

}
