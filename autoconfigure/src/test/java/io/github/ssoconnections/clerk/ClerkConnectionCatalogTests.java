// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkConnectionCatalogTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void listsOnePageWithOneRequest() {
		wire.answers(200, Clerk.page(300, "{\"id\":\"ent_1\"}", "{\"id\":\"ent_2\"}"));
		Page<CatalogEntry> page = Clerk.result(catalog().list(2));
		wire.received("GET", "/enterprise_connections?limit=2", "");
		assertThat(page.totalCount()).isEqualTo(300);
		assertThat(page.data()).extracting(CatalogEntry::id).containsExactly("ent_1", "ent_2");
	}

	@Test
	void tellsWhatAllVendorsHave() {
		assertThat(entry("""
				{"id":"ent_1","name":"Acme","provider":"saml_okta","active":true,"domains":["acme.com"],
				 "saml_connection":{"idp_certificate_expires_at":1800000000000}}"""))
			.isEqualTo(new CatalogEntry("clerk", "ent_1", "Acme", "saml", "saml_okta", true, List.of("acme.com"),
					Instant.ofEpochMilli(1800000000000L)));
		assertThat(
				entry("""
						{"id":"ent_2","name":"Hooli","provider":"oidc_custom","active":false,"domains":[],"oauth_config":{}}"""))
			.isEqualTo(new CatalogEntry("clerk", "ent_2", "Hooli", "oidc", "oidc_custom", false, List.of(), null));
	}

	@Test
	void leavesOpenWhatIsNotKnown() {
		assertThat(entry("{}")).isEqualTo(new CatalogEntry("clerk", null, null, null, null, null, List.of(), null));
		assertThat(entry("{\"domains\":[null,\"acme.com\"]}").domains()).containsExactly("acme.com");
	}

	@Test
	void takesExpiryOfFirstCertificateWhenThereIsNoOther() {
		assertThat(entry("""
				{"saml_connection":{"idp_certificates":[{"expires_at":1800000000000},{"expires_at":1}]}}""")
			.certificateExpiresAt()).isEqualTo(Instant.ofEpochMilli(1800000000000L));
		assertThat(entry("{\"saml_connection\":{\"idp_certificates\":[]}}").certificateExpiresAt()).isNull();
	}

	private static CatalogEntry entry(String json) {
		wire.answers(200, Clerk.page(1, json));
		return Clerk.result(catalog().list(25)).data().get(0);
	}

	private static ClerkConnectionCatalog catalog() {
		ClerkConnectionCatalog catalog = ClerkConnectionCatalog.create(Clerk.enterprise(wire));
		assertThat(catalog.vendor()).isEqualTo("clerk");
		return catalog;
	}

}
