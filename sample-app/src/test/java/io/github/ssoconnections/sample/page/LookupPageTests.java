// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.Map;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sample.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LookupPageTests extends AbstractConsoleTests {

	@Test
	void showsDuplicatesBesideEachOther(CapturedOutput output) {
		vendor.seed();
		refresh();
		int before = vendor.requests().size();
		String page = lookUp("alice.canary@acme.example", HttpStatus.OK);
		assertThat(page).contains("2 connections, active first")
			.containsSubsequence("<article", ">Acme</a>", "acme.example is one of its domains", "<article",
					">Acme (old)</a>");
		assertThat(vendor.requests()).hasSize(before);
		assertThat(output).doesNotContain("alice.canary");
	}

	@Test
	void looksUpDomains() {
		vendor.seed();
		refresh();
		assertThat(lookUp(" HOOLI.example. ", HttpStatus.OK)).contains("1 connection<", ">Hooli</a>");
		assertThat(lookUp("nobody.example", HttpStatus.OK)).contains("No connection of any account serves it")
			.doesNotContain("<article");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "acme", "alice@", "\"><script>alert(1)</script>" })
	void rejectsWhatIsNeither(String text) {
		refresh();
		assertThat(lookUp(text, HttpStatus.UNPROCESSABLE_CONTENT))
			.contains("Enter an e-mail address or a domain", "aria-invalid=\"true\"")
			.doesNotContain("<script");
	}

	@Test
	void cannotTellWhenSomethingIsUnknown() {
		vendor.faults().on("GET", "/v1/enterprise_connections").respond(200, "application/json", """
				{"data": [{"id": "ent_1", "name": "Acme"}, {"id": "ent_2", "domains": ["acme.example"]}]}
				""");
		refresh();
		assertThat(lookUp("nobody.example", HttpStatus.OK)).contains("Cannot tell",
				"Clerk: the domains of 1 connections are unknown.");
		assertThat(lookUp("acme.example", HttpStatus.OK)).contains("There may be more", "1 connection<");
	}

	@Test
	@DirtiesContext(methodMode = DirtiesContext.MethodMode.BEFORE_METHOD)
	void cannotTellBeforeTheFirstRefresh() {
		assertThat(lookUp("acme.example", HttpStatus.OK)).contains("Cannot tell",
				"Clerk: the connections have not been read yet.", "Auth0: the connections have not been read yet.");
	}

	@Test
	void rejectsFormsWithoutToken() {
		this.client.post()
			.uri("/lookup")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.bodyValue("text=acme.example")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	private String lookUp(String text, HttpStatus status) {
		WebTestClient.ResponseSpec response = Form.open(this.client, "/lookup")
			.submit(this.client, "/lookup", Map.of("text", text));
		return response.expectStatus().isEqualTo(status).expectBody(String.class).returnResult().getResponseBody();
	}

}
