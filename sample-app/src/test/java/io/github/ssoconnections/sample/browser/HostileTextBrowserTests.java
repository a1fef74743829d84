// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of a vendor or a customer that try to be more than text, in every field, on every
 * page.
 */
class HostileTextBrowserTests extends AbstractBrowserTests {

	private static final List<String> TEXTS = List.of("</title><script>window.hit = 1</script>",
			"\"><img src=x onerror=\"window.hit = 1\">", "' onmouseover='window.hit = 1", "javascript:window.hit=1",
			"\u202e\u2066reversed\u0000\u0007", "W".repeat(10_000), "${7*7}__${T(java.lang.Runtime)}__::x",
			"<style>*{display:none}</style></td></tr></table>");

	@BeforeEach
	void haveHostileConnections() {
		List<Map<String, Object>> clerk = new ArrayList<>();
		List<Map<String, Object>> auth0 = new ArrayList<>();
		IntStream.range(0, TEXTS.size()).forEach((i) -> {
			String text = TEXTS.get(i);
			clerk.add(Map.of("id", "ent_hostile" + i, "name", text, "provider", text, "active", i % 2 == 0, "domains",
					List.of(text, "acme.example"), "organization_id", text, "saml_connection",
					Map.of("id", "samlc_" + i, "idp_entity_id", text, "idp_sso_url", text, "idp_metadata_url", text,
							"idp_certificate_expires_at", 1_700_000_000_000L)));
			auth0.add(Map.of("id", "con_hostile" + i, "name", text, "display_name", text, "strategy", "samlp",
					"metadata", Map.of("k", text), "realms", List.of(text), "options", Map.of("domain_aliases",
							List.of(text, "acme.example"), "signInEndpoint", text, "tenant_domain", text)));
		});
		sandbox().reset();
		respond("/v1/enterprise_connections", Map.of("data", clerk, "total_count", clerk.size()));
		respond("/v1/saml_connections", Map.of("data", List.of(), "total_count", 0));
		respond("/api/v2/connections", Map.of("connections", auth0));
		IntStream.range(0, TEXTS.size())
			.forEach(
					(i) -> respond(
							"/v1/enterprise_connections/ent_hostile" + i + "/test_runs", Map.of(
									"data", List.of(
											Map.of("id", "run_" + i, "status", "failed", "created_at",
													1_700_000_000_000L, "logs", List.of(Map.of("level", "error", "code",
															TEXTS.get(i), "message", TEXTS.get(i))))),
									"total_count", 1)));
		IntStream.range(0, TEXTS.size())
			.forEach((i) -> respond("/v1/enterprise_connections/ent_hostile" + i, clerk.get(i)));
		IntStream.range(0, TEXTS.size()).forEach((i) -> respond("/api/v2/connections/con_hostile" + i, auth0.get(i)));
		respond("/v1/directories",
				Map.of("data",
						IntStream.range(0, TEXTS.size())
							.mapToObj((i) -> Map.of("id", "dir_" + i, "name", TEXTS.get(i), "endpoint_url",
									TEXTS.get(i), "enterprise_connection_id", "ent_hostile0"))
							.toList(),
						"total_count", TEXTS.size()));
		refresh();
	}

	@AfterEach
	void forget() {
		sandbox().faults().clear();
	}

	private void respond(String path, Object body) {
		sandbox().faults().on("GET", path).respond(200, "application/json", WireJson.mapper().writeValueAsString(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/connections", "/connections?q=%3Cscript%3Ewindow.hit=1%3C/script%3E&account=%22%3E",
			"/scim", "/scim/clerk/default/ent_hostile0", "/customers", "/customers/import",
			"/nowhere/%3Cscript%3Ewindow.hit=1" })
	void staysText(String path) {
		open(path);
		expectText(path);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void staysTextOnThePageOfAConnection(int number) {
		for (String path : List.of("/connections/clerk/default/ent_hostile" + number,
				"/connections/auth0/default/con_hostile" + number)) {
			open(path);
			assertThat(driver().getTitle()).as(path).doesNotContain("Not Found");
			expectText(path);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 7 })
	void staysTextInTheFormForACustomer(int number) {
		open("/customers");
		leave(() -> driver().executeScript("""
				const form = document.querySelector('main form');
				form.noValidate = true;
				form.querySelectorAll('input, textarea').forEach((field) => {
					if (!['hidden', 'radio', 'checkbox', 'file', 'submit'].includes(field.type)) {
						field.removeAttribute('maxlength');
						field.value = arguments[0];
					}
				});
				form.querySelector('button').click();""", TEXTS.get(number)));
		expectText("customer " + number);
	}

	@Test
	void staysTextInALookUp() {
		open("/lookup");
		leave(() -> find("#text").sendKeys("alice@acme.example", Keys.ENTER));
		assertThat(text()).contains("connections, active first");
		expectText("lookup");
		open("/lookup");
		leave(() -> find("#text").sendKeys("\"><script>window.hit = 1</script>", Keys.ENTER));
		expectText("lookup of a hostile text");
	}

	@Test
	void staysTextInAnError() {
		sandbox().faults().clear();
		sandbox().faults()
			.on("GET", "/v1/directories")
			.respond(403, "application/json", WireJson.mapper()
				.writeValueAsString(Map.of("errors",
						List.of(Map.of("code", TEXTS.get(0), "message", TEXTS.get(1), "long_message", TEXTS.get(5))))));
		open("/scim/clerk/default/ent_hostile1");
		expectText("error");
	}

	private void expectText(String name) {
		for (Appearance appearance : List.of(Appearance.WIDE_LIGHT, Appearance.PHONE_DARK)) {
			browser().appear(appearance);
			browser().check(name, appearance);
		}
		assertThat(driver().executeScript("return window.hit")).as(name).isNull();
		assertThat(browser().number("document.querySelectorAll('script:not([src^=\"/\"]), style, img, iframe,"
				+ " [onerror], [onmouseover], a[href^=\"javascript\"]').length"))
			.as(name)
			.isZero();
		assertThat(browser().number("document.querySelectorAll('main, footer').length")).as(name).isEqualTo(2);
	}

}
