// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs after all other tests of all modules, over everything that they and what they
 * tested have written: of the keys and secrets with which they work, none must be there.
 */
class SuiteOutputTests {

	/** All but the key of the sandbox, which opens nothing and is there to be read. */
	private static final Pattern SECRET = Pattern.compile("sk_(test|live)_(?!sandbox\\b)[A-Za-z0-9]+|CANARY\\w*"
			+ "|oidc-client-secret|made-up-client-secret|not-to-be-shown|auth0-wire");

	@Test
	void showsNoSecret() throws IOException {
		List<Path> outputs = outputs();
		assertThat(outputs).isNotEmpty();
		for (Path output : outputs) {
			assertThat(Files.readString(output)).as(output.toString()).doesNotContainPattern(SECRET);
		}
	}

	@Test
	void wouldFindSecret() {
		assertThat("Authorization: Bearer sk_test_wire").containsPattern(SECRET);
		assertThat("sk_test_sandboxed").containsPattern(SECRET);
		assertThat("{\"client_secret\":\"oidc-client-secret\"}").containsPattern(SECRET);
	}

	private static List<Path> outputs() throws IOException {
		try (Stream<Path> files = Files.find(Path.of(".."), 4,
				(file, attributes) -> file.toString().endsWith("-output.txt")
						&& file.getParent().endsWith(Path.of("target", "surefire-reports")))) {
			return files.toList();
		}
	}

}
