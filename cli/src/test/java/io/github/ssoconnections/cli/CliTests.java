// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.AccountLockedException;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.PlanAction;
import io.github.ssoconnections.declarative.PlanProblem;
import io.github.ssoconnections.declarative.StepOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Cli}: arguments, output and exit codes.
 */
class CliTests {

	private static final String KEY = "sk_live_CANARYargument";

	private final FakeAccount account = new FakeAccount();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final Map<String, String> environment = new HashMap<>(Map.of("SSO_ACME", "CANARYsecret"));

	private final Set<String> systemProperties = new HashSet<>(Set.of("java.version", "user.home"));

	private final List<String> questions = new ArrayList<>();

	private Boolean response;

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void declare() throws IOException {
		this.file = Files.writeString(this.folder.resolve("connections.yml"), """
				vendor: clerk
				connections:
				  - name: Acme
				    settings:
				      oidc: {client_secret: "${SSO_ACME}"}
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "drift" })
	void exitsWithZeroWithoutDifference(String command) {
		assertThat(runWithFile(command)).isEqualTo(0);
		assertThat(out()).isEqualTo("Plan for clerk at api.clerk.com: No difference: 0 declared connections.\n");
		assertThat(err()).isEmpty();
		assertThat(this.account.closed).isOne();
		assertThat(this.account.applications).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "drift" })
	void exitsWithTwoWithChangesOrProblems(String command) {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		assertThat(runWithFile(command)).isEqualTo(2);
		assertThat(out()).contains("1 to create", "Create Acme");
		this.account.changes.clear();
		this.account.problems.add(new PlanProblem("Acme", "connections.yml, line 3", "a reason"));
		assertThat(runWithFile(command)).isEqualTo(2);
		assertThat(out()).contains("connections.yml, line 3, Acme: a reason");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "drift" })
	void failsOnUndeclaredConnectionsOnRequestOnly(String command) {
		this.account.undeclared.add(FakeAccount.current("Other"));
		assertThat(runWithFile(command)).isEqualTo(0);
		assertThat(runWithFile(command, "--fail-on-undeclared")).isEqualTo(2);
		assertThat(out()).contains("Other");
	}

	@Test
	void writesPlansAsJsonAndMarkdown() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		runWithFile("plan", "--output", "json");
		JsonNode json = JsonMapper.shared().readTree(out());
		assertThat(json.at("/account/vendor").asString()).isEqualTo("clerk");
		assertThat(json.at("/connections/0/action").asString()).isEqualTo("CREATE");
		runWithFile("plan", "--output", "MARKDOWN");
		assertThat(out()).startsWith("## Plan for clerk").contains("### Create Acme");
	}

	@Test
	void handsOptionsToThePlan() {
		runWithFile("plan", "--delete", "a", "b", "--create", "c", "--send-secrets", "d", "--delete", "e",
				"--no-further-calls");
		assertThat(this.account.options.deletions()).containsExactly("a", "b", "e");
		assertThat(this.account.options.confirmedCreations()).containsExactly("c");
		assertThat(this.account.options.sentSecrets()).containsExactly("d");
		assertThat(this.account.options.furtherCalls()).isFalse();
		runWithFile("plan");
		assertThat(this.account.options.deletions()).isEmpty();
		assertThat(this.account.options.furtherCalls()).isTrue();
	}

	@Test
	void resolvesSecretsFromTheEnvironment() {
		runWithFile("plan");
		assertThat(this.account.desired).extracting(DesiredConnection::settings)
			.containsExactly(Map.of("oidc", Map.of("client_secret", Secret.of("CANARYsecret"))));
	}

	@Test
	void resolvesSecretsFromTheFileBeforeTheEnvironment() throws IOException {
		Path variables = Files.writeString(this.folder.resolve("variables"), "SSO_ACME=CANARYfile\n");
		Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
		assertThat(runWithFile("plan", "--env-file", variables.toString())).isEqualTo(0);
		assertThat(this.account.desired).extracting(DesiredConnection::settings)
			.containsExactly(Map.of("oidc", Map.of("client_secret", Secret.of("CANARYfile"))));
	}

	@Test
	void readsNoSecretForDrift() {
		this.environment.clear();
		assertThat(runWithFile("drift")).isEqualTo(0);
		assertThat(runWithFile("plan")).isEqualTo(64);
		assertThat(err()).startsWith("Error: connections.yml, line 5: 'client_secret' refers to SSO_ACME, which is not"
				+ " set or is blank: set that variable");
		assertThat(this.account.opened).as("Only by drift").isOne();
	}

	@Test
	void appliesWithoutConfirmationOnRequest() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		this.account.steps.add(FakeAccount.step("Acme", StepOutcome.DONE));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(0);
		assertThat(out()).contains("1 to create", "\nDone: create Acme\n");
		assertThat(err()).isEqualTo("Note: there is no lock that other processes share. Make sure that nothing else"
				+ " applies to clerk meanwhile\n");
		assertThat(this.account.applications).isOne();
		assertThat(this.account.closed).isOne();
	}

	@Test
	void saysNothingOfALockThatIsConfigured() {
		this.account.locked = true;
		runWithFile("apply", "--yes");
		assertThat(err()).isEmpty();
	}

	@Test
	void writesAppliedStepsAsJsonAndMarkdown() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		this.account.steps.add(FakeAccount.step("Acme", StepOutcome.DONE));
		runWithFile("apply", "--yes", "--output", "json");
		JsonNode json = JsonMapper.shared().readTree(out());
		assertThat(json.at("/plan/connections/0/name").asString()).isEqualTo("Acme");
		assertThat(json.at("/steps/0/outcome").asString()).isEqualTo("DONE");
		runWithFile("apply", "--yes", "--output", "markdown");
		assertThat(out()).contains("## Plan for", "### Applied", "- Done: create Acme");
	}

	@ParameterizedTest
	@CsvSource({ "DONE, DONE, 0", "DONE, REJECTED, 3", "DONE, FAILED, 3", "FAILED, NOT_RUN, 3", "DONE, NOT_RUN, 3",
			"REJECTED, REJECTED, 1", "REJECTED, NOT_RUN, 1" })
	void exitsAfterAnApplyWithWhatIsDone(StepOutcome first, StepOutcome second, int exitCode) {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "a"));
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "b"));
		this.account.steps.add(FakeAccount.step("a", first));
		this.account.steps.add(FakeAccount.step("b", second));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(exitCode);
	}

	@Test
	void exitsAfterAnApplyWithWhatIsNotTouched() {
		assertThat(runWithFile("apply", "--yes")).isEqualTo(0);
		this.account.problems.add(new PlanProblem("b", null, "a reason"));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(1);
		assertThat(this.account.applications).isZero();
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "a"));
		this.account.steps.add(FakeAccount.step("a", StepOutcome.DONE));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(3);
	}

	@Test
	void doesNotApplyWithoutTerminalAndWithoutYes() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		assertThat(runWithFile("apply")).isEqualTo(64);
		assertThat(err()).startsWith("Error: There is no terminal to confirm the plan at: add --yes");
		assertThat(this.account.opened).isZero();
	}

	@Test
	void appliesWhatIsConfirmedOnATerminal() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		this.account.steps.add(FakeAccount.step("Acme", StepOutcome.DONE));
		this.response = false;
		assertThat(runWithFile("apply")).isEqualTo(1);
		assertThat(err()).contains("Not confirmed. Nothing was written");
		assertThat(this.account.applications).isZero();
		this.response = true;
		assertThat(runWithFile("apply")).isEqualTo(0);
		assertThat(this.account.applications).isOne();
		assertThat(this.questions).hasSize(2)
			.allMatch((question) -> question.startsWith("Apply these changes to clerk at api.clerk.com?"));
		assertThat(err()).contains("[------------------------] 0/1 Acme");
	}

	@Test
	void asksNothingWithoutChanges() {
		this.response = true;
		assertThat(runWithFile("apply")).isEqualTo(0);
		assertThat(this.questions).isEmpty();
	}

	@Test
	void showsNoProgressInAPipe() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		this.account.steps.add(FakeAccount.step("Acme", StepOutcome.DONE));
		runWithFile("apply", "--yes");
		assertThat(out() + err()).doesNotContain("\r", "\u001B", "###");
	}

	@Test
	void exportsToTheOutputOrAFile() throws IOException {
		String yaml = "vendor: clerk\nconnections:\n  - name: Acme\n    # SSO_X is hidden\n";
		assertThat(run("export", "--account", "clerk")).isEqualTo(0);
		assertThat(out()).isEqualTo(yaml);
		Path target = this.folder.resolve("exported.yml");
		assertThat(run("export", "--account", "clerk", "--file", target.toString())).isEqualTo(0);
		assertThat(target).hasContent(yaml);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
		assertThat(out()).isEmpty();
		assertThat(err()).isEqualTo("Wrote " + target + ": 1 connections\n");
		assertThat(run("export", "--account", "clerk", "--file", target.toString(), "--secret-prefix", "ACME_"))
			.isEqualTo(64);
		assertThat(err()).contains("exists: name another file");
		assertThat(run("export", "--account", "clerk", "--file", target.toString(), "--secret-prefix", "ACME_",
				"--overwrite"))
			.isEqualTo(0);
		assertThat(target).content().contains("ACME_X is hidden");
		assertThat(run("export", "--account", "clerk", "--secret-prefix", "")).isEqualTo(64);
	}

	@Test
	void reportsFailures() {
		this.account.changes.add(FakeAccount.change(PlanAction.CREATE, "Acme"));
		this.account.applied = Flux.error(new AccountLockedException(Account.ofDefault("clerk"), "job 1"));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(1);
		assertThat(err()).contains("Error: Nothing was written: another plan is being applied to clerk by job 1");
		this.account.applied = Flux.error(new IllegalStateException("CANARYunexpected"));
		assertThat(runWithFile("apply", "--yes")).isEqualTo(1);
		assertThat(err()).contains("Error: unexpected java.lang.IllegalStateException").doesNotContain("CANARY");
		assertThat(this.account.closed).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "drift", "apply --yes" })
	void tellsDataOfTheVendorFromTheDeclaration(String command) {
		List<String> words = List.of(command.split(" "));
		String[] more = words.subList(1, words.size()).toArray(String[]::new);
		this.account.failure = new InvalidArgumentException("a connection of the vendor has no name");
		assertThat(runWithFile(words.get(0), more)).isEqualTo(1);
		assertThat(err()).endsWith("Error: a connection of the vendor has no name\n");
		this.account.failure = new InvalidDeclarationException("connections.yml, line 3: a reason");
		assertThat(runWithFile(words.get(0), more)).isEqualTo(64);
		assertThat(err()).endsWith("Error: connections.yml, line 3: a reason\n");
	}

	@Test
	void tellsDataOfTheVendorFromTheArgumentsOfAnExport() {
		this.account.failure = new InvalidArgumentException("a connection of the vendor has no name");
		assertThat(run("export", "--account", "clerk")).isEqualTo(1);
		int opened = this.account.opened;
		assertThat(run("export", "--account", "clerk", "--secret-prefix", "")).isEqualTo(64);
		assertThat(runWithFile("plan", "--secret-prefix", "")).isEqualTo(64);
		assertThat(run("export", "--account", "clerk", "--file", this.file.toString())).isEqualTo(64);
		assertThat(err()).contains("exists: name another file, or add --overwrite");
		assertThat(this.account.opened).as("Nothing was sent").isEqualTo(opened);
	}

	@Test
	void rejectsDeclarationsOfAnotherVendor() throws IOException {
		Files.writeString(this.file, "vendor: auth0\nconnections: []\n");
		assertThat(runWithFile("plan")).isEqualTo(64);
		assertThat(err()).isEqualTo("Error: connections.yml declares connections at auth0, and the account is clerk\n");
		assertThat(this.account.opened).isZero();
	}

	@Test
	void namesAccountsThatHaveCredentials() {
		assertThat(run("plan", "--account", "clerk:eu", "--file", this.file.toString())).isEqualTo(64);
		assertThat(err()).startsWith("Error: The account clerk/eu has no credentials. These have: [clerk]. Set ")
			.contains("sso-connections.clerk.accounts.eu");
	}

	@ParameterizedTest
	@ValueSource(strings = { "okta", "clerk:", "clerk:A B", "", ":", KEY })
	void rejectsAccountsOfNoVendor(String name) {
		assertThat(run("plan", "--account", name, "--file", this.file.toString())).isEqualTo(64);
		assertThat(err()).startsWith("Error: --account must be clerk or auth0").doesNotContain("CANARY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--api-key=" + KEY, "--sso-connections.clerk.api-key=" + KEY, "--token=" + KEY,
			"--sso-connections.auth0.client-secret=" + KEY, "-api-key " + KEY, "--api-key " + KEY, KEY, "--key=" + KEY,
			"--output=" + KEY, "--output " + KEY, "--spring.config.location=" + KEY, "@" + KEY })
	void rejectsKeysAsArgumentsAndShowsNone(String arguments) {
		assertThat(runWithFile("plan", arguments.split(" "))).isEqualTo(64);
		assertThat(err()).startsWith("Error: ");
		assertThat(out() + err()).doesNotContain("CANARY");
		assertThat(this.account.opened).isZero();
	}

	@Test
	void namesOptionsOfKeysAndWhereKeysCanBe() {
		run("plan", "--sso-connections.clerk.api-key=" + KEY);
		assertThat(err()).isEqualTo("Error: the option --sso-connections.clerk.api-key is not accepted, as other users"
				+ " of the machine can see arguments. Set an environment variable, or use --env-file\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sso-connections.clerk.api-key", "SSO_CONNECTIONS_CLERK_API_KEY", "CLERK_SECRET_KEY",
			"ssoconnections.auth0.token", "SSO_ACME" })
	void rejectsKeysAsSystemProperties(String property) {
		this.systemProperties.add(property);
		assertThat(runWithFile("plan")).isEqualTo(64);
		assertThat(err()).startsWith("Error: the system property " + property + " is not accepted");
		assertThat(this.account.opened).isZero();
	}

	@Test
	void readsNoArgumentsFromFiles() throws IOException {
		Path arguments = Files.writeString(this.folder.resolve("arguments"), "--account\nclerk\n--file\n" + this.file);
		assertThat(run("plan", "@" + arguments)).isEqualTo(64);
		assertThat(this.account.opened).isZero();
	}

	@Test
	void explainsItself() {
		assertThat(run("--help")).isEqualTo(0);
		assertThat(out()).contains("plan", "apply", "drift", "export", "64 ", "CLERK_SECRET_KEY");
		assertThat(run("apply", "--help")).isEqualTo(0);
		assertThat(out()).contains("--delete", "--yes", "--env-file").doesNotContain("--api-key");
		assertThat(run()).isEqualTo(64);
		assertThat(err()).contains("Error: a command is missing: plan, apply, drift or export");
		assertThat(run("--version")).isEqualTo(0);
		assertThat(out()).startsWith("sso-connections-cli ");
		assertThat(this.account.opened).isZero();
	}

	private int runWithFile(String command, String... more) {
		return run(Stream
			.concat(Stream.of(command, "--account", "clerk", "--file", this.file.toString()), Arrays.stream(more))
			.toArray(String[]::new));
	}

	private int run(String... arguments) {
		this.out.reset();
		this.err.reset();
		Surroundings surroundings = new Surroundings(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), this.environment, this.systemProperties,
				new FakeTerminal(), this.account::open);
		return Cli.run(surroundings, arguments);
	}

	private String out() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	/**
	 * A terminal if the test has a response.
	 */
	private final class FakeTerminal implements Terminal {

		@Override
		public boolean isInteractive() {
			return CliTests.this.response != null;
		}

		@Override
		public boolean confirm(String question) {
			CliTests.this.questions.add(question);
			return CliTests.this.response;
		}

	}

}
