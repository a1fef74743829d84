// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.cli.CliProcess.Result;
import io.github.ssoconnections.cli.CliProcess.Running;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The executable jar as a process over a sandbox: exit codes, output and files. They run
 * after the jar has been made.
 */
@Tag("packaged")
class ExecutableJarTests {

	private static final String SECRET = "CANARYdeclared";

	private static final Sandbox vendor = Sandbox.start();

	@TempDir
	private Path temporary;

	private Path folder;

	private CliProcess cli;

	@BeforeEach
	void start() throws IOException {
		vendor.reset();
		this.folder = Files.createDirectory(this.temporary.resolve("work"));
		this.cli = new CliProcess(this.folder, vendor).with("SSO_ACME", SECRET);
	}

	@AfterEach
	void showsNoSecretAnywhere() throws IOException {
		try (Stream<Path> files = Files.walk(this.temporary)) {
			for (Path file : files.filter(Files::isRegularFile)
				.filter((file) -> !file.endsWith("variables"))
				.toList()) {
				assertThat(Files.readString(file)).as(file.toString())
					.doesNotContain("CANARY", vendor.auth0().clientSecret());
			}
		}
	}

	@AfterAll
	static void close() {
		vendor.close();
	}

	@Test
	void plansAndAppliesUntilThePlanIsEmptyAndShowsNoKeyToOtherProcesses() throws Exception {
		Path variables = Files.writeString(this.folder.resolve("variables"),
				"CLERK_SECRET_KEY=" + CliProcess.CLERK_KEY + "\n");
		Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
		declare("clerk", """
				  - name: Größe
				    provider: oidc_custom
				    domains: [acme.example]
				    idp:
				      issuer: https://idp.acme.example
				      client-id: abc
				      client-secret: ${SSO_ACME}
				""");
		this.cli.without("CLERK_SECRET_KEY");
		Running process = this.cli.start(List.of(), arguments("plan", "clerk", "--env-file", "variables"));
		assertThat(process.process().info().commandLine().orElse("")).contains("--env-file").doesNotContain("CANARY");
		assertResult(process.await(), 2, "1 to create", "Create Größe");
		assertThat(vendor.requests()).extracting((request) -> request.header("Authorization"))
			.containsOnly("Bearer " + CliProcess.CLERK_KEY);
		assertThat(writes()).isEmpty();
		this.cli.with("CLERK_SECRET_KEY", CliProcess.CLERK_KEY);
		assertResult(run("apply", "clerk", "--yes"), 0, "Done: create Größe");
		assertThat(writes()).singleElement().extracting(RecordedRequest::body).asString().contains(SECRET);
		assertResult(run("plan", "clerk"), 0, "No difference: 1 declared connection");
	}

