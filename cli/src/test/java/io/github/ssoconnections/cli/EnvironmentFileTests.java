// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EnvironmentFile}.
 */
class EnvironmentFileTests {

	@TempDir
	private Path folder;

	@Test
	void readsVariablesAsData() throws IOException {
		assertThat(read("""
				# comment=1
				CLERK_SECRET_KEY=sk_test_a

				  SSO_A= $HOME `id` \\n
				SSO_B='a"b #c'
				SSO_C="x=y"
				SSO_D=
				""")).containsExactlyInAnyOrderEntriesOf(Map.of("CLERK_SECRET_KEY", "sk_test_a", "SSO_A",
				"$HOME `id` \\n", "SSO_B", "a\"b #c", "SSO_C", "x=y", "SSO_D", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A=1\nCANARYline", "A=1\nexport B=CANARYline", "A=1\nB CANARY=x", "A=1\n=CANARY" })
	void namesLinesThatAreNoVariableAndShowsNone(String content) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> read(content))
			.withMessageContaining("has a line 2 that is not of the form NAME=value")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("CANARY"));
	}

	@Test
	void rejectsVariablesThatAreSetTwice() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> read("A=1\nB=2\nA=3"))
			.withMessageContaining("sets A twice, the second time in line 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-r--r--" })
	void rejectsFilesThatOthersCanReadOrChange(String permissions) throws IOException {
		Path file = Files.writeString(this.folder.resolve("variables"), "A=CANARYshared");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new EnvironmentFile(file).read())
			.withMessageContaining("can be read or changed by other users: chmod 600 it");
	}

	@Test
	void checksTheFileBehindALink() throws IOException {
		Path file = Files.writeString(this.folder.resolve("variables"), "A=CANARYshared");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), file);
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new EnvironmentFile(link).read())
			.withMessageContaining("chmod 600");
	}

	@Test
	void rejectsFilesThatAreMissing() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> new EnvironmentFile(this.folder.resolve("missing")).read())
			.withMessageEndingWith("missing, cannot be read");
	}

	private Map<String, String> read(String content) throws IOException {
		Path file = Files.writeString(this.folder.resolve("variables"), content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return new EnvironmentFile(file).read();
	}

}
