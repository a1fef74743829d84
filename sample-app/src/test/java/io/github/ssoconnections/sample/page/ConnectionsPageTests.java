// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsPageTests extends AbstractConsoleTests {

	private static final String HOSTILE = "'\\\"><script>alert(1)</script>";

	@Test
	void listsConnectionsOfAllVendors() {
		vendor.seed();
		refresh();
		assertThat(page("/connections")).contains("Stark Industries")
			.contains("saml_okta")
			.contains("globex-labs.example")
			.contains("org_umbrella")
			.contains("Soylent", "soylent.example", "pingfederate", "Inactive")
			.contains("Auth0: Live account", "Clerk: Test account")
			.containsPattern("href=\"/connections/clerk/default/ent_\\w+\">Stark Industries</a>");
	}

	@Test
	void showsHowCertificatesStandAtBothVendors() {
		vendor.seed();
		refresh();
		assertThat(page("/connections?vendor=clerk")).contains("<span class=\"badge expired\">Expired</span>")
			.contains("<span class=\"badge expiring\">Expires soon</span>")
			.contains("<span class=\"badge ok\">OK</span>")
			.contains("9 days ago")
			.contains("<small>Not used</small>")
			.contains("<small>None</small>");
		assertThat(page("/connections?vendor=auth0")).contains("<span class=\"badge expired\">Expired</span>")
			.contains("<span class=\"badge ok\">OK</span>")
			.contains("<small>Not used</small>");
	}

	@Test
	void searchesFiltersAndSorts() {
		vendor.seed();
		refresh();
		assertThat(page("/connections?q=stark")).contains("Stark Industries").doesNotContain("Soylent", "Hooli");
		assertThat(page("/connections?state=inactive&protocol=saml")).contains("Wayne Enterprises", "Soylent")
			.doesNotContain("Stark Industries");
		assertThat(page("/connections?vendor=clerk&sort=name&order=desc")).containsSubsequence("Wayne Enterprises",
				"Umbrella", "Stark Industries", "Acme");
		assertThat(page("/connections?q=nowhere")).contains("No connection matches").doesNotContain("<table");
	}

	@Test
	void leadsFromTheFormerPageOfAuth0() {
		get("/auth0").expectStatus()
			.isSeeOther()
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/connections?vendor=auth0");
	}

	@Test
	void escapesWhateverTheVendorSays() {
		vendor.faults().on("GET", "/v1/enterprise_connections").respond(200, "application/json", """
				{"data": [{"id": "X", "name": "X", "provider": "X", "domains": ["X"], "organization_id": "X"}]}
				""".replace("X", HOSTILE));
		refresh();
		assertThat(page("/connections")).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script")
			.doesNotContain("'\"");
		assertThat(page("/connections?q=" + "%22%3E%3Cscript%3E")).doesNotContain("<script");
	}

	@Test
	void showsConnectionsOfWhichTheVendorSaysNothing() {
		vendor.faults()
			.on("GET", "/v1/enterprise_connections")
			.respond(200, "application/json",
					"{\"data\":[{\"id\":\"ent_1\"}, {\"id\":\"ent_2\",\"saml_connection\": {}}]}");
		refresh();
		assertThat(page("/connections")).contains("badge unknown").contains("ent_2");
	}

	@Test
	void needsNoScriptAndNothingFromElsewhere() {
		vendor.seed();
		refresh();
		assertThat(page("/connections")).doesNotContain("<script")
			.doesNotContain("style=\"")
			.doesNotContainPattern("(src|href)=\"(https?:)?//");
		get("/console.css").expectStatus().isOk().expectHeader().contentTypeCompatibleWith("text/css");
		get("/favicon.svg").expectStatus().isOk();
	}

	@Test
	void saysThatThereAreNone() {
		refresh();
		assertThat(page("/connections")).contains("No connections yet").doesNotContain("<table");
	}

	@Test
	void leadsBackFromBehindTheEnd() {
		vendor.seed();
		refresh();
		assertThat(page("/connections?page=500")).contains("Nothing here", "/connections\" rel=\"prev\"")
			.doesNotContain("<table");
	}

	private String page(String uri) {
		String page = get(uri).expectStatus()
			.isEqualTo(HttpStatus.OK)
			.expectHeader()
			.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).isNotNull().endsWith("</html>\n");
		return page;
	}

}