	@Test
	void exportsWhatAPlanFindsNoDifferenceTo() throws Exception {
		vendor
			.seed("""
					{"auth0": [{"name": "acme", "strategy": "oidc", "options": {"type": "back_channel",
					"issuer": "https://idp.acme.example/", "client_id": "a", "client_secret": "CANARYvendor",
					"authorization_endpoint": "https://idp.acme.example/a", "token_endpoint": "https://idp.acme.example/t"}}]}
					""");
		Path exported = this.folder.resolve("connections.yml");
		Result export = run("export", "auth0");
		assertThat(export.exitCode()).as(export.err()).isZero();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(exported))).isEqualTo("rw-------");
		assertThat(exported).content().contains("client_secret: ${SSO_ACME_CLIENT_SECRET}");
		assertResult(this.cli.with("SSO_ACME_CLIENT_SECRET", SECRET).run(arguments("plan", "auth0")), 0,
				"No difference: 1 declared connection");
		assertThat(writes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					vendor: okta; connections: []                     | line 1: the vendor 'okta' is unknown: use auth0 or clerk
					vendor: clerk; connections:; - name: ${HOME}      | line 3: 'name' contains ${, and only a secret field
					vendor: clerk; connections:; - name: a; - name: a | line 4, a: the same connection is declared twice, also at connections.yml, line 3, a: remove one of them
					vendor: clerk; connections:; - name: a;   settings:;     oidc: {client_secret: "${SSO_MISSING}"} | line 5: 'client_secret' refers to SSO_MISSING, which is not set or is blank: set that variable
					vendor: clerk; connections:; - name: a;   settings:;     oidc: {client_secret: CANARYliteral}    | line 5: 'client_secret' is a secret field: write it as ${SSO_…}
					""")
	void rejectsInvalidDeclarationsWithFileAndLineAndSendsNothing(String yaml, String message) throws Exception {
		Path file = Files.writeString(this.folder.resolve("connections.yml"), yaml.replaceAll("; ?", "\n"));
		Result result = run("apply", "clerk", "--yes");
		assertThat(result.exitCode()).as(result.err()).isEqualTo(64);
		assertThat(result.err()).contains("Error: connections.yml, " + message);
		assertThat(result.out()).isEmpty();
		assertThat(vendor.requests()).isEmpty();
		Files.delete(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--api-key=CANARYkey", "--sso-connections.clerk.api-key=CANARYkey", "--token CANARYkey" })
	void rejectsKeysAsArguments(String arguments) throws Exception {
		declare("clerk", "  - name: Acme\n");
		Result result = run("plan", "clerk", arguments.split(" "));
		assertThat(result.exitCode()).isEqualTo(64);
		assertThat(result.err()).startsWith("Error: the option --").contains("is not accepted");
		assertThat(result.out() + result.err()).doesNotContain("CANARY");
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void rejectsKeysAsSystemProperties() throws Exception {
		Result result = this.cli.without("CLERK_SECRET_KEY")
			.start(List.of("-Dsso-connections.clerk.api-key=CANARYkey"), "plan", "--account", "clerk", "--file",
					"x.yml")
			.await();
		assertThat(result.exitCode()).isEqualTo(64);
		assertThat(result.err()).startsWith("Error: the system property sso-connections.clerk.api-key is not accepted")
			.doesNotContain("CANARY");
	}

	@Test
	void readsNoSettingsFromTheWorkingDirectory() throws Exception {
		declare("clerk", "  - name: Acme\n    provider: saml_custom\n    domains: [acme.example]\n");
		String settings = "sso-connections.clerk: {api-key: sk_test_sandbox, base-url: '" + vendor.clerkBaseUrl()
				+ "'}\n";
		Files.writeString(this.folder.resolve("application.yml"), settings);
		Files.writeString(Files.createDirectory(this.folder.resolve("config")).resolve("application.yml"), settings);
		this.cli.without("CLERK_SECRET_KEY").without("SSOCONNECTIONS_CLERK_BASEURL");
		Result result = run("plan", "clerk");
		assertThat(result.exitCode()).isEqualTo(64);
		assertThat(result.err()).contains("The account clerk has no credentials. These have: [auth0]");
		assertThat(vendor.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "TERM, 143", "INT, 130" })
	void completesTheRequestInProgressWhenInterrupted(String signal, int exitCode) throws Exception {
		assumeThat(CliProcess.ignores(signal)).as("a shell starts jobs in the background with SIGINT ignored")
			.isFalse();
		declare("clerk", IntStream.range(0, 4)
			.mapToObj((i) -> "  - {name: Acme" + i + ", provider: saml_custom, domains: [acme" + i + ".example]}\n")
			.toList());
		vendor.faults().on("POST", "/v1/enterprise_connections").times(1).delay(Duration.ZERO);
		Fault held = vendor.faults()
			.on("POST", "/v1/enterprise_connections")
			.afterCommit()
			.times(1)
			.delay(Duration.ofMinutes(1));
		Running process = this.cli.start(List.of(), arguments("apply", "clerk", "--yes"));
		while (held.fired() == 0 && process.process().isAlive()) {
			Thread.onSpinWait();
		}
		new ProcessBuilder("kill", "-" + signal, String.valueOf(process.process().pid())).start().waitFor();
		Result result = process.await("Interrupted: the request in progress is completed", held::clear);
		assertThat(result.exitCode()).isEqualTo(exitCode);
		assertThat(result.err()).endsWith("Interrupted. The next plan has what is left\n");
		assertThat(result.out()).contains("Done: create Acme0", "Done: create Acme1",
				"Not begun: create Acme2: interrupted", "Not begun: create Acme3: interrupted");
		assertThat(writes()).hasSize(2);
		assertResult(run("plan", "clerk"), 2, "2 to create", "Create Acme2", "Create Acme3");
	}

	@Test
	void bringsEachLibraryOnceAndNothingOfTheTests() throws IOException {
		try (JarFile jar = new JarFile(Path.of("target", "sso-connections-cli.jar").toFile())) {
			List<String> libraries = jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.endsWith(".jar"))
				.map((name) -> name.replaceFirst("BOOT-INF/lib/(.*?)-\\d.*", "$1"))
				.filter((name) -> !name.startsWith("netty-"))
				.toList();
			assertThat(libraries).contains("picocli", "snakeyaml", "sso-connections-spring-boot")
				.doesNotHaveDuplicates()
				.noneMatch((name) -> name.matches(".*(junit|assertj|mockito|hamcrest|-test|sandbox|wiremock).*"));
		}
	}

	private void declare(String vendorName, List<String> connections) throws IOException {
		declare(vendorName, String.join("", connections));
	}

	private void declare(String vendorName, String connections) throws IOException {
		Files.writeString(this.folder.resolve("connections.yml"),
				"vendor: " + vendorName + "\nconnections:\n" + connections);
	}

	private Result run(String command, String account, String... more) throws Exception {
		return this.cli.run(arguments(command, account, more));
	}

	private static String[] arguments(String command, String account, String... more) {
		return Stream.concat(Stream.of(command, "--account", account, "--file", "connections.yml"), Stream.of(more))
			.toArray(String[]::new);
	}

	private static void assertResult(Result result, int exitCode, String... parts) {
		assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
		assertThat(result.out()).contains(parts);
		assertThat(result.out() + result.err()).doesNotContain("CANARY", vendor.auth0().clientSecret());
	}

	private static List<RecordedRequest> writes() {
		return vendor.requests()
			.stream()
			.filter((request) -> !request.method().equals("GET") && !request.url().startsWith("/oauth/token"))
			.toList();
	}

}
