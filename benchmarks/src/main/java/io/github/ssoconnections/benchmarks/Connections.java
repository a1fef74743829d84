// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

/**
 * Connections as the vendors send them, about 1.6 KB each.
 */
final class Connections {

	private static final String CERTIFICATE = "MIIC".repeat(175);

	private static final String CLERK = """
			{"object":"enterprise_connection","id":"ent_%1$d","name":"Customer %1$d","provider":"saml_okta",\
			"logo_public_url":"https://img.example/okta.png","active":true,"domains":["customer-%1$d.example"],\
			"organization_id":"org_%1$d","sync_user_attributes":true,"disable_additional_identifications":false,\
			"allow_organization_account_linking":false,"custom_attributes":[],\
			"saml_connection":{"id":"samlc_%1$d","name":"Customer %1$d",\
			"idp_entity_id":"https://idp.customer-%1$d.example/entity",\
			"idp_sso_url":"https://idp.customer-%1$d.example/sso","idp_metadata_url":null,\
			"idp_certificate":"%2$s","acs_url":"https://clerk.example/v1/saml/acs/samlc_%1$d",\
			"sp_entity_id":"https://clerk.example/saml/samlc_%1$d",\
			"sp_metadata_url":"https://clerk.example/v1/saml/metadata/samlc_%1$d.xml",\
			"active":true,"allow_idp_initiated":false,"allow_subdomains":false,"force_authn":false},\
			"oauth_config":null,"created_at":1700000000000,"updated_at":1700000000000}""";

	private static final String AUTH0 = """
			{"id":"con_1","name":"customer-1","display_name":"Customer 1","strategy":"samlp",\
			"options":{"signInEndpoint":"https://idp.customer-1.example/sso",\
			"signOutEndpoint":"https://idp.customer-1.example/slo","signingCert":"%s",\
			"signatureAlgorithm":"rsa-sha256","digestAlgorithm":"sha256",\
			"protocolBinding":"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",\
			"domain_aliases":["customer-1.example"],"fieldsMap":{"email":"mail"}},\
			"enabled_clients":[],"realms":["customer-1"],"is_domain_connection":false,"show_as_button":true,\
			"metadata":{"tier":"gold"}}""".formatted(CERTIFICATE);

	private Connections() {
	}

	static String clerk(long number) {
		return CLERK.formatted(number, CERTIFICATE);
	}

	static String auth0() {
		return AUTH0;
	}

}
