// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A create or update of either API, in the form of the enterprise API: the SAML API
 * writes flat what the enterprise API nests. A {@code null} for the whole of a nested
 * object changes nothing.
 *
 * @param settings what every connection has
 * @param saml the SAML settings
 * @param oidc the OIDC settings
 * @param samlApi whether the request is for the SAML API
 */
record Write(ObjectNode settings, ObjectNode saml, ObjectNode oidc, boolean samlApi) {

	private static final List<String> SAML_FIELDS = List.of("idp_entity_id", "idp_sso_url", "idp_certificate",
			"idp_certificates", "idp_metadata_url", "idp_metadata", "attribute_mapping", "allow_subdomains",
			"allow_idp_initiated", "force_authn", "login_hint");

	static Write enterprise(ObjectNode body) {
		return new Write(body, object(body.remove("saml")), object(body.remove("oidc")), false);
	}

	static Write samlCreate(ObjectNode body) {
		return saml(body);
	}

	static Write samlUpdate(ObjectNode body) {
		Write write = saml(body);
		if (body.has("name")) {
			write.saml.set("name", body.remove("name"));
		}
		return write;
	}

	private static Write saml(ObjectNode body) {
		ObjectNode saml = JsonNodeFactory.instance.objectNode();
		SAML_FIELDS.stream().filter(body::has).forEach((field) -> saml.set(field, body.remove(field)));
		JsonNode domain = body.remove("domain");
		if (domain != null && !domain.isNull() && body.path("domains").isEmpty()) {
			body.putArray("domains").add(domain);
		}
		return new Write(body, saml, JsonNodeFactory.instance.objectNode(), true);
	}

	private static ObjectNode object(@Nullable JsonNode node) {
		return (node instanceof ObjectNode object) ? object : JsonNodeFactory.instance.objectNode();
	}

	/**
	 * Return the name of a SAML field in the requested API.
	 * @param field the field
	 * @return the parameter's name for error responses
	 */
	String samlParameter(String field) {
		return this.samlApi ? field : "saml." + field;
	}

	boolean consentsToVerifiedDomainsDeletion() {
		return !this.samlApi || this.settings.path("consent_verified_domains_deletion").booleanValue();
	}

}
