// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTests extends AbstractSandboxTests {

	private static final String URL = "https://idp.example/metadata";

	private final String first = certificate(-1, 100);

	private final String second = certificate(-1, 200);

	@Test
	void readsPublishedDocumentInsteadOfIndividualFields() {
		sandbox.publishMetadata(URL,
				TestMetadata.xml("urn:real", "https://real.example/sso?a=1&b=2", this.first, this.second));
		ApiResponse created = client.createSaml("'idp_metadata_url': '" + URL + "', " + idp(certificate(-1, 1)));
		assertThat(created.text("/idp_metadata_url")).isEqualTo(URL);
		assertThat(created.text("/idp_entity_id")).isEqualTo("urn:real");
		assertThat(created.text("/idp_sso_url")).isEqualTo("https://real.example/sso?a=1&b=2");
		assertThat(created.body().findValuesAsText("certificate")).containsExactly(this.first, this.second);
	}

	@Test
	void readsUrlOnceAtTheWrite() {
		sandbox.publishMetadata(URL, TestMetadata.xml("urn:old", "https://idp.example/sso", this.first));
		ApiResponse created = client.createSaml("'idp_metadata_url': '" + URL + "'");
		sandbox.publishMetadata(URL, TestMetadata.xml("urn:new", "https://idp.example/sso", this.second));
		ApiResponse touched = client.patch(SAML + "/" + created.id(), "{'force_authn': true}");
		assertThat(touched.text("/idp_entity_id")).isEqualTo("urn:old");
		ApiResponse refreshed = client.patch(SAML + "/" + created.id(), "{'idp_metadata_url': '" + URL + "'}");
		assertThat(refreshed.text("/idp_entity_id")).isEqualTo("urn:new");
		assertThat(refreshed.text("/idp_certificate")).isEqualTo(this.second);
	}

	@Test
	void makesUpDocumentWhereNoneIsPublished() {
		ApiResponse created = client
			.createEnterprise("'active': true, 'saml': {'idp_metadata_url': 'https://idp.acme.example/m'}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text("/saml_connection/idp_entity_id")).startsWith("https://idp.acme.example/");
		assertThat(created.text("/saml_connection/idp_sso_url")).startsWith("https://idp.acme.example/");
		ApiResponse again = client.patch(ENTERPRISE + "/" + created.id(),
				"{'saml': {'idp_metadata_url': 'https://idp.acme.example/m'}}");
		assertThat(again.text("/saml_connection/idp_certificate"))
			.isEqualTo(created.text("/saml_connection/idp_certificate"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.invalid/metadata", "http://idp.example/metadata", "ftp://localhost/m",
			"nonsense", "", "https:///m", "file:///etc/passwd" })
	void failsToFetch(String url) {
		assertRejected(client.createSaml("'idp_metadata_url': '" + url + "'"), 400, "saml_failed_to_fetch_idp_metadata",
				null);
	}

	@Test
	void fetchesFromLoopbackOverHttp() {
		assertThat(client.createSaml("'idp_metadata_url': 'http://localhost:9999/m'").status()).isEqualTo(200);
	}

	@Test
	void readsDocumentInRequest() {
		String xml = TestMetadata.xml("urn:idp", "https://idp.example/sso", this.first);
		ApiResponse created = client.createSaml("'idp_metadata': " + json(xml));
		assertThat(created.text("/idp_entity_id")).isEqualTo("urn:idp");
		assertThat(created.text("/idp_metadata")).isEqualTo(xml);
	}

	@Test
	void prefersRedirectEndpointAndSigningKeys() {
		String redirect = "<SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\"https://idp.example/redirect\"/>";
		assertThat(created(post() + redirect + key("signing", this.first)).text("/idp_sso_url"))
			.isEqualTo("https://idp.example/redirect");
		ApiResponse created = created(post() + key("encryption", this.second) + key("signing", this.first));
		assertThat(created.text("/idp_sso_url")).isEqualTo("https://idp.example/post");
		assertThat(created.body().findValuesAsText("certificate")).containsExactly(this.first);
	}

	@Test
	void takesKeyWithoutUseForSigning() {
		String key = key("signing", this.first).replace(" use=\"signing\"", "");
		assertThat(created(post() + key).text("/idp_certificate")).isEqualTo(this.first);
	}

	@Test
	void takesFirstIdentityProviderOfAggregate() {
		String provider = document(post() + key("signing", this.first));
		String other = provider.replace("urn:idp", "urn:other").replace(this.first, this.second);
		String service = "<EntityDescriptor entityID=\"urn:sp\"><SPSSODescriptor>" + key("signing", this.second)
				+ "</SPSSODescriptor></EntityDescriptor>";
		ApiResponse created = client.createSaml("'idp_metadata': "
				+ json("<EntitiesDescriptor>" + service + provider + other + "</EntitiesDescriptor>"));
		assertThat(created.text("/idp_entity_id")).isEqualTo("urn:idp");
		assertThat(created.body().findValuesAsText("certificate")).containsExactly(this.first);
	}

	@Test
	void rejectsDocumentWithoutFields() {
		assertRejected(created(post()), 422, "saml_metadata_missing_fields", "idp_metadata");
		assertRejected(created(key("signing", this.first)), 422, "saml_metadata_missing_fields", "idp_metadata");
		String anonymous = document(post() + key("signing", this.first)).replace("entityID=\"urn:idp\"", "");
		assertRejected(client.createSaml("'idp_metadata': " + json(anonymous)), 422, "saml_metadata_missing_fields",
				"idp_metadata");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "<html/>", "<EntityDescriptor>",
			"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><EntityDescriptor entityID=\"&e;\"/>",
			"<!DOCTYPE EntityDescriptor><EntityDescriptor entityID=\"urn:idp\"/>" })
	void failsToParse(String xml) {
		assertRejected(client.createSaml("'idp_metadata': " + json(xml)), 422, "saml_failed_to_parse_idp_metadata",
				"idp_metadata");
		sandbox.publishMetadata(URL, xml);
		assertRejected(client.createEnterprise("'saml': {'idp_metadata_url': '" + URL + "'}"), 422,
				"saml_failed_to_parse_idp_metadata", "saml.idp_metadata_url");
	}

	@Test
	void forgetsUrlWhenPatchedWithNull() {
		ApiResponse created = client.createSaml("'idp_metadata_url': 'https://idp.example/m'");
		ApiResponse cleared = client.patch(SAML + "/" + created.id(),
				"{'idp_metadata_url': null, 'idp_entity_id': 'urn:own'}");
		assertThat(cleared.body().get("idp_metadata_url").isNull()).isTrue();
		assertThat(cleared.text("/idp_entity_id")).isEqualTo("urn:own");
		assertThat(cleared.text("/idp_sso_url")).isEqualTo(created.text("/idp_sso_url"));
	}

	private static ApiResponse created(String descriptor) {
		return client.createSaml("'idp_metadata': " + json(document(descriptor)));
	}

	private static String document(String descriptor) {
		return "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"urn:idp\"><IDPSSODescriptor>"
				+ descriptor + "</IDPSSODescriptor></EntityDescriptor>";
	}

	private static String post() {
		return "<SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"https://idp.example/post\"/>";
	}

	private static String key(String use, String certificate) {
		return "<KeyDescriptor use=\"" + use + "\"><X509Certificate>" + certificate
				+ "</X509Certificate></KeyDescriptor>";
	}

	private static String json(String text) {
		return TextNode.valueOf(text).toString();
	}

}
