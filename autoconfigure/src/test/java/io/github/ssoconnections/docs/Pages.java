// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages of the documentation, and where they are.
 */
final class Pages {

	/** The folder of the repository. */
	static final Path ROOT = root();

	/** The folder of the documentation. */
	static final Path DOCS = ROOT.resolve("docs");

	/** Pages that tests write. */
	static final Path GENERATED = DOCS.resolve("reference/generated");

	private Pages() {
	}

	private static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(directory.resolve(".mvn"))) {
			directory = directory.getParent();
		}
		return directory;
	}

	// The pages of the root and below docs
	static List<Path> all() {
		return Stream
			.concat(Stream
				.of("README.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md")
				.map(ROOT::resolve), find(DOCS, ".md"))
			.toList();
	}

	// Pages that persons write: neither generated, nor the change log, which quotes what
	// was before
	static List<Path> written() {
		return all().stream().filter((page) -> !page.startsWith(GENERATED) && !page.endsWith("CHANGELOG.md")).toList();
	}

	static Stream<Path> find(Path directory, String ending) {
		if (!Files.isDirectory(directory)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String name(Path page) {
		return ROOT.relativize(page).toString();
	}

}
