// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The pages that play the IdP.
 */
class SignInPagesTests extends AbstractSandboxTests {

	private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"(\\w+)\"");

	private static final String EVIL = "&redirect_uri=https://evil.example&return=https://evil.example&url=//evil.example";

	private final HttpClient browser = HttpClient.newHttpClient();

	@AfterEach
	void leadNowhere() {
		sandbox.signInsReturnTo(null);
	}

	@ParameterizedTest
	@CsvSource({ "success, success, ''", "failure, failed, saml_response_not_successful",
			"wrong_attribute, failed, saml_user_attribute_missing" })
	void completesTestRunAsChosen(String outcome, String status, String code) throws Exception {
		sandbox.completeTestRunsByPerson();
		String id = createActive();
		String page = startRun(id);
		assertThat(runs(id).text("/data/0/status")).isEqualTo("pending");
		assertThat(runs(id).text("/data/0/status")).isEqualTo("pending");
		assertThat(get(page).body()).contains("jane.doe@acme.example").contains("<button name=\"outcome\"");
		HttpResponse<String> chosen = choose(page, outcome);
		assertThat(chosen.statusCode()).isEqualTo(303);
		assertThat(chosen.headers().firstValue("Location")).contains(page);
		assertThat(runs(id).text("/data/0/status")).isEqualTo(status);
		assertThat(runs(id).body().at("/data/0/logs/0/code").asText()).isEqualTo(code);
		assertThat(get(page).body()).contains("has " + (status.equals("failed") ? "failed" : "succeeded"))
			.doesNotContain("<form");
	}

	@Test
	void failsRunsOfConnectionsThatCannotWork() throws Exception {
		sandbox.completeTestRunsByPerson();
		String id = client.createEnterprise("'saml': {" + idp(certificate(-20, -10)) + "}").id();
		choose(startRun(id), "success");
		assertThat(runs(id).text("/data/0/logs/0/code")).isEqualTo("saml_idp_certificate_expired");
	}

	@Test
	void completesARunOnce() throws Exception {
		sandbox.completeTestRunsByPerson();
		String id = createActive();
		String page = startRun(id);
		String form = form(page);
		submit(page, "form=" + form + "&outcome=failure");
		assertThat(submit(page, "form=" + form + "&outcome=success").statusCode()).isEqualTo(303);
		assertThat(runs(id).text("/data/0/status")).isEqualTo("failed");
	}

	@Test
	void completesRunsByThemselvesUnlessAPersonDoes() throws Exception {
		String id = createActive();
		String page = startRun(id);
		runs(id);
		assertThat(runs(id).text("/data/0/status")).isEqualTo("success");
		choose(page, "failure");
		assertThat(runs(id).text("/data/0/status")).isEqualTo("failed");
		sandbox.completeTestRunsByPerson();
		startRun(id);
		sandbox.completeTestRuns();
		assertThat(runs(id).text("/data/0/status")).isEqualTo("success");
	}

	@Test
	void returnsToTheConsole() throws Exception {
		sandbox.signInsReturnTo("http://127.0.0.1:8080/connections/{vendor}/default/{connection}");
		String id = createActive();
		String page = startRun(id);
		assertThat(get(page).headers().firstValue("Content-Security-Policy"))
			.contains("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
					+ "form-action 'self' http://127.0.0.1:8080");
		assertThat(choose(page, "success").headers().firstValue("Location"))
			.contains("http://127.0.0.1:8080/connections/clerk/default/" + id);
		assertThat(get(page).body()).contains("href=\"http://127.0.0.1:8080/connections/clerk/default/" + id + "\"");
	}

	@Test
	void redirectsNowhereElse() throws Exception {
		String id = createActive();
		String page = startRun(id);
		assertThat(get(page + EVIL).body()).doesNotContain("evil");
		HttpResponse<String> chosen = submit(page + EVIL, "form=" + form(page) + "&outcome=success" + EVIL);
		assertThat(chosen.headers().firstValue("Location")).contains(page);
		HttpResponse<String> authorized = get(authorize(connection("it")) + EVIL);
		assertThat(authorized.headers().firstValue("Location").orElseThrow())
			.matches("http://127\\.0\\.0\\.1:" + sandbox.port() + "/sign-in/auth0\\?token=\\w+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "javascript:alert(1)", "http://localhost", "http://user@host/",
			"http://host/?a=b", "http://host/#a", "ftp://host/", "http://{vendor}/", "/connections", "",
			"http://host/{other}", "http://host/a b", "http://host/\"" })
	void rejectsReturnUrlsThatAreNoPage(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> sandbox.signInsReturnTo(url));
	}

	@Test
	void saysWhoWouldSignInAtAuth0() throws Exception {
		String page = get(authorize(connection("it"))).headers().firstValue("Location").orElseThrow();
		assertThat(get(page).body()).contains("jane.doe@acme.com",
				"through the connection it at Auth0 to the client app");
		int requests = sandbox.requests().size();
		assertThat(choose(page, "success").headers().firstValue("Location")).contains(page);
		assertThat(get(page).body()).contains("Jane Doe would be signed in.", "No result is stored.");
		assertThat(sandbox.requests()).hasSize(requests + 3);
	}

	@Test
	void saysWhyASignInAtAuth0CannotBegin() throws Exception {
		String id = connection("it");
		assertThat(get(authorize(id).replace("=it", "=other")).body()).contains("There is no connection of this name.");
		assertThat(get(authorize(id).replace("=app", "=x")).body()).contains("not enabled for the client");
		auth0.patch("connections/" + id, "{'authentication': {'active': false}}");
		assertThat(get(authorize(id)).body()).contains("The connection is not active.");
	}

	@Test
	void escapesWhatTheConnectionSays() throws Exception {
		String id = client.createEnterprise("'name': '\\\"><script>alert(1)</script>'").id();
		String body = get(startRun(id)).body();
		assertThat(body).contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
	}

	@Test
	void rejectsFormsFromElsewhere() throws Exception {
		String id = createActive();
		String page = startRun(id);
		sandbox.completeTestRunsByPerson();
		String form = "form=" + form(page) + "&outcome=failure";
		assertThat(submit(page, "outcome=failure").statusCode()).isEqualTo(403);
		assertThat(submit(page, "form=made-up&outcome=failure").statusCode()).isEqualTo(403);
		for (String[] header : new String[][] { { "Origin", "https://evil.example" },
				{ "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Site", "same-site" } }) {
			assertThat(submit(page, form, header).statusCode()).isEqualTo(403);
		}
		assertThat(submit(page, form.replace("failure", "other")).statusCode()).isEqualTo(400);
		assertThat(get(page.replaceAll("token=.*", "token=a")).statusCode()).isEqualTo(404);
		assertThat(runs(id).text("/data/0/status")).isEqualTo("pending");
		assertThat(submit(page, form, "Origin", "null", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
	}

	@Test
	void rejectsOtherHosts() throws IOException {
		String path = URI.create(startRun(createActive())).toString().replaceAll("http://[^/]+", "");
		try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
			socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 403")
				.doesNotContain("<form");
		}
	}

	@Test
	void sendsStrictHeaders() throws Exception {
		HttpResponse<String> page = get(startRun(createActive()));
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.contains("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
	}

	private static String startRun(String id) {
		return client.post(ENTERPRISE + "/" + id + "/test_runs", null).text("/url");
	}

	private static ApiResponse runs(String id) {
		return client.get(ENTERPRISE + "/" + id + "/test_runs");
	}

	private static String connection(String name) {
		String id = auth0.create("'name': '" + name + "', 'options': {'domain_aliases': ['acme.com']}").id();
		sandbox.auth0().clients("app");
		auth0.patch("connections/" + id + "/clients", "[{'client_id': 'app', 'status': true}]");
		return id;
	}

	private static String authorize(String id) {
		return sandbox.auth0().baseUrl() + "/authorize?response_type=code&client_id=app&connection="
				+ auth0.get("connections/" + id).text("/name");
	}

	private String form(String page) throws Exception {
		Matcher matcher = FORM.matcher(get(page).body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private HttpResponse<String> choose(String page, String outcome) throws Exception {
		return submit(page, "form=" + form(page) + "&outcome=" + outcome);
	}

	private HttpResponse<String> get(String url) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(url)));
	}

	private HttpResponse<String> submit(String url, String body, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.browser.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
	}

}
