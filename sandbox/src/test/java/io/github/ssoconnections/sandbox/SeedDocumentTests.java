// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeedDocumentTests extends AbstractSandboxTests {

	@Test
	void addsConnectionsOfBothVendorsWhateverTheLimit() {
		sandbox.connectionLimit(0).seed("""
				{
				  "clerk": [
				    { "name": "Acme", "provider": "saml_okta", "domains": ["acme.example"], "active": true,
				      "saml": { "idp_metadata_url": "https://idp.acme.example/metadata" } },
				    { "name": "Globex", "provider": "oidc_custom", "domains": ["globex.example"] }
				  ],
				  "auth0": [ { "name": "acme", "strategy": "samlp" } ]
				}
				""");
		assertThat(sandbox.requests()).isEmpty();
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isEqualTo(2);
		assertThat(client.get(ENTERPRISE).body().at("/data/1/active").booleanValue()).isTrue();
		assertThat(auth0.get("connections").body().at("/0/name").textValue()).isEqualTo("acme");
		assertRejected(client.createEnterprise(""), 403, "quota_exceeded", null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ 'clerk': [ 'top-secret'                                | not JSON
			[]                                                       | not an object
			{ 'okta': [] }                                           | 'okta' is none of the lists
			{ 'clerk': {} }                                          | 'clerk' is none of the lists
			{ 'auth0': [ 'top-secret' ] }                            | 'auth0[0]' is not an object
			{ 'auth0': [ { 'name': 'a', 'strategy': 'samlp' }, {} ] } | 'auth0[1]' is rejected: {"statusCode":400
			{ 'clerk': [ { 'oidc': { 'client_secret': 'top-secret' } } ] } | form_param_missing
			""", quoteCharacter = '`')
	void rejectsDocument(String document, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> sandbox.seed(document.replace('\'', '"')))
			.withMessageContaining(reason)
			.withMessageNotContaining("top-secret");
	}

}
