// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.condition.MediaTypeExpression;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The console over accounts that are live: no property says that they may be changed.
 */
@Import(FormPages.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "console.read-only=", "sso-connections.clerk.accounts.live.api-key=sk_live_made-up",
		"sso-connections.clerk.accounts.europe.api-key=sk_test_made-up" })
class ReadOnlyTests extends AbstractConsoleTests {

	private static final Set<RequestMethod> SAFE = Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping handlers;

	@Autowired
	ConsoleAccounts accounts;

	@Autowired
	ChangeGuard guard;

	@Test
	void tellsLiveAccountsByKeyAndTenant() {
		assertThat(this.accounts.all())
			.extracting((account) -> account.account() + (account.live() ? " live" : "")
					+ (account.readOnly() ? " read-only" : "") + (account.sandbox() ? " sandbox" : ""))
			.containsExactly("clerk", "clerk/europe", "clerk/live live read-only", "auth0 live read-only");
	}

	@Test
	void rejectsEveryChangeOfALiveAccount() {
		Form form = Form.open(this.client, "/form-test/auth0");
		String customer = beginCustomer(form);
		String customers = beginImport(form);
		int rejected = 0;
		for (Map.Entry<RequestMappingInfo, ?> mapping : this.handlers.getHandlerMethods().entrySet()) {
			RequestMappingInfo info = mapping.getKey();
			String pattern = info.getPatternsCondition().getPatterns().iterator().next().getPatternString();
			if (!SAFE.containsAll(info.getMethodsCondition().getMethods()) && !pattern.startsWith("/api/clerk/")
					&& !this.handlers.getHandlerMethods().get(info).hasMethodAnnotation(ChangesNothing.class)) {
				rejected(info,
						pattern.replace("{vendor}", "auth0")
							.replace("{account}", "default")
							.replace("{stateId}", customer)
							.replace("{importId}", customers),
						form);
				rejected++;
			}
		}
		assertThat(rejected).isGreaterThan(20);
		assertThat(vendor.requests()).isEmpty();
	}

	private String beginCustomer(Form form) {
		return location(form.submit(this.client, "/customers", Map.of("account", "auth0/default", "customer", "Acme",
				"kind", "oidc", "issuer", "https://idp.example", "clientId", "client")))
			.replaceAll("/customers/|/findings", "");
	}

	private String beginImport(Form form) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("_token", form.token());
		body.part("account", "auth0/default");
		body.part("file", "customer,domains\nAcme,acme.example\n".getBytes()).filename("customers.csv");
		return location(this.client.post()
			.uri("/customers/import")
			.cookie(FormTokens.COOKIE, form.cookie())
			.bodyValue(body.build())
			.exchange()).replace("/customers/import/", "");
	}

	private static String location(WebTestClient.ResponseSpec response) {
		return response.expectStatus().isSeeOther().returnResult(Void.class).getResponseHeaders().getFirst("Location");
	}

	private void rejected(RequestMappingInfo info, String pattern, Form form) {
		MediaType type = info.getConsumesCondition()
			.getExpressions()
			.stream()
			.findFirst()
			.map(MediaTypeExpression::getMediaType)
			.orElse(MediaType.APPLICATION_FORM_URLENCODED);
		RequestMethod method = info.getMethodsCondition().getMethods().iterator().next();
		String problem = this.client.method(HttpMethod.valueOf(method.name()))
			.uri(pattern.replaceAll("\\{name}", "auth0").replaceAll("\\{\\w+}", "x"))
			.cookie(FormTokens.COOKIE, form.cookie())
			.contentType(type)
			.bodyValue("_token=" + form.token())
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).as(method + " " + pattern)
			.contains("urn:sso-connections:read-only")
			.contains("console.read-only=false");
	}

	@Test
	void changesAccountsThatAreNotLive(CapturedOutput output) {
		post(ENTERPRISE_CONNECTIONS, "{\"name\":\"Acme\",\"provider\":\"saml_okta\",\"domains\":[\"acme.example\"]}")
			.expectStatus()
			.isCreated();
		Form form = Form.open(this.client, "/form-test/clerk");
		form.submit(this.client, "/form-test/clerk/europe/x/rename", Map.of()).expectStatus().isSeeOther();
		form.submit(this.client, "/form-test/clerk/live/x/rename", Map.of()).expectStatus().isForbidden();
		form.submit(this.client, "/form-test/clerk/nowhere/x/rename", Map.of()).expectStatus().isForbidden();
		assertThat(output)
			.contains(
					"account=clerk/default connection=- action=\"POST /api/clerk/enterprise-connections\" outcome=done")
			.contains("account=clerk/live connection=- action=\"rename\" outcome=rejected 403")
			.doesNotContain("acme");
	}

	@Test
	void rejectsChangesThatDoNotSayWhatTheyChange() {
		Form form = Form.open(this.client, "/form-test/clerk");
		form.submit(this.client, "/form-test-unguarded", Map.of()).expectStatus().isForbidden();
		form.submit(this.client, "/form-test-harmless", Map.of()).expectStatus().isSeeOther();
		form.submit(this.client, "/form-test-guarded/clerk", Map.of()).expectStatus().isSeeOther();
		form.submit(this.client, "/form-test-guarded/auth0", Map.of()).expectStatus().isForbidden();
	}

	@Test
	void readsDocumentsAndPagesAsEver() {
		get("/connections").expectStatus().isOk();
		get(AUTH0_CONNECTIONS).expectStatus().isOk();
		this.client.post()
			.uri("/api/saml/metadata")
			.contentType(MediaType.APPLICATION_XML)
			.bodyValue("<a/>")
			.exchange()
			.expectStatus()
			.isEqualTo(422);
	}

	@Test
	void showsBrowsersAPageThatNamesTheProperty(CapturedOutput output) {
		String page = Form.open(this.client, "/form-test/auth0")
			.submit(this.client, "/form-test/auth0/default/x/rename", Map.of())
			.expectStatus()
			.isForbidden()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).contains("<h1>Changes are rejected</h1>").contains("console.read-only=false");
	}

	@Test
	void asksForTheNameOfLiveAccountsOnly() {
		Account live = new Account("clerk", "live");
		this.guard.requireName(Account.ofDefault("clerk"), "Acme", null);
		this.guard.requireName(live, "Acme", " Acme ");
		for (String typed : new String[] { null, "", "acme", "Acme2" }) {
			assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> this.guard.requireName(live, "Acme", typed))
				.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(422));
		}
	}

}
