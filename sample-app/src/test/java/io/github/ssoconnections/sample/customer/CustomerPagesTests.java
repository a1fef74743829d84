// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sample.web.Form;
import io.github.ssoconnections.sample.web.FormState;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the pages that add a customer, over the sandbox.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "sso-connections.auth0.tenant=sandbox")
class CustomerPagesTests extends AbstractConsoleTests {

	static final String CERTIFICATE = TestCertificates.selfSigned("idp", Instant.now().minusSeconds(3600),
			Instant.now().plusSeconds(86400L * 300));

	private static final String METADATA = TestMetadata.xml("https://idp.globex.example",
			"https://idp.globex.example/sso", CERTIFICATE);

	@BeforeEach
	void prepare() {
		vendor.auth0().clients("app").organizationUsage("app", "allow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void bringsACustomerToASignIn(String name) {
		String path = begin(name, saml());
		assertThat(page(path + "/findings")).contains("Nothing was found that makes sign-ins fail")
			.contains("aria-current=\"step\">Findings</a>");

		submit(path + "/domains", path + "/domains", domains(name)).expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path + "/domains");
		assertThat(page(path + "/domains")).contains("globex.example").contains("Create the connection");
		assertThat(vendor.requests()).noneMatch((request) -> request.method().equals("POST"));

		submit(path + "/domains", path + "/create", Map.of("confirmation", "Globex")).expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path + "/activation");
		assertThat(page(path + "/activation")).contains("Activate the connection")
			.contains("Download as Markdown")
			.contains("Audience URI (SP Entity ID)", "Attributes or claims to send", "What to send back")
			.doesNotContain("The connection is active");
		assertSheets(path);

