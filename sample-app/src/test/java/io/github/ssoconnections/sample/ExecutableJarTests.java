// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the executable jar brings along: no release with a known hole, nothing
 * of the tests, and each library once. They run after the jar has been made.
 */
@Tag("packaged")
class ExecutableJarTests {

	private static final Path JAR = Path.of("target",
			"sso-connections-sample-app-" + System.getProperty("project.version") + ".jar");

	private static final Pattern LIBRARY = Pattern
		.compile("BOOT-INF/lib/(?<name>[A-Za-z][\\w.-]*?)-(?<version>\\d[\\w.]*?)(-[A-Za-z][\\w.-]*)?\\.jar");

	private static List<Library> libraries;

	@BeforeAll
	static void list() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			libraries = jar.stream()
				.map((entry) -> LIBRARY.matcher(entry.getName()))
				.filter(Matcher::matches)
				.map((library) -> new Library(library.group("name"), library.group("version")))
				.distinct()
				.toList();
			assertThat(jar.stream().filter((entry) -> entry.getName().endsWith(".jar"))).as("Each name can be read")
				.allMatch((entry) -> LIBRARY.matcher(entry.getName()).matches());
		}
	}

	@ParameterizedTest
	@CsvSource({ "reactor-netty-http,1.3.8", "reactor-netty-core,1.3.8", "netty-handler,4.2.18",
			"netty-codec-http,4.2.18", "netty-common,4.2.18", "spring-core,7.0.10", "spring-web,7.0.10",
			"spring-webflux,7.0.10" })
	void bringsNoReleaseOlderThan(String name, String version) {
		assertThat(libraries).filteredOn((library) -> library.name().equals(name))
			.singleElement()
			.extracting((library) -> Version.parse(library.version()),
					as(InstanceOfAssertFactories.comparable(Version.class)))
			.isGreaterThanOrEqualTo(Version.parse(version));
	}

	@Test
	void bringsSpringBootAsItIsTested() {
		assertThat(libraries).filteredOn((library) -> library.name().startsWith("spring-boot"))
			.hasSizeGreaterThan(10)
			.allMatch((library) -> library.version().equals(SpringBootVersion.getVersion()));
	}

	@Test
	void bringsEachLibraryOnce() {
		assertThat(libraries).extracting(Library::name).doesNotHaveDuplicates();
	}

	@Test
	void bringsNothingOfTheTests() {
		assertThat(libraries).extracting(Library::name)
			.noneMatch((name) -> name.matches(".*(junit|assertj|mockito|hamcrest|archunit|-test).*"));
	}

	/**
	 * A library in the jar.
	 *
	 * @param name the name of the artifact
	 * @param version its version, without a classifier
	 */
	private record Library(String name, String version) {

	}

}
