// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the SAML part of a connection. Metadata wins over, and replaces, the identity
 * provider's individual fields.
 */
final class SamlSettings {

	private static final List<String> FLAGS = List.of("allow_subdomains", "allow_idp_initiated", "force_authn");

	private static final List<String> TEXTS = List.of("idp_entity_id", "idp_sso_url", "idp_metadata_url",
			"idp_metadata");

	private static final Map<String, String> ATTRIBUTE_MAPPING = Map.of("user_id", "", "email_address", "mail",
			"first_name", "givenName", "last_name", "surname");

	private final MetadataDocuments documents;

	private final InstantSource clock;

	SamlSettings(MetadataDocuments documents, InstantSource clock) {
		this.documents = documents;
		this.clock = clock;
	}

	static void defaults(ObjectNode saml, String name) {
		saml.put("name", name);
		TEXTS.forEach(saml::putNull);
		FLAGS.forEach((flag) -> saml.put(flag, false));
		ATTRIBUTE_MAPPING.forEach(saml.putObject("attribute_mapping")::put);
		saml.putObject("login_hint").put("mode", "off");
		saml.put("user_count", 0);
	}

	void write(Connection connection, Write write) {
		ObjectNode saml = connection.saml();
		ObjectNode body = write.saml();
		if (body.hasNonNull("name")) {
			saml.set("name", body.get("name"));
		}
		FLAGS.stream().filter(body::has).forEach((flag) -> saml.put(flag, body.get(flag).asBoolean(false)));
		TEXTS.stream().filter(body::has).forEach((text) -> saml.set(text, body.get(text)));
		if (body.has("attribute_mapping")) {
			writeAttributeMapping(saml, body.get("attribute_mapping"));
		}
		if (body.has("login_hint")) {
			writeLoginHint(saml.putObject("login_hint"), body.get("login_hint"), write.samlParameter("login_hint"));
		}
		writeCertificates(connection, write);
		writeMetadata(connection, write);
		requireRegistrableDomains(connection, write);
	}

	private static void writeAttributeMapping(ObjectNode saml, JsonNode mapping) {
		ObjectNode target = saml.withObject("/attribute_mapping");
		ATTRIBUTE_MAPPING.forEach((attribute, defaultName) -> {
			if (mapping.isNull() || mapping.path(attribute).isNull()) {
				target.put(attribute, defaultName);
			}
			else if (mapping.has(attribute)) {
				target.set(attribute, mapping.get(attribute));
			}
		});
	}

	private static void writeLoginHint(ObjectNode target, JsonNode hint, String parameter) {
		String mode = hint.path("mode").asText("off");
		target.put("mode", mode);
		if (mode.equals("custom_attribute")) {
			if (!Connection.has(hint, "source")) {
				throw ClerkException.unprocessable("form_conditional_param_missing",
						parameter + ".source must be included when mode is custom_attribute.", parameter + ".source");
			}
			target.set("source", hint.get("source"));
		}
	}

	private void writeCertificates(Connection connection, Write write) {
		String field = write.saml().has("idp_certificates") ? "idp_certificates" : "idp_certificate";
		JsonNode value = write.saml().get(field);
		if (value == null) {
			return;
		}
		List<String> texts = new ArrayList<>();
		value.forEach((certificate) -> texts.add(certificate.textValue()));
		if (value.isTextual()) {
			texts.add(value.textValue());
		}
		replaceCertificates(connection, texts, write.samlParameter(field));
	}

	private void writeMetadata(Connection connection, Write write) {
		ObjectNode body = write.saml();
		String field = body.hasNonNull("idp_metadata_url") ? "idp_metadata_url" : "idp_metadata";
		if (!body.hasNonNull(field)) {
			return;
		}
		String parameter = write.samlParameter(field);
		String text = body.get(field).textValue();
		String document = field.equals("idp_metadata_url") ? fetch(text, parameter) : text;
		IdpMetadata metadata = IdpMetadata.parse(document, parameter);
		connection.saml().put("idp_entity_id", metadata.entityId()).put("idp_sso_url", metadata.ssoUrl());
		replaceCertificates(connection, metadata.certificates(), parameter);
	}

	private String fetch(String url, String parameter) {
		String document = this.documents.fetch(url);
		if (document == null) {
			throw new ClerkException(400, "saml_failed_to_fetch_idp_metadata",
					"The IdP metadata could not be fetched from the URL in " + parameter + ".");
		}
		return document;
	}

	private void replaceCertificates(Connection connection, List<String> texts, String parameter) {
		connection.certificates(IdpCertificate.parseAll(texts, parameter, this.clock.instant()));
	}

	private static void requireRegistrableDomains(Connection connection, Write write) {
		if (connection.saml().path("allow_subdomains").booleanValue()
				&& !connection.domains().stream().allMatch(Domains::isRegistrable)) {
			throw ClerkException
				.unprocessable(ClerkError.value(write.samlParameter("allow_subdomains"), "false for a public suffix"));
		}
	}

}
