// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@Import(FormPages.class)
@ExtendWith(OutputCaptureExtension.class)
class FormTokenTests extends AbstractConsoleTests {

	private static final String PAGE = "/form-test/clerk";

	private static final String ACTION = "/form-test/clerk/default/x/rename";

	@Test
	void acceptsFormThatTheSameBrowserWasGiven(CapturedOutput output) {
		Form form = Form.open(this.client, PAGE);
		form.submit(this.client, ACTION, Map.of())
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.valueEquals("Location", PAGE);
		assertThat(output)
			.contains("account=clerk/default connection=ent_1?forged?1 action=\"rename\" outcome=test needed");
	}

	@Test
	void addsTheTokenToFormsThatChangeOnly() {
		assertThat(Form.open(this.client, PAGE).page()).containsOnlyOnce("_token");
	}

	@Test
	void setsCookieThatScriptsAndFormsOfOtherSitesDoNotUse() {
		this.client.get()
			.uri(PAGE)
			.exchange()
			.expectHeader()
			.value("Set-Cookie", (cookie) -> assertThat(cookie)
				.matches("sso-console=[A-Za-z0-9_-]{43}; Path=/; HTTPOnly; SameSite=Lax"));
	}

	@Test
	void keepsTheCookieThatTheBrowserHas() {
		Form form = Form.open(this.client, PAGE);
		String page = this.client.get()
			.uri(PAGE)
			.cookie(FormTokens.COOKIE, form.cookie())
			.exchange()
			.expectHeader()
			.doesNotExist("Set-Cookie")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).contains(form.token());
	}

	@Test
	void setsNoCookieWhereThereIsNoForm() {
		get("/connections").expectStatus().isOk().expectHeader().doesNotExist("Set-Cookie");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "no", value = { "right, no", "right, other", "right, malformed", "no, right", "no, no",
			"other, right", "empty, right", "cookie, right" })
	void rejectsOtherTokensAndOtherBrowsers(String token, String cookie, CapturedOutput output) {
		Form form = Form.open(this.client, PAGE);
		Form other = Form.open(this.client, PAGE);
		Map<String, String> tokens = Map.of("right", form.token(), "other", other.token(), "empty", "", "cookie",
				form.cookie());
		Map<String, String> cookies = Map.of("right", form.cookie(), "other", other.cookie(), "malformed", "a");
		WebTestClient.RequestBodySpec request = this.client.post()
			.uri(ACTION)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED);
		if (cookie != null) {
			request.cookie(FormTokens.COOKIE, cookies.get(cookie));
		}
		request.bodyValue((token != null) ? "_token=" + tokens.get(token) : "name=x")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:form-expired");
		assertThat(output).contains("action=\"rename\" outcome=rejected 403");
	}

	@Test
	void rejectsTokenOfAnotherStartOfTheConsole() {
		Form form = Form.open(this.client, PAGE);
		assertThat(new FormTokens().matches(
				MockServerWebExchange
					.from(MockServerHttpRequest.post("/x").cookie(new HttpCookie(FormTokens.COOKIE, form.cookie()))),
				form.token()))
			.isFalse();
	}

	@Test
	void rejectsBodiesThatAreNoForm() {
		Form form = Form.open(this.client, PAGE);
		this.client.post()
			.uri(ACTION)
			.cookie(FormTokens.COOKIE, form.cookie())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"_token\":\"" + form.token() + "\"}")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void showsBrowsersAPage() {
		String page = Form.open(this.client, PAGE)
			.submit(this.client, ACTION, Map.of("_token", "<script>"))
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).contains("<h1>The form is out of date</h1>").doesNotContain("<script>");
	}

	@ParameterizedTest
	@CsvSource({ "1048576, 0, 303", "1048577, 0, 413", "1200000, 0, 413", "700000, 700000, 413" })
	void boundsFiles(int size, int other, int status) {
		Form form = Form.open(this.client, PAGE);
		String body = part("name=\"_token\"", form.token()) + part("name=\"a\"; filename=\"a.xml\"", "a".repeat(size))
				+ part("name=\"b\"; filename=\"b.xml\"", "b".repeat(other)) + "--x--\r\n";
		this.client.post()
			.uri(ACTION)
			.cookie(FormTokens.COOKIE, form.cookie())
			.header("Content-Type", "multipart/form-data; boundary=x")
			.bodyValue(body.getBytes(StandardCharsets.US_ASCII))
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	private static String part(String disposition, String content) {
		return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
	}

	@Test
	void boundsForms() {
		Form.open(this.client, PAGE)
			.submit(this.client, ACTION, Map.of("text", "a".repeat(1100000)))
			.expectStatus()
			.isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
	}

}