		submit(path + "/activation", path + "/test", Map.of("confirmation", "Globex")).expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path + "/activation");
		this.client.head().uri(path + "/activation").accept(MediaType.TEXT_HTML).exchange().expectStatus().isOk();
		assertThat(page(path + "/activation")).contains("Open the test");
		assertThat(page(path + "/activation")).as("The link is shown once").doesNotContain("Open the test");
		vendor.completeTestRuns();

		submit(path + "/activation", path + "/activate", Map.of("confirmation", "Globex")).expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path + "/activation");
		assertThat(page(path + "/activation")).contains("The connection is active: users can sign in.");
		assertThat(page(path + "/idp")).as("The entries cannot be changed any more").isEmpty();
	}

	private void assertSheets(String path) {
		for (String extension : List.of("md", "html", "csv")) {
			this.client.get()
				.uri(path + "/sheet." + extension)
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.valueMatches("Content-Disposition", "attachment; filename=\"[A-Za-z0-9_-]+-okta\\." + extension + "\"")
				.expectHeader()
				.valueEquals("X-Content-Type-Options", "nosniff")
				.expectHeader()
				.valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'sha256-.*; sandbox")
				.expectBody(String.class)
				.value((text) -> assertThat(text).contains("Globex").contains("Single sign-on URL"));
		}
	}

	@Test
	void asksForATestBeforeTheActivationAtClerk() {
		vendor.completeTestRunsByPerson();
		String path = created("clerk", saml());
		submit(path + "/activation", path + "/activate", Map.of()).expectStatus().isSeeOther();
		assertThat(page(path + "/activation")).contains("A test must succeed first.")
			.contains("Open the test")
			.doesNotContain("The connection is active");
	}

	@Test
	void readsAFileInItsOwnEncoding() {
		String latin = METADATA.replace("UTF-8", "ISO-8859-1")
			.replace("https://idp.globex.example", "https://idp.gl\u00F6bex.example");
		String path = upload(latin.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(page(path + "/findings")).contains("https://idp.gl\u00F6bex.example");
		assertThat(page(path + "/idp")).contains("Sent: metadata.xml");
	}

	@Test
	void rejectsAFileThatIsTooLarge() {
		Form form = Form.open(this.client, "/customers");
		multipart(form, new byte[1024 * 1024 + 1]).expectStatus().isEqualTo(413);
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void showsNoClientSecret() {
		Map<String, String> oidc = new TreeMap<>(Map.of("kind", "oidc", "product", "okta", "issuer",
				"https://idp.globex.example", "clientId", "console", "clientSecret", "not-to-be-shown"));
		String path = begin("clerk", oidc);
		assertThat(page(path + "/idp")).contains("Set. Enter another one to replace it.")
			.contains("value=\"console\"")
			.doesNotContain("not-to-be-shown");
		oidc.remove("clientSecret");
		submit(path + "/idp", path + "/idp", form("clerk", oidc)).expectStatus().isSeeOther();
		assertThat(page(path + "/findings")).doesNotContain("not-to-be-shown");
		submit(path + "/domains", path + "/domains", domains("clerk")).expectStatus().isSeeOther();
		String domains = page(path + "/domains");
		assertThat(domains).doesNotContain("not-to-be-shown");
	}

	@Test
	void createsNothingWhenTheEntriesHaveChanged() {
		String path = begin("clerk", saml());
		submit(path + "/domains", path + "/domains", domains("clerk"));
		Form old = Form.open(this.client, path + "/domains");
		Map<String, String> other = new TreeMap<>(domains("clerk"));
		other.put("domains", "other.example");
		submit(path + "/domains", path + "/domains", other);
		old.submit(this.client, path + "/create", Map.of())
			.expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("Something has changed").contains("other.example"));
		assertThat(vendor.requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@Test
	void activatesNothingWhenMoreUsersAreMovedThanThePageSaid() {
		vendor.completeTestRunsByPerson();
		String path = created("clerk", saml());
		submit(path + "/activation", path + "/test", Map.of());
		vendor.completeTestRuns();
		Form old = Form.open(this.client, path + "/activation");
		assertThat(old.page()).contains("0 existing users");
		vendor.addUser("ann@globex.example");
		old.submit(this.client, path + "/activate", Map.of())
			.expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("Something has changed").contains("1 existing users"));
		assertThat(page(path + "/activation")).doesNotContain("The connection is active");
		submit(path + "/activation", path + "/activate", Map.of()).expectStatus().isSeeOther();
		assertThat(page(path + "/activation")).contains("The connection is active");
	}

	@Test
	void handsTheClientSecretToTheVendorAndForgetsIt(@Autowired CustomerDrafts drafts) {
		String path = createdUnchecked(drafts, Map.of("kind", "oidc", "product", "okta", "issuer",
				"https://idp.globex.example", "clientId", "console", "clientSecret", "not-to-be-shown"));
		assertThat(lastRequest("POST").body()).contains("not-to-be-shown");
		assertThat(drafts.get(path.replace("/customers/", "")).idp().clientSecret()).isNull();
		assertThat(page(path + "/activation")).contains("Not known yet", "redirect URI")
			.doesNotContain("not-to-be-shown");
		assertThat(page(path + "/sheet.md")).contains("Do not send the client secret with your reply")
			.doesNotContain("not-to-be-shown");
	}

	private static RecordedRequest lastRequest(String method) {
		return vendor.requests()
			.stream()
			.filter((request) -> request.method().equals(method))
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	@Test
	void saysWhatIsDoneAndFinishesIt() {
		String path = begin("clerk", saml());
		submit(path + "/domains", path + "/domains", domains("clerk"));
		Form form = Form.open(this.client, path + "/domains");
		vendor.faults().on("POST", "/v1/enterprise_connections").status(403);
		form.submit(this.client, path + "/create", Map.of())
			.expectStatus()
			.isEqualTo(502)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("The vendor did not do this")
				.contains("Done so far: organization."));
		vendor.faults().clear();
		submit(path + "/domains", path + "/create", Map.of()).expectStatus().isSeeOther();
		assertThat(vendor.requests()
			.stream()
			.filter((request) -> request.method().equals("POST"))
			.filter((request) -> request.url().endsWith("/organizations"))).hasSize(1);
	}

	@Test
	void saysWhatIsDoneOfAConnectionThatIsNotComplete(CapturedOutput output) {
		String path = begin("auth0", saml());
		submit(path + "/domains", path + "/domains", domains("auth0"));
		vendor.faults().on("POST", "/api/v2/organizations/*/discovery-domains").status(403);
		submit(path + "/domains", path + "/create", Map.of("confirmation", "Globex")).expectStatus().isEqualTo(502);
		assertThat(page(path + "/domains")).contains("Done so far", "organization, connection. Create")
			.containsPattern("<a href=\"/connections/auth0/default/con_\\w+\">con_");
		assertThat(output).containsPattern("connection=con_\\w+ action=\"create\" outcome=failed 502");
		assertThat(page(path + "/activation")).as("step 4").isEmpty();
		vendor.faults().clear();
		submit(path + "/domains", path + "/create", Map.of("confirmation", "Globex")).expectStatus().isSeeOther();
		assertThat(page(path + "/activation")).contains("Activate the connection");
	}

	@Test
	void createsOneConnectionWhenTheFormIsSubmittedTwice() {
		String path = begin("clerk", saml());
		submit(path + "/domains", path + "/domains", domains("clerk"));
		Form form = Form.open(this.client, path + "/domains");
		Fault slow = vendor.faults().on("POST", "/v1/enterprise_connections").delay(Duration.ofMinutes(1));
		WebTestClient leaving = this.client.mutate().responseTimeout(Duration.ofSeconds(3)).build();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> form.submit(leaving, path + "/create", Map.of()));
		assertThat(slow.fired()).isOne();
		form.submit(this.client, path + "/create", Map.of())
			.expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("The connection is being created"));
		slow.clear();
		Instant limit = Instant.now().plusSeconds(30);
		while (page(path + "/activation").isEmpty() && Instant.now().isBefore(limit)) {
			Thread.onSpinWait();
		}
		form.submit(this.client, path + "/create", Map.of())
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path + "/activation");
		assertThat(vendor.requests()
			.stream()
			.filter((request) -> request.method().equals("POST"))
			.filter((request) -> request.url().endsWith("/enterprise_connections"))).hasSize(1);
	}

	@Test
	void offersNoCreationThatWouldFail(@Autowired CustomerDrafts drafts) {
		String path = begin("clerk", Map.of("kind", "url", "product", "okta", "url", "not an address"));
		submit(path + "/domains", path + "/domains", domains("clerk")).expectStatus().isSeeOther();
		Form form = Form.open(this.client, path + "/domains");
		assertThat(form.page()).contains("The connection cannot be created yet")
			.doesNotContain("Create the connection</button>");
		String state = FormState.of(drafts.get(path.replace("/customers/", "")).facts());
		int status = form.submit(this.client, path + "/create", Map.of("_state", state))
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("<h1>Add Globex</h1>"))
			.returnResult()
			.getStatus()
			.value();
		assertThat(status).isEqualTo(422);
	}

	@Test
	void saysWhatIsMissing() {
		for (Map.Entry<String, String> missing : Map
			.of("customer", "Enter the name of the customer.", "ssoUrl", "Enter the SSO URL of the IdP.", "account",
					"Choose an account.", "kind", "Choose how the IdP is described.")
			.entrySet()) {
			Map<String, String> fields = new TreeMap<>(form("clerk", saml()));
			fields.put(missing.getKey(), "");
			submit("/customers", "/customers", fields).expectStatus()
				.isEqualTo(422)
				.expectBody(String.class)
				.value((text) -> assertThat(text).contains(missing.getValue()));
		}
		String path = begin("auth0", saml());
		submit(path + "/domains", path + "/domains", Map.of("organization", "none", "domains", ",")).expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("Enter at least one domain."));
		submit(path + "/domains", path + "/domains", Map.of("organization", "none", "domains", "globex.example"))
			.expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("Enter at least one client"));
		for (Map.Entry<String, String> organization : Map
			.of("none", "Discovery domains belong to an organization", "new", "The name of the organization may have")
			.entrySet()) {
			Map<String, String> fields = new TreeMap<>(domains("auth0"));
			fields.put("organization", organization.getKey());
			fields.put("organizationName", "Globex Inc.");
			submit(path + "/domains", path + "/domains", fields).expectStatus()
				.isEqualTo(422)
				.expectBody(String.class)
				.value((text) -> assertThat(text).contains(organization.getValue()).doesNotContain("&#39;"));
		}
	}

	@Test
	void saysThatTheEntriesAreGone() {
		assertThat(page("/customers/AAAAAAAAAAAAAAAAAAAAAAAA/domains", 404)).contains("These entries are gone");
	}

	@Test
	void forgetsWhatBelongsToAnotherAccount() {
		String path = begin("auth0", saml());
		submit(path + "/domains", path + "/domains", domains("auth0")).expectStatus().isSeeOther();
		submit(path + "/idp", path + "/idp", form("clerk", saml())).expectStatus().isSeeOther();
		assertThat(page(path + "/domains", 200)).contains("globex.example", "Create the connection");
		submit(path + "/domains", path + "/create", Map.of()).expectStatus().isSeeOther();
		assertThat(page(path + "/activation")).contains("Activate the connection");
	}

	@Test
	void testsAfterTheActivationAtAuth0() {
		assertThat(page(created("auth0", saml()) + "/activation"))
			.containsSubsequence("2. Activate", "Auth0 moves no existing users.", "3. Test the sign-in",
					"Activate the connection first")
			.doesNotContain("3. Activate");
		assertThat(page(created("clerk", saml()) + "/activation")).containsSubsequence("2. Test the sign-in",
				"3. Activate");
	}

	@Test
	void testsWhatThePageShowsWithTheNameAtALiveAccount() {
		String path = created("auth0", saml());
		Form form = Form.open(this.client, path + "/activation");
		form.submit(this.client, path + "/test", Map.of("confirmation", "Other"))
			.expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("The name does not match"));
		form.submit(this.client, path + "/test", Map.of("confirmation", "Globex", "_state", "other"))
			.expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("Nothing was tested"));
		assertThat(page(path + "/activation")).doesNotContain("role=\"status\"");
	}

	@Test
	void dropsEntriesWhoseConnectionWasDeleted(@Autowired CustomerDrafts drafts) {
		String path = created("clerk", saml());
		String id = String.valueOf(drafts.get(path.replace("/customers/", "")).connectionId());
		Form form = Form.open(this.client, path + "/activation");
		this.client.delete().uri(ENTERPRISE_CONNECTIONS + "/" + id).exchange().expectStatus().is2xxSuccessful();
		form.submit(this.client, path + "/activate", Map.of())
			.expectStatus()
			.isNotFound()
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("The connection was deleted"));
		assertThat(page(path + "/activation", 404)).contains("These entries are gone");
	}

	@Test
	void discardsEntries() {
		String path = begin("clerk", saml());
		assertThat(page("/customers")).contains("action=\"" + path + "/discard\"");
		submit("/customers", path + "/discard", Map.of()).expectStatus()
			.isSeeOther()
			.expectHeader()
			.location("/customers");
		assertThat(page("/customers")).doesNotContain(path);
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void requiresTheNameAtALiveAccount() {
		String path = begin("auth0", saml());
		submit(path + "/domains", path + "/domains", domains("auth0"));
		assertThat(page(path + "/domains")).contains("This account is live.");
		submit(path + "/domains", path + "/create", Map.of("confirmation", "Other")).expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("The name does not match").contains("Create the connection"));
		assertThat(vendor.requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
			"${7*7}__${T(java.lang.Runtime)}__" })
	void escapesWhatWasEntered(String hostile) {
		Map<String, String> fields = new TreeMap<>(form("clerk", saml()));
		fields.put("customer", hostile);
		fields.put("entityId", hostile);
		String location = submit("/customers", "/customers", fields).expectStatus()
			.isSeeOther()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst("Location");
		String path = location.replace("/findings", "");
		submit(path + "/domains", path + "/domains", Map.of("domains", "globex.example", "organization", "new",
				"organizationName", "globex", "organizationDisplayName", hostile));
		for (String page : List.of("/customers", path + "/idp", path + "/findings", path + "/domains")) {
			assertThat(page(page)).as(page)
				.doesNotContain("<script>alert", "' onmouseover", "49__")
				.contains(HtmlUtils.htmlEscape(hostile).substring(0, 6));
		}
		submit(path + "/domains", path + "/create", Map.of()).expectStatus().isSeeOther();
		assertThat(page(path + "/activation")).contains("Activate the connection")
			.doesNotContain("<script>alert", "' onmouseover", "49__");
		assertThat(page(path + "/sheet.html")).contains("<!DOCTYPE html>").doesNotContain("<script", "' onmouseover");
		fields.put("kind", hostile);
		submit("/customers", "/customers", fields).expectStatus().isEqualTo(422);
	}

	@Test
	void escapesWhatTheVendorSays() {
		String hostile = "'\\\"><script>alert(1)</script>";
		String path = created("clerk", saml());
		vendor.faults()
			.on("GET", "/v1/enterprise_connections/*/test_runs")
			.respond(200, "application/json",
					"""
							{"data":[{"id":"X","status":"failed","logs":[{"level":"error","code":"X","message":"X"}]}],"total_count":1}
							"""
						.replace("X", hostile));
		assertThat(page(path + "/activation")).contains("&lt;script&gt;").doesNotContain("<script");
		vendor.faults().on("GET", "/v1/enterprise_connections/*").respond(403, "application/json", """
				{"errors":[{"code":"X","message":"X","long_message":"X"}]}""".replace("X", hostile));
		assertThat(page(path + "/activation", 502)).contains("&lt;script&gt;").doesNotContain("<script");
	}

	private Map<String, String> saml() {
		return Map.of("kind", "saml", "product", "okta", "entityId", "https://idp.globex.example", "ssoUrl",
				"https://idp.globex.example/sso", "certificate", CERTIFICATE);
	}

	private static Map<String, String> form(String vendorName, Map<String, String> idp) {
		Map<String, String> fields = new TreeMap<>(idp);
		fields.put("account", vendorName + "/default");
		fields.put("customer", "Globex");
		return fields;
	}

	private static Map<String, String> domains(String vendorName) {
		Map<String, String> fields = new TreeMap<>(Map.of("domains", "globex.example", "organization", "new",
				"organizationName", "globex", "organizationDisplayName", "Globex Inc."));
		if (vendorName.equals("auth0")) {
			fields.put("clientIds", "app");
			fields.put("discoveryDomains", "true");
		}
		return fields;
	}

	private String begin(String vendorName, Map<String, String> idp) {
		String location = submit("/customers", "/customers", form(vendorName, idp)).expectStatus()
			.isSeeOther()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst("Location");
		assertThat(location).matches("/customers/[A-Za-z0-9_-]{24}/findings");
		return location.replace("/findings", "");
	}

	// Nothing serves the IdP's documents: its page offers no creation
	private String createdUnchecked(CustomerDrafts drafts, Map<String, String> idp) {
		String path = begin("clerk", idp);
		submit(path + "/domains", path + "/domains", domains("clerk")).expectStatus().isSeeOther();
		String state = FormState.of(drafts.get(path.replace("/customers/", "")).facts());
		submit(path + "/domains", path + "/create", Map.of("_state", state)).expectStatus().isSeeOther();
		return path;
	}

	private String created(String vendorName, Map<String, String> idp) {
		String path = begin(vendorName, idp);
		submit(path + "/domains", path + "/domains", domains(vendorName)).expectStatus().isSeeOther();
		submit(path + "/domains", path + "/create", Map.of("confirmation", "Globex")).expectStatus().isSeeOther();
		return path;
	}

	private WebTestClient.ResponseSpec submit(String page, String path, Map<String, String> fields) {
		return Form.open(this.client, page).submit(this.client, path, fields);
	}

	private String upload(byte[] file) {
		return multipart(Form.open(this.client, "/customers"), file).expectStatus()
			.isSeeOther()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst("Location")
			.replace("/findings", "");
	}

	private WebTestClient.ResponseSpec multipart(Form form, byte[] file) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("_token", form.token());
		form("clerk", Map.of("kind", "file", "product", "okta")).forEach(body::part);
		body.part("file", new ByteArrayResource(file) {

			@Override
			public String getFilename() {
				return "metadata.xml";
			}

		}, MediaType.APPLICATION_XML);
		return this.client.post()
			.uri("/customers")
			.accept(MediaType.TEXT_HTML)
			.cookie("sso-console", form.cookie())
			.bodyValue(body.build())
			.exchange();
	}

	private String page(String path) {
		return page(path, -1);
	}

	private String page(String path, int status) {
		WebTestClient.ResponseSpec response = this.client.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
		if (status > 0) {
			response.expectStatus().isEqualTo(status);
		}
		String page = response.expectBody(String.class).returnResult().getResponseBody();
		return (page != null) ? page : "";
	}

}
