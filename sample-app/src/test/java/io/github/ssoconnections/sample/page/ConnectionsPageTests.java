// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsPageTests extends AbstractConsoleTests {

	private static final String HOSTILE = "'\\\"><script>alert(1)</script>";

	@Test
	void listsConnections() {
		vendor.seed();
		assertThat(page("/", HttpStatus.OK)).contains("Stark Industries")
			.contains("saml_okta")
			.contains("globex-labs.example")
			.contains("org_umbrella")
			.contains("<span>8</span>")
			.containsPattern("href=\"/api/clerk/enterprise-connections/(ent_\\w+)\">\\1</a>");
	}

	@Test
	void showsHowCertificatesStand() {
		vendor.seed();
		assertThat(page("/", HttpStatus.OK)).contains("<span class=\"badge expired\">Expired</span>")
			.contains("<span class=\"badge expiring\">Expires soon</span>")
			.contains("<span class=\"badge ok\">OK</span>")
			.contains("9 days ago")
			.containsPattern("<small>Not used</small>")
			.containsPattern("<small>None</small>");
	}

	@Test
	void saysThatTheAccountIsReal() {
		assertThat(page("/", HttpStatus.OK)).contains("Real account").contains(vendor.clerkBaseUrl());
	}

	@Test
	void escapesWhateverTheVendorSays() {
		vendor.faults().respond(200, "application/json", """
				{"data": [{"id": "X", "name": "X", "provider": "X", "domains": ["X"], "organization_id": "X"}]}
				""".replace("X", HOSTILE));
		assertThat(page("/", HttpStatus.OK)).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script")
			.doesNotContain("'\"");
	}

	@Test
	void escapesWhatTheVendorSaysAboutFailure() {
		vendor.faults().respond(403, "application/json", "{\"errors\":[{\"message\":\"" + HOSTILE + "\"}]}");
		assertThat(page("/", HttpStatus.BAD_GATEWAY)).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script");
	}

	@Test
	void showsConnectionsOfWhichTheVendorSaysNothing() {
		vendor.faults()
			.respond(200, "application/json",
					"{\"data\":[{\"id\":\"ent_1\"}, {\"id\":\"ent_2\",\"saml_connection\": {}}]}");
		assertThat(page("/", HttpStatus.OK)).contains("badge unknown").contains("<small>None</small>");
	}

	@Test
	void needsNoScriptAndNothingFromElsewhere() {
		vendor.seed();
		assertThat(page("/", HttpStatus.OK)).doesNotContain("<script")
			.doesNotContain("style=\"")
			.doesNotContainPattern("(src|href)=\"(https?:)?//");
		get("/console.css").expectStatus().isOk().expectHeader().contentTypeCompatibleWith("text/css");
		get("/favicon.svg").expectStatus().isOk();
	}

	@Test
	void saysThatThereAreNone() {
		assertThat(page("/", HttpStatus.OK)).contains("No connections yet").doesNotContain("<table");
	}

	@Test
	void turnsPages() {
		vendor.connectionLimit(100);
		for (int i = 10; i < 40; i++) {
			create(ENTERPRISE_CONNECTIONS, "{\"name\":\"Customer " + i
					+ "\",\"provider\":\"saml_okta\",\"domains\":[\"c" + i + ".example\"]}");
		}
		vendor.connectionLimit(25);
		assertThat(page("/", HttpStatus.OK)).contains("Customer 39", "Customer 15", "/?offset=25")
			.doesNotContain("Customer 14", "Previous");
		assertThat(page("/?offset=25", HttpStatus.OK)).contains("Customer 14", "Customer 10", "/?offset=0")
			.doesNotContain("Customer 15", "Next");
		assertThat(page("/?offset=500", HttpStatus.OK)).contains("The list ends before this page");
	}

	@Test
	void takesAnOffsetThatIsNoneForTheStart() {
		page("/?offset=-1", HttpStatus.OK);
		assertThat(lastRequest().url()).isEqualTo("/v1/enterprise_connections?limit=25&offset=0");
	}

	@Test
	void saysThatTheVendorIsUnavailable() {
		vendor.faults().status(503);
		assertThat(page("/", HttpStatus.SERVICE_UNAVAILABLE)).contains("Unavailable")
			.contains("Try again")
			.doesNotContain("Exception", "<table", "\tat ");
	}

	@Test
	void saysThatTheKeyIsRejected() {
		vendor.faults().status(401);
		assertThat(page("/", HttpStatus.BAD_GATEWAY)).contains("Credentials rejected")
			.contains("authentication_invalid")
			.doesNotContain(API_KEY);
	}

	private String page(String uri, HttpStatus status) {
		String page = get(uri).expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).isNotNull().endsWith("</html>\n");
		return page;
	}

}
