// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.declarative.StepOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplyCommand} with activations that remove verified domains.
 */
class RemovedDomainsTests {

	private final FakeAccount account = new FakeAccount();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final List<String> questions = new ArrayList<>();

	private boolean interactive;

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void plan() throws IOException {
		this.file = Files.writeString(this.folder.resolve("connections.yml"), "vendor: clerk\nconnections: []\n");
		this.account.changes.add(FakeAccount.activation("Acme", "acme.com", "acme.org"));
		this.account.changes.add(FakeAccount.activation("Globex", "globex.com"));
		this.account.steps.add(FakeAccount.step("Acme", StepOutcome.DONE));
		this.account.steps.add(FakeAccount.step("Globex", StepOutcome.DONE));
	}

	@Test
	void writesNothingUnlessTheDomainsAreNamed() {
		assertThat(apply("--yes")).isEqualTo(1);
		assertThat(err()).endsWith("Error: Nothing was written: an activation removes verified domains of an"
				+ " organization that --remove-domains does not name: acme.com, acme.org, globex.com\n");
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("removes verified domains of the organization");
		assertThat(this.account.applications).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.com", "acme.com globex.com other.example", "acme", "*" })
	void writesNothingUnlessEachDomainIsNamed(String domains) {
		List<String> arguments = new ArrayList<>(List.of("--yes", "--remove-domains"));
		arguments.addAll(Arrays.asList(domains.split(" ")));
		assertThat(apply(arguments.toArray(String[]::new))).isEqualTo(1);
		assertThat(err()).contains("acme.org");
		assertThat(this.account.applications).isZero();
	}

	@Test
	void appliesWhenEachDomainIsNamed() {
		assertThat(apply("--yes", "--remove-domains", "acme.com", "ACME.org", "--remove-domains", "globex.com"))
			.isEqualTo(0);
		assertThat(this.account.applications).isOne();
	}

	@Test
	void removesWhatAConfirmationOnATerminalHasSeen() {
		this.interactive = true;
		assertThat(apply()).isEqualTo(0);
		assertThat(this.questions).hasSize(1);
		assertThat(this.account.applications).isOne();
	}

	@Test
	void needsNoNamesWithoutRemovals() {
		this.account.changes.clear();
		this.account.changes.add(FakeAccount.activation("Acme"));
		this.account.changes.add(FakeAccount.activation("Globex"));
		assertThat(apply("--yes")).isEqualTo(0);
		assertThat(this.account.applications).isOne();
	}

	private int apply(String... more) {
		Surroundings surroundings = new Surroundings(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), Map.of(), Set.of(), new FakeTerminal(),
				this.account::open);
		return Cli.run(surroundings,
				Stream.concat(Stream.of("apply", "--account", "clerk", "--file", this.file.toString()), Stream.of(more))
					.toArray(String[]::new));
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	/**
	 * A terminal on which everything is confirmed.
	 */
	private final class FakeTerminal implements Terminal {

		@Override
		public boolean isInteractive() {
			return RemovedDomainsTests.this.interactive;
		}

		@Override
		public boolean confirm(String question) {
			RemovedDomainsTests.this.questions.add(question);
			return true;
		}

	}

}
