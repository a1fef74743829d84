// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Every block of Java and Kotlin is compiled: it equals a region between
 * {@code tag::name[]} and {@code end::name[]} comments in a source file of some module.
 */
class DocumentationTests {

	private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#]*)(?:#([^)]*))?\\)");

	static List<Snippet> regions() {
		return modules()
			.flatMap((module) -> Stream.of(".java", ".kt")
				.flatMap((ending) -> Pages.find(Pages.ROOT.resolve(module + "/src"), ending)))
			.flatMap((source) -> Snippet.regions(source).stream())
			.toList();
	}

	private static Stream<String> modules() {
		try (Stream<Path> directories = Files.list(Pages.ROOT)) {
			return directories.filter((directory) -> Files.exists(directory.resolve("pom.xml")))
				.map((directory) -> directory.getFileName().toString())
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Snippet> compiledBlocks() {
		return Pages.all()
			.stream()
			.flatMap((page) -> Stream.of("java", "kotlin")
				.flatMap((language) -> Snippet.blocks(page, language).stream()));
	}

	@TestFactory
	Stream<DynamicTest> everyBlockOfJavaAndKotlinIsCompiled() {
		Set<String> compiled = regions().stream()
			.map((region) -> region.language() + region.normalized())
			.collect(Collectors.toSet());
		return compiledBlocks().map((block) -> DynamicTest.dynamicTest(block.toString(),
				() -> assertThat(compiled).contains(block.language() + block.normalized())));
	}

	@Test
	void everyRegionIsShown() {
		Set<String> shown = compiledBlocks().map(Snippet::normalized).collect(Collectors.toSet());
		assertThat(regions()).isNotEmpty().allSatisfy((region) -> assertThat(shown).contains(region.normalized()));
	}

	@Test
	void everyRelativeLinkLeadsSomewhere() {
		for (Path page : Pages.all()) {
			Matcher link = LINK.matcher(Pages.read(page));
			while (link.find()) {
				Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
				assertThat(target).as("link of %s", Pages.name(page)).exists();
				if (link.group(2) != null) {
					assertThat(anchors(target)).as("link of %s", Pages.name(page)).contains(link.group(2));
				}
			}
		}
	}

	private static List<String> anchors(Path page) {
		return Pages.read(page)
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
			.toList();
	}

	@Test
	void readsBlocksByLanguage(@TempDir Path directory) throws IOException {
		Path page = Files.writeString(directory.resolve("page.md"), """
				# Page
				```java
				int a = 1;
				```
				```yaml
				a: 1
				```
				1. item
				   ```java
				   int   b
				   	= 2;
				   ```
				````md
				```java
				int c = 3;
				```
				````
				""");
		assertThat(Snippet.blocks(page, "java")).map(Snippet::normalized).containsExactly("int a = 1;", "int b = 2;");
		assertThat(Snippet.blocks(page, "java")).map(Snippet::toString)
			.containsExactly("page.md:2 int a = 1;", "page.md:9 int   b");
		assertThat(Snippet.blocks(page)).map(Snippet::language).containsExactly("java", "yaml", "java", "md");
	}

	@Test
	void rejectsABlockThatDoesNotEnd(@TempDir Path directory) throws IOException {
		Path page = Files.writeString(directory.resolve("page.md"), "# Page\n```java\nint a;\n");
		assertThatIllegalStateException().isThrownBy(() -> Snippet.blocks(page)).withMessageContaining("page.md:2");
	}

	@Test
	void readsRegions(@TempDir Path directory) throws IOException {
		Path source = Files.writeString(directory.resolve("A.java"), """
				class A {
					// #tag::first[]
					int a = 1;
					// #end::first[]
					int b;
					// #tag::second[]
					int   c
						= 3;
					// #end::second[]
				}
				""".replace("#", ""));
		assertThat(Snippet.regions(source)).map(Snippet::normalized).containsExactly("int a = 1;", "int c = 3;");
		assertThat(Snippet.regions(source)).map(Snippet::name).containsExactly("first", "second");
	}

	@Test
	void rejectsTagsThatAreNotInPairs(@TempDir Path directory) throws IOException {
		for (String text : new String[] { "// tag::a[]\n", "// end::a[]\n", "// tag::a[]\n// end::b[]\n",
				"// tag::a[]\n// tag::b[]\n// end::b[]\n// end::a[]\n" }) {
			Path source = Files.writeString(directory.resolve("A.java"), text);
			assertThatIllegalStateException().as(text).isThrownBy(() -> Snippet.regions(source));
		}
	}

}
