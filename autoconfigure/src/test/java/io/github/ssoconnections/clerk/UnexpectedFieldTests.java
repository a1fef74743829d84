// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Connections with fields of an unexpected structure: what is read of them, and what is
 * not decided by them.
 */
class UnexpectedFieldTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private final EnterpriseConnectionService service = EnterpriseConnectionService.create(Clerk.client(wire));

	private final EnterpriseConnectionCreation creation = EnterpriseConnectionCreation.create(this.service,
			Duration.ofMillis(10), Duration.ofMillis(10).plusMinutes(5));

	private final SamlConnectionCreation samlCreation = SamlConnectionCreation.create(
			SamlConnectionService.create(Clerk.client(wire)), Duration.ofMillis(10),
			Duration.ofMillis(10).plusMinutes(5));

	@Test
	void readsTheRestOfTheList() {
		wire.respondsWith(200,
				Clerk.page(4, "{\"id\":\"ent_1\",\"name\":\"A\"}", "{\"id\":\"ent_2\",\"domains\":{\"a\":1}}",
						"\"text\"", "{\"id\":\"ent_4\",\"domains\":\"acme.example\"}"));
		List<EnterpriseConnection> all = Clerk.result(this.service.listAll().collectList());
		assertThat(all).extracting(EnterpriseConnection::id).containsExactly("ent_1", "ent_2", "ent_4");
		assertThat(all.get(1).domains()).isNull();
		assertThat(all.get(1).unknownFields()).isEqualTo(Map.of("domains", Map.of("a", 1)));
		assertThat(all.get(2).domains()).containsExactly("acme.example");
		assertThat(all.get(2).unknownFields()).isEmpty();
		assertThat(Clerk.result(this.service.list()).skipped()).isOne();
		assertThat(Clerk.result(ClerkConnectionCatalog.create(this.service).listAll().collectList()))
			.extracting(CatalogEntry::domains)
			.containsExactly(List.of(), List.of(), List.of("acme.example"));
	}

	@Test
	void includesSkippedItemsInTheOffset() {
		wire.respondsTo("/enterprise_connections?limit=2&offset=0", 200, Clerk.page(5, "7", "{\"id\":\"ent_2\"}"));
		wire.respondsTo("/enterprise_connections?limit=2&offset=2", 200, Clerk.page(5, "{}", "null"));
		wire.respondsTo("/enterprise_connections?limit=2&offset=4", 200, Clerk.page(5, "{\"id\":\"ent_5\"}"));
		assertThat(Clerk.result(this.service.listAll(new EnterpriseConnectionQuery().limit(2)).collectList()))
			.extracting(EnterpriseConnection::id)
			.containsExactly("ent_2", "ent_5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"ent_2\",\"name\":[\"Acme\"]}", "{\"id\":\"ent_2\",\"domains\":{}}",
			"{\"id\":\"ent_2\",\"name\":\"Acme\",\"domains\":\"acme.example,beta.example\"}", "{\"name\":\"Acme\"}",
			"7", "{\"id\":7,\"name\":\"Acme\"}",
			"{\"id\":\"ent_2\",\"name\":\"Acme\",\"domains\":[\"acme.example\",{}]}",
			"{\"id\":\"ent_2\",\"name\":\"Acme\"}", "{\"id\":\"ent_2\",\"domains\":[\"acme.example\"]}" })
	void createsNothingWhereItCannotBeToldWhetherItExists(String odd) {
		wire.respondsWith(200,
				Clerk.page(2, "{\"id\":\"ent_1\",\"name\":\"Other\",\"domains\":[\"other.example\"]}", odd));
		isUnknown(this.creation.createOrFind(acme()), odd.contains("ent_2") ? "ent_2" : "element 2");
		isUnknown(this.samlCreation.createOrFind(samlAcme()), odd.contains("ent_2") ? "ent_2" : "element 2");
		assertThat(wire.requests()).allMatch((request) -> request.getMethod().getName().equals("GET"));
	}

	@Test
	void findsTheConnectionBesideOneThatCannotBeRead() {
		wire.respondsWith(200,
				Clerk.page(2, "{\"id\":\"ent_1\",\"name\":\"Acme\",\"domains\":[\"acme.example\"]}", "7"));
		assertThat(Clerk.result(this.creation.createOrFind(acme())).created()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"domain\":\"acme.example\"", "\"domain\":\"ACME.example.\",\"domains\":[]",
			"\"domains\":[\"acme.example\"]", "\"domain\":\"acme.example\",\"domains\":[\"acme.example\"]",
			"\"domain\":\"acme.example\",\"domains\":null" })
	void findsASamlConnectionByEitherNameOfItsDomains(String domains) {
		wire.respondsWith(200, Clerk.page(1, "{\"id\":\"samlc_9\",\"name\":\"Acme\"," + domains + "}"));
		assertThat(Clerk.result(this.samlCreation.createOrFind(samlAcme())).created()).isFalse();
		assertThat(Clerk
			.result(ClerkConnectionCatalog.create(this.service, SamlConnectionService.create(Clerk.client(wire)))
				.listAll()
				.last())
			.domains()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { " acme.example ", "ACME.EXAMPLE", "acme.example.", " Acme.Example. " })
	void findsWhatTheVendorNormalizes(String domain) {
		wire.respondsWith(200, Clerk.page(1, "{\"id\":\"ent_1\",\"name\":\"Acme\",\"domains\":[\"acme.example\"]}"));
		assertThat(Clerk.result(this.creation.createOrFind(acme().name(" Acme\t").domains(domain))).created())
			.isFalse();
	}

	@Test
	void findsADomainInEitherFormOfItsName() {
		wire.respondsWith(200, Clerk.page(1,
				"{\"id\":\"ent_1\",\"name\":\"Acme\",\"domains\":[\"xn--mller-kva.example\",\"b\u00fccher.example\"]}"));
		assertThat(
				Clerk.result(this.creation.createOrFind(acme().domains("M\u00dcLLER.example", "xn--bcher-kva.example")))
					.created())
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "stra\u00dfe.example", "\u03b2\u03cc\u03bb\u03bf\u03c2.example", "a\u200db.example" })
	void rejectsADomainThatIsConvertedInDifferentWays(String domain) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.creation.createOrFind(acme().domains(domain)))
			.withMessageContaining("xn--");
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"saml_connection\":7", "\"saml_connection\":{\"idp_certificates\":\"text\"}",
			"\"saml_connection\":{\"idp_certificates\":[{\"certificate\":{}}]}",
			"\"saml_connection\":{\"idp_certificate\":{},\"idp_certificates\":[]}",
			"\"saml_connection\":{\"idp_metadata_url\":[\"https://idp.example\"]}" })
	void changesNoCertificatesThatCannotBeReadWholly(String field) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"," + field + "}");
		EnterpriseConnectionCertificates certificates = EnterpriseConnectionCertificates.create(this.service,
				Clerk.client(wire));
		cannotDecide(certificates.removeExpired("ent_1"));
		cannotDecide(certificates.refreshMetadata("ent_1"));
		assertThat(wire.requests()).allMatch((request) -> request.getMethod().getName().equals("GET"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"active\":\"no\"", "\"updated_at\":{},\"created_at\":1" })
	void activatesNothingWhoseLastChangeCannotBeTold(String field) {
		wire.respondsTo("/enterprise_connections/ent_1", 200, "{\"id\":\"ent_1\"," + field + "}");
		wire.respondsTo("/enterprise_connections/ent_1/test_runs?limit=100&offset=0", 200,
				Clerk.page(1, "{\"id\":\"entr_1\",\"status\":\"success\",\"created_at\":2}"));
		cannotDecide(EnterpriseConnectionActivation
			.create(this.service, Clerk.client(wire), (organizationId) -> Flux.empty())
			.activate("ent_1"));
		assertThat(wire.requests()).allMatch((request) -> request.getMethod().getName().equals("GET"));
	}

	@Test
	void endsAListOfTestRunsThatBringsNothingNew() {
		wire.respondsWith(200, Clerk.page(1_000_000, "{\"id\":\"entr_1\",\"status\":\"success\",\"created_at\":2}"));
		assertThat(TestRuns.list(this.service, "ent_1").block(Clerk.TIMEOUT).runs()).hasSize(1);
		assertThat(wire.requests()).hasSize(2);
	}

	private static void isUnknown(Mono<?> call, String named) {
		StepVerifier.create(call)
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
						.hasMessageContaining("not sent: it is unknown whether")
						.hasMessageContaining(named))
			.verify(Clerk.TIMEOUT);
	}

	private static void cannotDecide(Mono<?> call) {
		StepVerifier.create(call)
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
						.hasMessageContaining("connection ent_1 has fields of an unexpected structure"))
			.verify(Clerk.TIMEOUT);
	}

	private static NewEnterpriseConnection acme() {
		return new NewEnterpriseConnection().name("Acme").domains("acme.example");
	}

	private static NewSamlConnection samlAcme() {
		return new NewSamlConnection().name("Acme").domains("acme.example");
	}

}
