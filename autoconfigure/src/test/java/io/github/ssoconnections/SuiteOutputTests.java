// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs after all other tests, over everything that they and what they tested have
 * written: of the keys and secrets with which they work, none must be there.
 */
class SuiteOutputTests {

	private static final Path REPORTS = Path.of("target", "surefire-reports");

	private static final Pattern SECRET = Pattern.compile("sk_(test|live)_[A-Za-z0-9]+|CANARY\\w*|oidc-client-secret");

	@Test
	void showsNoSecret() throws IOException {
		List<Path> outputs;
		try (Stream<Path> files = Files.list(REPORTS)) {
			outputs = files.filter((file) -> file.toString().endsWith("-output.txt")).toList();
		}
		for (Path output : outputs) {
			assertThat(Files.readString(output)).as(output.toString()).doesNotContainPattern(SECRET);
		}
	}

	@Test
	void wouldFindSecret() {
		assertThat("Authorization: Bearer sk_test_wire").containsPattern(SECRET);
		assertThat("{\"client_secret\":\"oidc-client-secret\"}").containsPattern(SECRET);
	}

}
