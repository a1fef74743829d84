// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkConnectionCatalogTests {

	private static final String ENTERPRISE = "/enterprise_connections?limit=100&offset=0";

	private static final String SAML = "/saml_connections?limit=100&offset=0";

	private static final Instant EXPIRY = Instant.ofEpochMilli(1800000000000L);

	private static final SigningCertificate CERTIFICATE = SigningCertificate
		.parse(TestCertificates.selfSigned("acme", EXPIRY.minusSeconds(1000), EXPIRY));

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void listsOnePageWithOneRequest() {
		wire.respondsWith(200, Clerk.page(300, "{\"id\":\"ent_1\"}", "{\"id\":\"ent_2\"}"));
		Page<CatalogEntry> page = Clerk.result(catalog().list(2));
		wire.received("GET", "/enterprise_connections?limit=2", "");
		assertThat(page.totalCount()).isEqualTo(300);
		assertThat(page.data()).extracting(CatalogEntry::id).containsExactly("ent_1", "ent_2");
	}

	@Test
	void returnsWhatAllVendorsHaveInCommon() {
		assertThat(entry("""
				{"id":"ent_1","name":"Acme","provider":"saml_okta","active":true,"domains":["acme.com"],
				 "organization_id":"org_1","updated_at":1800000000000,
				 "saml_connection":{"idp_certificate_expires_at":1800000000000,"allow_subdomains":true,
				 "idp_entity_id":"https://idp.acme.com"}}""")).isEqualTo(new CatalogEntry("clerk", Account.DEFAULT,
				"ent_1", "Acme", "saml", "saml_okta", true, List.of("acme.com"),
				List.of(new CatalogCertificate(null, null, null, EXPIRY)), new CatalogEntry.Details(false, true, null,
						"https://idp.acme.com", List.of("org_1"), null, null, EXPIRY)));
		assertThat(
				entry("""
						{"id":"ent_2","name":"Hooli","provider":"oidc_custom","active":false,"domains":[],"oauth_config":{}}"""))
			.isEqualTo(new CatalogEntry("clerk", Account.DEFAULT, "ent_2", "Hooli", "oidc", "oidc_custom", false,
					List.of(), List.of(),
					new CatalogEntry.Details(false, null, null, null, List.of(), null, null, null)));
	}

	@Test
	void isUnknownWithoutDates() {
		assertThat(entry("{}")).isEqualTo(new CatalogEntry("clerk", Account.DEFAULT, "ent_0", null, null, null, null,
				List.of(), null, new CatalogEntry.Details(true, null, null, null, List.of(), null, null, null)));
		assertThat(entry("{\"saml_connection\":{}}").certificates()).isNull();
		assertThat(entry("{\"domains\":[null,\"acme.com\"]}").domains()).containsExactly("acme.com");
	}

	@Test
	void isIncompleteWhenDomainsCannotBeRead() {
		assertThat(entry("{\"domains\":{\"a\":1}}").details().incomplete()).isTrue();
		assertThat(entry("{\"domains\":[]}").details().incomplete()).isFalse();
	}

	@Test
	void countsConnectionsThatCannotBeDecoded() {
		wire.respondsTo(ENTERPRISE, 200, Clerk.page(3, "{\"id\":\"ent_1\"}", "\"canary\"", "{\"id\":7}"));
		wire.respondsTo(SAML, 200, Clerk.page(0));
		AtomicInteger skipped = new AtomicInteger();
		assertThat(catalog().listAll(skipped::addAndGet).collectList().block(Duration.ofSeconds(20))).hasSize(1);
		assertThat(skipped).hasValue(2);
		assertThat(catalog().listAll(skipped::addAndGet).count().block(Duration.ofSeconds(20))).isEqualTo(1);
		assertThat(skipped).hasValue(4);
	}

	@Test
	void knowsConnectionsByTheIdsOfTheirSamlConnections() {
		wire.respondsTo(ENTERPRISE, 200,
				Clerk.page(1, connection("ent_1", "\"id\":\"samlc_1\",\"idp_certificates\":[]")));
		wire.respondsTo(SAML, 200, Clerk.page(0));
		ClerkConnectionCatalog catalog = catalog();
		assertThat(catalog.toEntryId("samlc_1")).isEqualTo("samlc_1");
		catalog.listAll().blockLast(Duration.ofSeconds(20));
		assertThat(catalog.toEntryId("samlc_1")).isEqualTo("ent_1");
		assertThat(catalog.toEntryId("ent_1")).isEqualTo("ent_1");
		SamlConnection written = WireJson.mapper()
			.readValue("{\"id\":\"samlc_1\",\"name\":\"Acme\",\"domains\":[\"acme.com\"]}", SamlConnection.class);
		assertThat(catalog.toEntry(written).id()).isEqualTo("ent_1");
		assertThat(catalog.toEntry("something else")).isNull();
	}

	@Test
	void readsOneConnection() {
		wire.respondsTo("/enterprise_connections/ent_1", 200, "{\"id\":\"ent_1\",\"domains\":[\"acme.com\"]}");
		wire.respondsTo("/enterprise_connections/ent_2", 404, "{}");
		assertThat(Clerk.result(catalog().get("ent_1")).domains()).containsExactly("acme.com");
		assertThat(catalog().get("ent_2").blockOptional(Duration.ofSeconds(20))).isEmpty();
		assertThat(catalog().getAll(List.of("ent_1", "ent_2")).collectList().block(Duration.ofSeconds(20)))
			.extracting(CatalogEntry::id)
			.containsExactly("ent_1");
	}

	@Test
	void reportsEveryCertificate() {
		assertThat(entry("""
				{"saml_connection":{"idp_certificate":"not looked at","idp_certificates":[
				 {"certificate":"%s","issued_at":1,"expires_at":2},null,
				 {"certificate":"canary","issued_at":3,"expires_at":4}]}}""".formatted(CERTIFICATE.base64()))
			.certificates())
			.containsExactly(
					new CatalogCertificate(CERTIFICATE.sha256(), CERTIFICATE.subject(), CERTIFICATE.notBefore(),
							EXPIRY),
					new CatalogCertificate(null, null, Instant.ofEpochMilli(3), Instant.ofEpochMilli(4), true));
	}

	@Test
	void reportsCertificateThatJavaCannotReadWithTheVendorsDates() throws IOException {
		String pem = Files.readString(Path.of("src/test/resources/certificates/empty-issuer.pem"));
		SigningCertificate unreadable = CertificateText.read(pem).certificates().get(0);
		assertThat(entry("""
				{"saml_connection":{"idp_certificates":[{"certificate":"%s","issued_at":3,"expires_at":4},
				 {"certificate":""}]}}""".formatted(unreadable.base64())).certificates())
			.containsExactly(new CatalogCertificate(unreadable.sha256(), null, Instant.ofEpochMilli(3),
					Instant.ofEpochMilli(4), true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"idp_certificates\":[{\"certificate\":\"%s\"},\"canary\"]",
			"\"idp_certificate\":\"%s\",\"idp_certificates\":{\"a\":1}" })
	void reportsUnreadableEntriesOfTheList(String fields) {
		assertThat(entry("{\"saml_connection\":{" + fields.formatted(CERTIFICATE.base64()) + "}}").certificates())
			.containsExactly(CatalogCertificate.of(CERTIFICATE), new CatalogCertificate(null, null, null, null));
	}

	@Test
	void reportsPrimaryCertificateWhereThereIsNoList() {
		assertThat(entry("{\"saml_connection\":{\"idp_certificate\":\"" + CERTIFICATE.base64() + "\"}}").certificates())
			.containsExactly(CatalogCertificate.of(CERTIFICATE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"idp_certificates\":[]", "\"idp_certificates\":[],\"idp_certificate_expires_at\":1",
			"\"idp_certificate\":\"\"" })
	void reportsThatThereIsNoCertificate(String fields) {
		assertThat(entry("{\"saml_connection\":{" + fields + "}}").certificates()).isEmpty();
	}

	@Test
	void listsConnectionsOfBothListsOnce() {
		wire.respondsTo(ENTERPRISE, 200,
				Clerk.page(5, connection("ent_1", "\"id\":\"samlc_1\",\"idp_certificates\":[]"),
						connection("ent_2", "\"idp_certificates\":[]"), "{\"id\":\"ent_3\",\"oauth_config\":{}}",
						connection("ent_4", "\"id\":\"samlc_4\""), connection("ent_5", "\"id\":\"samlc_5\"")));
		wire.respondsTo(SAML, 200,
				Clerk.page(5, "{\"id\":\"samlc_1\"}", "{\"id\":\"samlc_2\",\"enterprise_connection_id\":\"ent_2\"}",
						"{\"id\":\"samlc_4\",\"idp_certificates\":[{\"certificate\":\"%s\"}]}".formatted(
								CERTIFICATE.base64()),
						"{\"id\":\"samlc_6\",\"enterprise_connection_id\":\"ent_6\"}",
						"{\"id\":\"samlc_7\",\"name\":\"Old\",\"active\":true,\"domains\":[\"old.example\"]}"));
		List<CatalogEntry> entries = all();
		assertThat(entries).extracting(CatalogEntry::id)
			.containsExactly("ent_1", "ent_2", "ent_3", "ent_4", "ent_6", "samlc_7", "ent_5");
		assertThat(entries.get(3).certificates()).containsExactly(CatalogCertificate.of(CERTIFICATE));
		assertThat(entries.get(5)).isEqualTo(
				new CatalogEntry("clerk", Account.DEFAULT, "samlc_7", "Old", "saml", null, true, List.of("old.example"),
						null, new CatalogEntry.Details(false, null, null, null, List.of(), null, null, null)));
		assertThat(entries.get(6).certificates()).isNull();
		assertThat(wire.urls()).containsExactly(ENTERPRISE, SAML);
	}

	@ParameterizedTest
	@ValueSource(ints = { 402, 403, 404, 410 })
	void doesWithoutListOfSamlConnections(int status) {
		wire.respondsTo(ENTERPRISE, 200, Clerk.page(1, connection("ent_1", "\"id\":\"samlc_1\"")));
		wire.respondsTo(SAML, status, "{}");
		assertThat(all()).extracting(CatalogEntry::id).containsExactly("ent_1");
		assertThat(wire.urls()).containsExactly(ENTERPRISE, SAML);
	}

	@Test
	void doesNotAskAgainForListThatIsGone() {
		wire.respondsTo(ENTERPRISE, 200, Clerk.page(1, connection("ent_1", "\"id\":\"samlc_1\"")));
		wire.respondsTo(SAML, 410, "{}");
		ClerkConnectionCatalog catalog = catalog();
		assertThat(catalog.listAll().collectList().block(Clerk.TIMEOUT)).hasSize(1);
		assertThat(catalog.listAll().collectList().block(Clerk.TIMEOUT)).hasSize(1);
		assertThat(wire.urls()).containsExactly(ENTERPRISE, SAML, ENTERPRISE);
	}

	@Test
	void failsWhenListOfSamlConnectionsFails() {
		wire.respondsTo(ENTERPRISE, 200, Clerk.page(1, connection("ent_1", "\"id\":\"samlc_1\"")));
		wire.respondsTo(SAML, 503, "{}");
		StepVerifier.create(catalog().listAll()).expectError(SsoApiException.Unavailable.class).verify(Clerk.TIMEOUT);
	}

	@Test
	void failsWhenListOfEnterpriseConnectionsIsGone() {
		wire.respondsTo(ENTERPRISE, 410, "{}");
		StepVerifier.create(catalog().listAll()).expectError(SsoApiException.Gone.class).verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(ENTERPRISE);
	}

	@Test
	void listsEnterpriseConnectionsAloneWhenThereIsNoOtherService() {
		wire.respondsWith(200, Clerk.page(1, connection("ent_1", "\"id\":\"samlc_1\"")));
		assertThat(ClerkConnectionCatalog.create(Clerk.enterprise(wire)).listAll().collectList().block(Clerk.TIMEOUT))
			.extracting(CatalogEntry::id)
			.containsExactly("ent_1");
		assertThat(wire.urls()).containsExactly(ENTERPRISE);
	}

	@Test
	void makesNoRequestPerConnection() {
		int connections = 1000;
		for (int offset = 0; offset < connections; offset += 100) {
			respondWithPage("/enterprise_connections", offset, connections,
					"{\"id\":\"ent_%1$d\",\"saml_connection\":{\"id\":\"samlc_%1$d\"}}");
			respondWithPage("/saml_connections", offset, connections, "{\"id\":\"samlc_%d\",\"idp_certificates\":[]}");
		}
		Flux<CatalogEntry> all = catalog().listAll();
		assertThat(all.map(CatalogEntry::id).distinct().count().block(Clerk.TIMEOUT)).isEqualTo(connections);
		assertThat(wire.urls()).hasSize(2 * connections / 100);
	}

	private static void respondWithPage(String path, int offset, int total, String connection) {
		wire.respondsTo(path + "?limit=100&offset=" + offset, 200, Clerk.page(total,
				IntStream.range(offset, offset + 100).mapToObj(connection::formatted).toArray(String[]::new)));
	}

	private static String connection(String id, String saml) {
		return "{\"id\":\"" + id + "\",\"saml_connection\":{" + saml + "}}";
	}

	private static List<CatalogEntry> all() {
		return new ArrayList<>(Clerk.result(catalog().listAll().collectList()));
	}

	private static CatalogEntry entry(String json) {
		wire.respondsWith(200,
				Clerk.page(1, json.replaceFirst("\\{", "{\"id\":\"ent_0\"" + (json.equals("{}") ? "" : ","))));
		return Clerk.result(catalog().list(25)).data().get(0);
	}

	private static ClerkConnectionCatalog catalog() {
		ClerkClient client = Clerk.client(wire);
		ClerkConnectionCatalog catalog = ClerkConnectionCatalog.create(EnterpriseConnectionService.create(client),
				SamlConnectionService.create(client));
		assertThat(catalog.vendor()).isEqualTo("clerk");
		return catalog;
	}

}
