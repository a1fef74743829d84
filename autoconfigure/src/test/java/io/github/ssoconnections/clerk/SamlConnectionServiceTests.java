// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class SamlConnectionServiceTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final String FULL = Clerk.json("saml-connection");

	@Test
	void listReturnsThePage() {
		wire.respondsWith(200, Clerk.page(41, FULL, "{\"id\":\"other\"}"));
		Page<SamlConnection> page = Clerk.result(Clerk.saml(wire).list());
		wire.received("GET", "/saml_connections", "");
		assertThat(page.totalCount()).isEqualTo(41);
		assertThat(page.data()).hasSize(2);
		FullResponses.isFull(page.data().get(0));
		assertThat(page.data().get(1).name()).isEmpty();
	}

	@Test
	void listAllReturnsTheConnections() {
		wire.respondsWith(200, Clerk.page(2, FULL, "{\"id\":\"samlc_2\"}"));
		StepVerifier.create(Clerk.saml(wire).listAll())
			.assertNext(FullResponses::isFull)
			.assertNext((connection) -> assertThat(connection.id()).isEqualTo("samlc_2"))
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		wire.received("GET", "/saml_connections?limit=100&offset=0", "");
	}

	@Test
	void createReturnsTheConnection() {
		wire.respondsWith(200, FULL);
		NewSamlConnection connection = new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_MICROSOFT)
			.domains("acme.com");
		FullResponses.isFull(Clerk.result(Clerk.saml(wire).create(connection)));
		wire.received("POST", "/saml_connections",
				"{\"name\":\"Acme\",\"provider\":\"saml_microsoft\",\"domains\":[\"acme.com\"]}");
	}

	@Test
	void createSendsAnEmptyObjectWhenNothingIsSet() {
		wire.respondsWith(200, "{}");
		Clerk.result(Clerk.saml(wire).create(new NewSamlConnection()));
		wire.received("POST", "/saml_connections", "{}");
	}

	@Test
	void getReturnsTheConnection() {
		wire.respondsWith(200, FULL);
		FullResponses.isFull(Clerk.result(Clerk.saml(wire).get("samlc_1")));
		wire.received("GET", "/saml_connections/samlc_1", "");
	}

	@Test
	void updateReturnsTheConnection() {
		wire.respondsWith(200, FULL);
		SamlConnectionPatch patch = new SamlConnectionPatch().organizationId(null).active(true);
		FullResponses.isFull(Clerk.result(Clerk.saml(wire).update("samlc_1", patch)));
		wire.received("PATCH", "/saml_connections/samlc_1", "{\"organization_id\":null,\"active\":true}");
	}

	@Test
	void updateSendsAnEmptyObjectWhenNothingIsSet() {
		wire.respondsWith(200, "{}");
		Clerk.result(Clerk.saml(wire).update("samlc_1", new SamlConnectionPatch()));
		wire.received("PATCH", "/saml_connections/samlc_1", "{}");
	}

	@Test
	void deleteReturnsWhatWasDeleted() {
		wire.respondsWith(200, Clerk.json("deleted-object"));
		FullResponses.isFull(Clerk.result(Clerk.saml(wire).delete("samlc_1")));
		wire.received("DELETE", "/saml_connections/samlc_1", "");
	}

	@Test
	void isMadeFromABuilderAndDetails() {
		wire.respondsWith(200, FULL);
		SamlConnectionService service = SamlConnectionService.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()));
		FullResponses.isFull(Clerk.result(service.get("samlc_1")));
		wire.received("GET", "/saml_connections/samlc_1", "");
	}

}
