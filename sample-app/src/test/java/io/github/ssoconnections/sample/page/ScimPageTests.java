// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ScimPageTests extends AbstractConsoleTests {

	@Test
	void listsConnectionsWithoutRequest() {
		vendor.seed();
		refresh();
		int before = vendor.requests().size();
		assertThat(page("/scim", HttpStatus.OK)).contains("1–18 of 18 connections", "Stark Industries", "Soylent");
		assertThat(page("/scim?q=stark&page=2", HttpStatus.OK)).contains("No connection here",
				"href=\"/scim?q=stark&amp;page=1\"");
		assertThat(vendor.requests()).hasSize(before);
	}

	@Test
	void showsTheDirectoryOfAConnectionAtClerk() {
		String id = create(ENTERPRISE_CONNECTIONS,
				"{\"name\":\"Acme\",\"provider\":\"saml_okta\",\"domains\":[\"acme.example\"]}");
		refresh();
		String path = "/scim/clerk/default/" + id;
		assertThat(page(path, HttpStatus.OK)).contains("SCIM of Acme", "Provisioning is not set up");
		post("/api/clerk/directories",
				"{\"enterprise_connection_id\":\"" + id + "\",\"name\":\"Staff\",\"provider\":\"okta\"}")
			.expectStatus()
			.is2xxSuccessful();
		assertThat(page(path, HttpStatus.OK)).contains("Staff", "Base URL").doesNotContain("ak_", "Tokens");
	}

	@Test
	void showsTheConfigurationOfAConnectionAtAuth0() {
		String id = create(AUTH0_CONNECTIONS, "{\"name\": \"acme\", \"strategy\": \"samlp\"}");
		refresh();
		assertThat(page("/scim/auth0/default/" + id, HttpStatus.OK)).contains("SCIM of acme",
				"Provisioning is not set up");
	}

	@Test
	void saysThatItCannotBeRead() {
		String id = create(AUTH0_CONNECTIONS, "{\"name\": \"acme\", \"strategy\": \"samlp\"}");
		refresh();
		vendor.faults().status(401);
		assertThat(page("/scim/auth0/default/" + id, HttpStatus.BAD_GATEWAY)).contains("Credentials rejected")
			.doesNotContain("Exception", "Provisioning is not set up");
	}

	@Test
	void knowsNoOtherConnections() {
		refresh();
		page("/scim/clerk/default/ent_nowhere", HttpStatus.NOT_FOUND);
		page("/scim/clerk/elsewhere/ent_nowhere", HttpStatus.NOT_FOUND);
	}

	private String page(String uri, HttpStatus status) {
		return this.client.get()
			.uri(uri)
			.header("Accept", "text/html")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

}
