// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.declarative.InvalidDeclarationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclarationFile#save}.
 */
class PrivateFileTests {

	private final DeclarationFile file = DeclarationFile.forVendors("clerk");

	@TempDir
	private Path folder;

	@Test
	void writesFilesThatOnlyTheOwnerCanRead() throws IOException {
		Path target = this.folder.resolve("a.yml");
		assertThat(this.file.save(target, "Größe", false)).isTrue();
		assertThat(target).hasContent("Größe");
		assertThat(mode(target)).isEqualTo("rw-------");
		assertThat(names()).containsExactly("a.yml");
	}

	@Test
	void replacesFilesOnRequestOnly() throws IOException {
		Path target = Files.writeString(this.folder.resolve("a.yml"), "old");
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.save(target, "new", false))
			.withMessageEndingWith("a.yml exists: name another file, or permit to overwrite it");
		assertThat(target).hasContent("old");
		this.file.save(target, "new", true);
		assertThat(target).hasContent("new");
		assertThat(mode(target)).isEqualTo("rw-------");
		assertThat(names()).containsExactly("a.yml");
	}

	@Test
	void followsNoLink() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "old");
		for (Path destination : List.of(other, this.folder.resolve("missing"))) {
			Path link = Files.createSymbolicLink(this.folder.resolve("link" + destination.getFileName()), destination);
			for (boolean overwrite : new boolean[] { true, false }) {
				assertThatExceptionOfType(InvalidDeclarationException.class)
					.isThrownBy(() -> this.file.save(link, "new", overwrite))
					.withMessageContaining("is a link");
			}
		}
		assertThat(other).hasContent("old");
		assertThat(names()).containsExactlyInAnyOrder("other", "linkother", "linkmissing");
	}

	@Test
	void rejectsFoldersAndMissingFolders() throws IOException {
		Path target = Files.createDirectory(this.folder.resolve("a"));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.save(target, "new", true))
			.withMessageContaining("is not a file");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.save(this.folder.resolve("b/c.yml"), "new", true))
			.withMessageContaining("its folder does not exist");
		assertThat(names()).containsExactly("a");
	}

	@Test
	void leavesNothingBehindAfterAFailure() throws IOException {
		Path target = Files.writeString(this.folder.resolve("a.yml"), "old");
		PrivateFile failing = new PrivateFile(target);
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> failing.write(null, true));
		assertThatExceptionOfType(NullPointerException.class)
			.isThrownBy(() -> new PrivateFile(this.folder.resolve("b.yml")).write(null, false));
		assertThat(target).hasContent("old");
		assertThat(names()).containsExactly("a.yml");
	}

	@Test
	void reportsFileSystemsWithoutPermissions() throws IOException {
		URI archive = URI.create("jar:" + this.folder.resolve("a.zip").toUri());
		try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
			Path target = zip.getPath("/a.yml");
			assertThat(this.file.save(target, "new", false)).isFalse();
			assertThat(target).hasContent("new");
		}
	}

	private static String mode(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
