// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sample.web.Form;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a connection at Clerk, and of one at Auth0. The tenant of Auth0 is not the
 * console's sandbox, and passes for live: its forms ask for the name.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "sso-connections.auth0.tenant=sandbox")
class ConnectionPageTests extends AbstractConsoleTests {

	private static final String HOSTILE = "'\\\"><script>alert(1)</script>";

	private String clerk;

	private String auth0;

	@BeforeEach
	void create() {
		String certificate = certificate(100);
		this.clerk = "/connections/clerk/default/" + create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"], "saml": {
				 "idp_entity_id": "https://idp.acme.example", "idp_sso_url": "https://idp.acme.example/sso",
				 "idp_certificates": ["CERT"]}}
				""".replace("CERT", certificate));
		vendor.auth0().clients("app");
		String id = create(AUTH0_CONNECTIONS, """
				{"name": "acme", "display_name": "Acme", "strategy": "samlp", "options": {
				 "signInEndpoint": "https://idp.acme.example/sso", "signingCert": "CERT",
				 "domain_aliases": ["acme.example"]}}
				""".replace("CERT", certificate));
		this.auth0 = "/connections/auth0/default/" + id;
		patch(AUTH0_CONNECTIONS + "/" + id + "/clients", "[{\"client_id\": \"app\", \"status\": true}]").expectStatus()
			.is2xxSuccessful()
			.expectBody()
			.returnResult();
	}

	private String path(String vendor) {
		return vendor.equals("clerk") ? this.clerk : this.auth0;
	}

	private String text(String path) {
		return body(this.client.get().uri(path).accept(MediaType.TEXT_HTML).exchange(), HttpStatus.OK);
	}

	private static String body(WebTestClient.ResponseSpec response, HttpStatus status) {
		String page = response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).isNotNull().endsWith("</html>\n");
		return page;
	}

	private WebTestClient.ResponseSpec submit(Form form, String path, String action, Map<String, String> fields) {
		return form.submit(this.client, path + "/" + action, fields);
	}

	private void done(WebTestClient.ResponseSpec response, String path, String done) {
		response.expectStatus().isSeeOther().expectHeader().valueEquals("Location", path + "?done=" + done);
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void showsTheConnection(String vendor) {
		assertThat(text(path(vendor)))
			.contains("<h1>Acme</h1>", "acme.example", "<svg class=\"timeline\" role=\"img\"", "100 days left",
					"ACS URL", "Sheet as Markdown", "data-copy")
			.contains(vendor.equals("clerk") ? state(vendor) : "badge ok\">Active");
		if (vendor.equals("auth0")) {
			assertThat(state(vendor)).as("the list does not say which clients there are")
				.isEqualTo("badge unknown\">Not suspended");
		}
	}

	/** The badge of the table. */
	private String state(String vendor) {
		refresh();
		Matcher badge = Pattern
			.compile("(?s)href=\"" + path(vendor) + "\".*?<td data-label=\"State\">\\s*<span class=\"(.*?)</span>")
			.matcher(text("/connections"));
		assertThat(badge.find()).isTrue();
		return badge.group(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void downloadsTheSheet(String vendor) {
		for (String format : new String[] { "md", "html", "csv" }) {
			String sheet = get(path(vendor) + "/sheet." + format + "?product=okta").expectStatus()
				.isOk()
				.expectHeader()
				.valueMatches("Content-Disposition", "attachment; filename=\"[\\w-]+-okta\\." + format + "\"")
				.expectHeader()
				.valueEquals("X-Content-Type-Options", "nosniff")
				.expectHeader()
				.value("Content-Security-Policy",
						(policy) -> assertThat(policy).contains("default-src 'none'", "sandbox"))
				.expectBody(String.class)
				.returnResult()
				.getResponseBody();
			assertThat(sheet).contains("Acme");
		}
		get(path(vendor) + "/sheet.md").expectStatus().isOk().expectBody().returnResult();
		get(path(vendor) + "/sheet.md?product=nothing").expectStatus().isNotFound().expectBody().returnResult();
		get(path(vendor) + "/sheet.exe").expectStatus().is4xxClientError().expectBody().returnResult();
		get(path(vendor) + "/sheet.md?product=generic-oidc").expectStatus().isEqualTo(422).expectBody().returnResult();
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void showsTheResponseOfTheVendor(String vendor) {
		get(path(vendor) + "/raw").expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.id")
			.isEqualTo(path(vendor).replaceAll(".*/", ""));
	}

	@Test
	void masksSecrets() {
		String id = create(AUTH0_CONNECTIONS, """
				{"name": "oidc", "strategy": "oidc", "options": {"client_id": "id", "client_secret": "not-to-be-shown",
				 "discovery_url": "https://idp.acme.example/.well-known/openid-configuration", "type": "back_channel"}}
				""");
		String path = "/connections/auth0/default/" + id;
		assertThat(get(path + "/raw").expectBody(String.class).returnResult().getResponseBody())
			.contains("client_secret")
			.doesNotContain("not-to-be-shown");
		assertThat(text(path)).doesNotContain("not-to-be-shown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void renames(String vendor, CapturedOutput output) {
		Form form = Form.open(this.client, path(vendor));
		done(submit(form, path(vendor), "rename", Map.of("name", "Acme Inc.", "confirm", "Acme")), path(vendor),
				"renamed");
		assertThat(text(path(vendor) + "?done=renamed")).contains("<h1>Acme Inc.</h1>", "has a new name")
			.containsPattern("Updated here: (name|display_name)");
		assertThat(output)
			.contains("account=" + vendor + "/default connection=" + path(vendor).replaceAll(".*/", "")
					+ " action=\"rename\" outcome=done")
			.doesNotContain("Acme Inc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void rejectsFormsOfAnEarlierState(String vendor) {
		Form form = Form.open(this.client, path(vendor));
		submit(form, path(vendor), "rename", Map.of("name", "Acme Inc.", "confirm", "Acme")).expectStatus()
			.isSeeOther();
		int requests = vendor().requests().size();
		assertThat(body(submit(form, path(vendor), "rename", Map.of("name", "Other", "confirm", "Acme Inc.")),
				HttpStatus.CONFLICT))
			.contains("The connection has changed", "<h1>Acme Inc.</h1>");
		assertThat(vendor().requests().stream().skip(requests)).allMatch((request) -> request.method().equals("GET"));
		body(form.submit(this.client, path(vendor) + "/rename",
				Map.of("_state", "", "name", "x", "confirm", "Acme Inc.")), HttpStatus.CONFLICT);
	}

	private static Sandbox vendor() {
		return vendor;
	}

	@Test
	void asksForTheNameWhereTheAccountIsLive() {
		assertThat(text(this.clerk)).doesNotContain("as the account is live");
		Form form = Form.open(this.client, this.auth0);
		assertThat(form.page()).contains("as the account is live");
		assertThat(body(submit(form, this.auth0, "rename", Map.of("name", "x", "confirm", "Acm")),
				HttpStatus.UNPROCESSABLE_CONTENT))
			.contains("The name does not match", "<h1>Acme</h1>");
	}

	@Test
	void activatesAfterATestInTwoSteps(CapturedOutput output) {
		assertThat(text(this.clerk)).contains("Never tested.");
		assertThat(text(this.clerk + "?done=activated")).doesNotContain("The connection is active.");
		Form review = Form.open(this.client, this.clerk + "/activate");
		assertThat(review.page()).contains("0</strong> existing users", "No verified domain is removed",
				"A test must succeed first");
		String test = body(submit(review, this.clerk, "activate", Map.of()), HttpStatus.OK);
		assertThat(test).contains("The connection is not active yet", "/sign-in/clerk?token=");
		assertThat(output).contains("action=\"activate\" outcome=test needed");
		vendor.completeTestRuns();
		Form tested = Form.open(this.client, this.clerk + "/activate");
		done(submit(tested, this.clerk, "activate", Map.of()), this.clerk, "activated");
		assertThat(text(this.clerk + "?done=activated")).contains("The connection is active.", "success",
				"To delete the connection, deactivate it first");
		assertThat(text(this.clerk + "?done=deactivated")).doesNotContain("Nobody can sign in with", "What is left");
		done(submit(Form.open(this.client, this.clerk), this.clerk, "deactivate", Map.of()), this.clerk, "deactivated");
		assertThat(text(this.clerk + "?done=deactivated")).contains("Nobody can sign in with", "What is left");
		assertThat(vendor.clerkSignIn("ann@acme.example")).isEmpty();
	}

	@Test
	void rejectsConsentToSomethingElse() {
		vendor.addVerifiedOrganizationDomain("acme.example");
		submit(Form.open(this.client, this.clerk), this.clerk, "test", Map.of()).expectStatus()
			.isOk()
			.expectBody()
			.returnResult();
		vendor.completeTestRuns();
		Form review = Form.open(this.client, this.clerk + "/activate");
		vendor.addUser("ann@acme.example");
		assertThat(body(submit(review, this.clerk, "activate", Map.of()), HttpStatus.CONFLICT))
			.contains("is not what was shown before", "1</strong> existing users");
		body(submit(Form.open(this.client, this.clerk), this.clerk, "activate", Map.of()), HttpStatus.CONFLICT);
	}

	@Test
	void showsTheReasonOfTheLastFailure() {
		patch(ENTERPRISE_CONNECTIONS + this.clerk.replaceAll(".*(?=/)", "") + "?replace-certificates=true",
				"{\"saml\": {\"idp_certificates\": [\"" + certificate(-10) + "\"]}}")
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult();
		String test = body(submit(Form.open(this.client, this.clerk), this.clerk, "test", Map.of()), HttpStatus.OK);
		assertThat(test).contains("Open the test sign-in");
		vendor.completeTestRuns();
		assertThat(text(this.clerk)).contains("signing certificate has expired", "badge expired");
	}

	@Test
	void claimsNoResultAtAuth0() {
		String test = body(submit(Form.open(this.client, this.auth0), this.auth0, "test", Map.of("confirm", "Acme")),
				HttpStatus.OK);
		assertThat(test).contains("Auth0 records no result");
		assertThat(text(this.auth0)).contains("Auth0 records no tests.");
	}

	@Test
	void rotatesAtClerk() {
		Form form = Form.open(this.client, this.clerk);
		done(submit(form, this.clerk, "add-certificate", Map.of("certificate", pem(300))), this.clerk, "certificates");
		Form two = Form.open(this.client, this.clerk);
		assertThat(two.page()).contains("300 days left", "Remove");
		String old = two.page().replaceAll("(?s).*?name=\"sha256\" value=\"([0-9a-f]{64})\".*", "$1");
		done(submit(two, this.clerk, "remove-certificate", Map.of("sha256", old)), this.clerk, "certificates");
		assertThat(text(this.clerk)).contains("300 days left").doesNotContain(">100 days left");
		Form one = Form.open(this.client, this.clerk);
		done(submit(one, this.clerk, "replace-certificate", Map.of("certificate", pem(200))), this.clerk,
				"certificates");
		assertThat(text(this.clerk)).contains("200 days left").doesNotContain("300 days left");
	}

	@Test
	void replacesTheCertificateAtAuth0() {
		Form form = Form.open(this.client, this.auth0);
		assertThat(form.page()).contains("A connection at Auth0 uses one certificate")
			.doesNotContain("Add a certificate");
		done(submit(form, this.auth0, "replace-certificate", Map.of("certificate", pem(300), "confirm", "Acme")),
				this.auth0, "certificates");
		assertThat(text(this.auth0)).contains("300 days left");
	}

	@ParameterizedTest
	@CsvSource({ "add-certificate, This is no certificate, 422", "remove-certificate, This cannot be done, 422",
			"refresh-metadata, Invalid request, 422", "rename, This cannot be done, 422" })
	void saysWhatCannotBeDone(String action, String failure, int status) {
		assertThat(body(submit(Form.open(this.client, this.clerk), this.clerk, action, Map.of("name", " ")),
				HttpStatus.valueOf(status)))
			.contains("<h2>" + failure + "</h2>", "<h1>Acme</h1>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void deletesWhenTheNameIsTyped(String vendor) {
		if (vendor.equals("auth0")) {
			assertThat(body(submit(Form.open(this.client, this.auth0), this.auth0, "delete", Map.of("confirm", "Acme")),
					HttpStatus.CONFLICT))
				.contains("deactivate it first");
			done(submit(Form.open(this.client, this.auth0), this.auth0, "deactivate", Map.of("confirm", "Acme")),
					this.auth0, "deactivated");
			assertThat(text(this.auth0)).contains("Auth0 deletes the users of the connection, too.")
				.doesNotContain("What is left");
			assertThat(text(this.auth0 + "?done=deactivated")).contains("What is left",
					"What the deletion of the connection deletes");
		}
		Form form = Form.open(this.client, path(vendor));
		body(submit(form, path(vendor), "delete", Map.of()), HttpStatus.UNPROCESSABLE_CONTENT);
		body(submit(form, path(vendor), "delete", Map.of("confirm", "acme")), HttpStatus.UNPROCESSABLE_CONTENT);
		submit(form, path(vendor), "delete", Map.of("confirm", "Acme")).expectStatus()
			.isSeeOther()
			.expectHeader()
			.valueEquals("Location", "/connections");
		body(this.client.get().uri(path(vendor)).accept(MediaType.TEXT_HTML).exchange(), HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource({ "/connections/clerk/default/ent_1, 404, 404", "/connections/clerk/nowhere/ent_1, 404, 403",
			"/connections/nowhere/default/ent_1, 404, 403", "/connections/Clerk/default/ent_1, 404, 404",
			"/connections/clerk/default/a.b, 400, 400", "/connections/auth0/default/con_1, 404, 404" })
	void saysThatThereIsNoSuchConnection(String path, int status, int formStatus) {
		assertThat(body(this.client.get().uri(path).accept(MediaType.TEXT_HTML).exchange(), HttpStatus.valueOf(status)))
			.contains("<h1>");
		submit(Form.open(this.client, this.clerk), path, "test", Map.of()).expectStatus()
			.isEqualTo(formStatus)
			.expectBody()
			.returnResult();
	}

	@ParameterizedTest
	@ValueSource(strings = { "add-certificate", "replace-certificate" })
	void handsBackACertificateThatItRejects(String action) {
		Form form = Form.open(this.client, this.clerk);
		assertThat(form.page()).doesNotContain("open=\"open\"");
		String page = body(submit(form, this.clerk, action, Map.of("certificate", "<pasted & wrong>")),
				HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page).containsOnlyOnce("open=\"open\"")
			.containsOnlyOnce("&lt;pasted &amp; wrong&gt;</textarea>")
			.containsSubsequence("open=\"open\"", "action=\"" + this.clerk + "/" + action, "&lt;pasted");
	}

	@Test
	void comparesNamesAsTheyAreTyped() {
		String path = "/connections/clerk/default/" + create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme\\u00a0 \\u200bInc.", "provider": "saml_okta", "domains": ["typed.example"]}
				""");
		submit(Form.open(this.client, path), path, "delete", Map.of("confirm", " Acme Inc. ")).expectStatus()
			.isSeeOther();
	}

	@Test
	void hasNoOtherActions() {
		submit(Form.open(this.client, this.clerk), this.clerk, "explode", Map.of()).expectStatus()
			.isNotFound()
			.expectBody()
			.returnResult();
	}

	@Test
	void escapesWhateverTheVendorSays() {
		String connection = """
				{"id": "ent_1", "name": "X", "provider": "X", "domains": ["X"], "organization_id": "X",
				 "saml_connection": {"id": "X", "idp_entity_id": "X", "acs_url": "X", "sp_entity_id": "X", "idp_metadata_url": "X"}}
				""";
		String run = "{\"data\":[{\"id\":\"X\",\"status\":\"failed\",\"logs\":[{\"level\":\"error\",\"message\":\"X\"}]}],\"total_count\":1}";
		vendor.faults()
			.on("GET", "/v1/enterprise_connections/ent_1")
			.respond(200, "application/json", connection.replace("X", HOSTILE));
		vendor.faults()
			.on("GET", "/v1/enterprise_connections/ent_1/test_runs")
			.respond(200, "application/json", run.replace("X", HOSTILE));
		assertThat(text("/connections/clerk/default/ent_1")).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script>", "'\"");
	}

	@Test
	void escapesWhateverAuth0Says() {
		vendor.faults()
			.on("GET", "/api/v2/connections/con_1")
			.respond(200, "application/json",
					"""
							{"id": "con_1", "name": "X", "display_name": "X", "strategy": "samlp", "options": {"domain_aliases": ["X"],
							 "signInEndpoint": "X", "metadataUrl": "X", "entityId": "X"}, "metadata": {"X": "X"}}
							"""
						.replace("X", HOSTILE));
		vendor.faults()
			.on("GET", "/api/v2/connections/con_1/clients")
			.respond(200, "application/json", "{\"clients\": [{\"client_id\": \"X\"}]}".replace("X", HOSTILE));
		assertThat(text("/connections/auth0/default/con_1")).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script>", "'\"");
		assertThat(text("/connections/auth0/default/con_1/activate")).doesNotContain("<script>", "'\"");
	}

	@Test
	void escapesWhatTheVendorSaysAboutFailure() {
		vendor.faults()
			.on("GET", "/v1/enterprise_connections/ent_1")
			.respond(403, "application/json", "{\"errors\":[{\"message\":\"" + HOSTILE + "\"}]}");
		assertThat(
				body(this.client.get().uri("/connections/clerk/default/ent_1").accept(MediaType.TEXT_HTML).exchange(),
						HttpStatus.BAD_GATEWAY))
			.doesNotContain("<script>");
	}

	private static String pem(int days) {
		return certificate(days).replace("\\n", "\n");
	}

}
