// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A connection as the SAML API shows it.
 */
final class SamlView {

	private static final String SERVICE_PROVIDER = "https://clerk.sandbox.example";

	private static final List<String> SETTINGS = List.of("domains", "organization_id", "active", "sync_user_attributes",
			"disable_additional_identifications", "allow_organization_account_linking", "authenticatable",
			"disable_jit_provisioning");

	private SamlView() {
	}

	static JsonNode of(Connection connection) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("object", "saml_connection").put("id", connection.protocolId());
		view.put("provider", connection.provider()).put("domain", connection.domains().get(0));
		view.put("enterprise_connection_id", connection.id());
		SETTINGS.forEach((field) -> view.set(field, connection.settings().get(field)));
		view.setAll(connection.saml());
		addCertificates(view, connection.certificates());
		addServiceProvider(view, connection.protocolId());
		return view.put("created_at", connection.createdAt()).put("updated_at", connection.updatedAt());
	}

	static void addCertificates(ObjectNode view, List<IdpCertificate> certificates) {
		IdpCertificate primary = certificates.isEmpty() ? null : certificates.get(0);
		view.put("idp_certificate", (primary != null) ? primary.base64() : null);
		view.put("idp_certificate_issued_at", (primary != null) ? (Long) primary.issuedAt() : null);
		view.put("idp_certificate_expires_at", (primary != null) ? (Long) primary.expiresAt() : null);
		certificates.stream().map(IdpCertificate::toJson).forEach(view.putArray("idp_certificates")::add);
	}

	static void addServiceProvider(ObjectNode view, String samlId) {
		view.put("acs_url", SERVICE_PROVIDER + "/v1/saml/acs/" + samlId);
		view.put("sp_entity_id", SERVICE_PROVIDER + "/saml/" + samlId);
		view.put("sp_metadata_url", SERVICE_PROVIDER + "/v1/saml/metadata/" + samlId + ".xml");
	}

}
