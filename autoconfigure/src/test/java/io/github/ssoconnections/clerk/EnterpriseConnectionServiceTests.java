// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class EnterpriseConnectionServiceTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final String FULL = Clerk.json("enterprise-connection");

	@Test
	void listReturnsThePage() {
		wire.respondsWith(200, Clerk.page(41, FULL, "{\"id\":\"other\"}"));
		Page<EnterpriseConnection> page = Clerk.result(Clerk.enterprise(wire).list());
		wire.received("GET", "/enterprise_connections", "");
		assertThat(page.totalCount()).isEqualTo(41);
		assertThat(page.data()).hasSize(2);
		FullResponses.isFull(page.data().get(0));
		assertThat(page.data().get(1).name()).isEmpty();
	}

	@Test
	void listReturnsAnEmptyPage() {
		wire.respondsWith(200, "{\"data\":[],\"total_count\":0}");
		Page<EnterpriseConnection> page = Clerk.result(Clerk.enterprise(wire).list());
		assertThat(page.data()).isEmpty();
		assertThat(page.totalCount()).isZero();
	}

	@Test
	void listReturnsNoTotalWhenThereIsNone() {
		wire.respondsWith(200, "{\"data\":[{\"id\":\"ent_1\"}],\"new_field\":1}");
		assertThat(Clerk.result(Clerk.enterprise(wire).list()).totalCount()).isNull();
	}

	@Test
	void listAllReturnsTheConnections() {
		wire.respondsWith(200, Clerk.page(2, FULL, "{\"id\":\"ent_2\"}"));
		StepVerifier.create(Clerk.enterprise(wire).listAll())
			.assertNext(FullResponses::isFull)
			.assertNext((connection) -> assertThat(connection.id()).isEqualTo("ent_2"))
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		wire.received("GET", "/enterprise_connections?limit=100&offset=0", "");
	}

	@Test
	void createReturnsTheConnection() {
		wire.respondsWith(201, FULL);
		NewEnterpriseConnection connection = new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com");
		FullResponses.isFull(Clerk.result(Clerk.enterprise(wire).create(connection)));
		wire.received("POST", "/enterprise_connections",
				"{\"name\":\"Acme\",\"provider\":\"saml_okta\",\"domains\":[\"acme.com\"]}");
	}

	@Test
	void createSendsAnEmptyObjectWhenNothingIsSet() {
		wire.respondsWith(201, "{}");
		Clerk.result(Clerk.enterprise(wire).create(new NewEnterpriseConnection()));
		wire.received("POST", "/enterprise_connections", "{}");
	}

	@Test
	void getReturnsTheConnection() {
		wire.respondsWith(200, FULL);
		FullResponses.isFull(Clerk.result(Clerk.enterprise(wire).get("ent_1")));
		wire.received("GET", "/enterprise_connections/ent_1", "");
	}

	@Test
	void updateReturnsTheConnection() {
		wire.respondsWith(200, FULL);
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().name(null).active(true);
		FullResponses.isFull(Clerk.result(Clerk.enterprise(wire).update("ent_1", patch)));
		wire.received("PATCH", "/enterprise_connections/ent_1", "{\"name\":null,\"active\":true}");
	}

	@Test
	void updateSendsAnEmptyObjectWhenNothingIsSet() {
		wire.respondsWith(200, "{}");
		Clerk.result(Clerk.enterprise(wire).update("ent_1", new EnterpriseConnectionPatch()));
		wire.received("PATCH", "/enterprise_connections/ent_1", "{}");
	}

	@Test
	void deleteReturnsWhatWasDeleted() {
		wire.respondsWith(200, Clerk.json("deleted-object"));
		FullResponses.isFull(Clerk.result(Clerk.enterprise(wire).delete("ent_1")));
		wire.received("DELETE", "/enterprise_connections/ent_1", "");
	}

	@Test
	void listTestRunsReturnsThePage() {
		wire.respondsWith(200, Clerk.page(7, Clerk.json("test-run"), "{}"));
		Page<TestRun> page = Clerk.result(Clerk.enterprise(wire).listTestRuns("ent_1"));
		wire.received("GET", "/enterprise_connections/ent_1/test_runs", "");
		assertThat(page.totalCount()).isEqualTo(7);
		assertThat(page.data()).hasSize(2);
		FullResponses.isFull(page.data().get(0));
		assertThat(page.data().get(1).status()).isNull();
	}

	@Test
	void createTestRunReturnsTheLink() {
		wire.respondsWith(200, Clerk.json("test-run-link"));
		FullResponses.isFull(Clerk.result(Clerk.enterprise(wire).createTestRun("ent_1")));
		wire.received("POST", "/enterprise_connections/ent_1/test_runs", "");
	}

	@Test
	void isMadeFromABuilderAndDetails() {
		wire.respondsWith(200, FULL);
		EnterpriseConnectionService service = EnterpriseConnectionService.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()));
		FullResponses.isFull(Clerk.result(service.get("ent_1")));
		wire.received("GET", "/enterprise_connections/ent_1", "");
	}

}
