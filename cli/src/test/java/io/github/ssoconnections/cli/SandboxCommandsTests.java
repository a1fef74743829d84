// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.cli.CliProcess.Result;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the commands over a sandbox, within this process.
 */
class SandboxCommandsTests {

	private static final String SECRET = "CANARYdeclared";

	private static final Sandbox vendor = Sandbox.start();

	private final Map<String, String> environment = new HashMap<>();

	@TempDir
	private Path folder;

	@BeforeEach
	void start() {
		vendor.reset();
		this.environment.putAll(CliProcess.environment(vendor));
		this.environment.put("SSO_ACME", SECRET);
	}

	@AfterEach
	void showsNoSecretInFiles() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((file) -> !file.endsWith("variables")).toList()) {
				assertThat(file).content().doesNotContain("CANARY", vendor.auth0().clientSecret());
			}
		}
	}

	@AfterAll
	static void close() {
		vendor.close();
	}

	@Test
	void plansAndAppliesAtClerkUntilThePlanIsEmpty() throws IOException {
		declare("clerk", """
				  - name: Acme
				    provider: oidc_custom
				    domains: [acme.example]
				    active: false
				    idp:
				      issuer: https://idp.acme.example
				      client-id: abc
				      client-secret: ${SSO_ACME}
				  - name: Größe
				    provider: saml_custom
				    domains: [groesse.example]
				""");
		assertResult(run("plan", "clerk"), 2, "2 to create", "Create Acme", "Create Größe");
		assertThat(writes()).isEmpty();
		Result applied = run("apply", "clerk", "--yes");
		assertResult(applied, 0, "Done: create Acme", "Done: create Größe");
		assertThat(applied.err()).isEqualTo("Note: there is no lock that other processes share. Make sure that nothing"
				+ " else applies to clerk meanwhile\n");
		assertThat(writes()).extracting(RecordedRequest::body).anyMatch((body) -> body.contains(SECRET));
		assertResult(run("plan", "clerk"), 0, "No difference: 2 declared connections");
		assertResult(run("apply", "clerk", "--yes"), 0, "No difference");
		assertResult(run("drift", "clerk"), 0, "No difference");
	}

	@Test
	void plansAndAppliesAtAuth0UntilThePlanIsEmpty() throws IOException {
		declare("auth0", """
				  - name: acme
				    provider: oidc
				    domains: [acme.example]
				    settings:
				      options:
				        type: back_channel
				        issuer: https://idp.acme.example/
				        authorization_endpoint: https://idp.acme.example/authorize
				        token_endpoint: https://idp.acme.example/token
				        client_id: abc
				        client_secret: ${SSO_ACME}
				""");
		assertResult(run("plan", "auth0"), 2, "1 to create", "Create acme");
		assertThat(writes()).isEmpty();
		assertResult(run("apply", "auth0", "--yes"), 0, "Done: create acme");
		assertResult(run("plan", "auth0"), 0, "No difference: 1 declared connection");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void exportsWhatAPlanFindsNoDifferenceTo(String account) throws IOException {
		vendor.seed();
		Path exported = this.folder.resolve("connections.yml");
		Result export = run("export", account);
		assertThat(export.exitCode()).as(export.err()).isZero();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(exported))).isEqualTo("rw-------");
		setReferencedSecrets(Files.readString(exported));
		Result plan = run("plan", account);
		assertResult(plan, 0, "No difference");
		assertResult(run("drift", account, "--fail-on-undeclared"), 0, "No difference");
		assertResult(run("export", account), 64);
		assertThat(writes()).isEmpty();
	}

	private void setReferencedSecrets(String yaml) {
		yaml.lines()
			.filter((line) -> line.contains(": ${SSO_"))
			.forEach((line) -> this.environment.put(line.substring(line.indexOf('{') + 1, line.indexOf('}')), SECRET));
	}

	@Test
	void writesJsonAndMarkdownWithoutSecrets() throws IOException {
		declare("clerk", """
				  - name: Acme
				    provider: oidc_custom
				    domains: [acme.example]
				    idp: {issuer: "https://idp.acme.example", client-id: abc, client-secret: "${SSO_ACME}"}
				""");
		Result plan = run("plan", "clerk", "--output", "json");
		assertResult(plan, 2, "oidc.client_secret");
		assertThat(JsonMapper.shared().readTree(plan.out()).at("/connections/0/action").asString()).isEqualTo("CREATE");
		assertResult(run("plan", "clerk", "--output", "markdown"), 2, "## Plan for clerk", "`oidc.client_secret`");
		Result applied = run("apply", "clerk", "--yes", "--output", "json");
		assertResult(applied, 0);
		assertThat(JsonMapper.shared().readTree(applied.out()).at("/steps/0/outcome").asString()).isEqualTo("DONE");
		assertResult(run("plan", "clerk", "--output", "json", "--send-secrets", "Acme"), 2, "oidc.client_secret");
	}

	@Test
	void reportsDriftAndUndeclaredConnections() throws IOException {
		vendor.seed("""
				{"clerk": [{"name": "Acme", "provider": "saml_custom", "domains": ["acme.example"]},
				{"name": "Other", "provider": "saml_custom", "domains": ["other.example"]}]}
				""");
		declare("clerk", "  - name: Acme\n    domains: [acme.example]\n");
		assertResult(run("drift", "clerk"), 0, "Other");
		assertResult(run("drift", "clerk", "--fail-on-undeclared"), 2, "Other");
		declare("clerk", "  - name: Acme\n    domains: [acme.example, acme.test]\n");
		assertResult(run("drift", "clerk"), 2, "Change Acme", "acme.test");
		assertResult(run("apply", "clerk", "--yes", "--delete", "Other"), 0, "Done: change Acme", "Done: delete Other");
	}

	@Test
	void exitsWithThreeAfterAPartialApply() throws IOException {
		declare("clerk", IntStream.range(0, 3)
			.mapToObj((i) -> "  - {name: Acme" + i + ", provider: saml_custom, domains: [acme" + i + ".example]}\n")
			.toList());
		vendor.faults().on("POST", "/v1/enterprise_connections").times(1).status(422, "form_param_unknown");
		assertResult(run("apply", "clerk", "--yes"), 3, "Failed: create Acme0", "Done: create Acme1",
				"Done: create Acme2");
		assertResult(run("apply", "clerk", "--yes"), 0, "1 to create", "Done: create Acme0");
	}

	@Test
	void exitsWithOneAfterAFailure() throws IOException {
		declare("clerk", "  - name: Acme\n");
		vendor.faults().status(401);
		Result plan = run("plan", "clerk");
		assertThat(plan.exitCode()).isOne();
		assertThat(plan.err()).startsWith("Error: ").hasLineCount(1);
		assertThat(plan.out()).isEmpty();
	}

	@Test
	void readsKeysFromAFileThatOnlyItsOwnerCanRead() throws IOException {
		declare("clerk", "  - name: Acme\n    provider: saml_custom\n    domains: [acme.example]\n");
		Path variables = Files.writeString(this.folder.resolve("variables"),
				"CLERK_SECRET_KEY=" + CliProcess.CLERK_KEY + "\n");
		Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-r--r--"));
		this.environment.remove("CLERK_SECRET_KEY");
		Result shared = run("plan", "clerk", "--env-file", variables.toString());
		assertThat(shared.exitCode()).isEqualTo(64);
		assertThat(shared.err()).contains("can be read or changed by other users: chmod 600 it");
		assertThat(vendor.requests()).isEmpty();
		Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
		assertResult(run("plan", "clerk", "--env-file", variables.toString()), 2, "Create Acme");
		assertThat(vendor.requests())
			.allMatch((request) -> ("Bearer " + CliProcess.CLERK_KEY).equals(request.header("Authorization")));
	}

	private void declare(String vendorName, List<String> connections) throws IOException {
		declare(vendorName, String.join("", connections));
	}

	private void declare(String vendorName, String connections) throws IOException {
		Files.writeString(this.folder.resolve("connections.yml"),
				"vendor: " + vendorName + "\nconnections:\n" + connections);
	}

	private Result run(String command, String account, String... more) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Surroundings surroundings = new Surroundings(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), this.environment, Set.of(),
				new Terminal.ProcessTerminal(null), CliApplication::open);
		String file = this.folder.resolve("connections.yml").toString();
		int exitCode = Cli.run(surroundings,
				Stream.concat(Stream.of(command, "--account", account, "--file", file), Stream.of(more))
					.toArray(String[]::new));
		return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static void assertResult(Result result, int exitCode, String... parts) {
		assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
		assertThat(List.of(parts)).allSatisfy((part) -> assertThat(result.out()).contains(part));
		assertThat(result.out() + result.err()).doesNotContain("CANARY", vendor.auth0().clientSecret());
	}

	private static List<RecordedRequest> writes() {
		return vendor.requests()
			.stream()
			.filter((request) -> !request.method().equals("GET") && !request.url().startsWith("/oauth/token"))
			.toList();
	}

}
