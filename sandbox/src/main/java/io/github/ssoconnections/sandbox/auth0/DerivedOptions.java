// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.net.URI;

import javax.xml.stream.XMLStreamException;

import io.github.ssoconnections.sandbox.idp.IdpDocument;
import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the vendor adds to the options that are sent, by strategy, as recorded of its API.
 * What was not recorded is assumed, and marked so.
 */
final class DerivedOptions {

	private final MetadataDocuments documents;

	DerivedOptions(MetadataDocuments documents) {
		this.documents = documents;
	}

	/**
	 * Add what the vendor derives.
	 * @param connection the connection as it is
	 * @param options the options that were sent, to be changed in place
	 * @param created whether the connection is new
	 */
	void derive(Connection connection, ObjectNode options, boolean created) {
		switch (connection.strategy()) {
			case "samlp" -> saml(options, created);
			case "pingfederate" -> pingFederate(options);
			case "adfs" -> adfs(options, created);
			case "oidc" -> oidc(options, "bind_all");
			case "okta" -> okta(options);
			case "waad" -> azure(options, created);
			case "google-apps" -> google(connection, options, created);
			case "auth0" -> DatabaseOptions.derive(connection, options, created);
			default -> SocialOptions.derive(connection.strategy(), options);
		}
	}

	private void saml(ObjectNode options, boolean created) {
		if (created && !options.has("assertion_decryption_settings")) {
			options.putObject("assertion_decryption_settings")
				.put("algorithm_profile", "v2026-1")
				.putArray("algorithm_exceptions");
		}
		String document = metadata(options);
		if (document != null) {
			metadata(options, document);
		}
		OptionCertificate certificate = OptionCertificate.read(options.path("signingCert").asText(""));
		if (certificate != null) {
			// Assumed: what is sent of an older certificate does not win over the new one
			options.put("cert", certificate.pem());
			certificate.describe(options);
		}
	}

	// The document is consumed; that of a URL is read anew at each write
	private @Nullable String metadata(ObjectNode options) {
		String xml = options.path("metadataXml").asText("");
		if (!xml.isBlank()) {
			options.remove("metadataXml");
			return xml;
		}
		String url = options.path("metadataUrl").asText("");
		if (url.isEmpty()) {
			return null;
		}
		String document = this.documents.fetch(url);
		if (document == null) {
			// Assumed
			throw Auth0Exception.badRequest("The metadata could not be fetched from options.metadataUrl.");
		}
		return document;
	}

	private static void metadata(ObjectNode options, String xml) {
		IdpDocument document;
		try {
			document = IdpDocument.read(xml.strip());
		}
		catch (XMLStreamException ex) {
			// Assumed
			throw Auth0Exception.badRequest("The metadata could not be parsed.");
		}
		put(options, "signInEndpoint", document.ssoUrl());
		put(options, "signOutEndpoint", document.logoutUrl());
		if (document.ssoUrl() != null) {
			options.put("bindingMethod", (document.redirectUrl() != null) ? IdpDocument.REDIRECT : IdpDocument.POST);
		}
		// Assumed: of several certificates, the first is used
		document.certificates()
			.stream()
			.map(OptionCertificate::read)
			.filter((certificate) -> certificate != null)
			.findFirst()
			.ifPresent((certificate) -> options.put("signingCert", certificate.base64OfPem()));
	}

	private static void pingFederate(ObjectNode options) {
		OptionCertificate certificate = OptionCertificate.read(options.path("signingCert").asText(""));
		if (certificate != null) {
			options.remove("signingCert");
			options.put("cert", certificate.pem());
			certificate.describe(options);
		}
	}

	private static void adfs(ObjectNode options, boolean created) {
		if (created && !options.has("thumbprints")) {
			options.putArray("thumbprints");
		}
	}

	private static void okta(ObjectNode options) {
		if (!options.has("type")) {
			options.put("type", "back_channel");
		}
		oidc(options, "basic_profile");
	}

	private static void oidc(ObjectNode options, String mappingMode) {
		options.put("schema_version", "oidc-V4");
		if (!options.has("attribute_map")) {
			options.putObject("attribute_map").put("mapping_mode", mappingMode);
		}
		if (!options.has("connection_settings")) {
			options.putObject("connection_settings").put("pkce", "auto");
		}
		URI discovery = discovery(options);
		if (discovery != null) {
			ObjectNode metadata = discovered(discovery);
			options.set("oidc_metadata", metadata);
			metadata.properties().forEach((entry) -> {
				if (options.path(entry.getKey()).isNull()) {
					options.set(entry.getKey(), entry.getValue());
				}
			});
		}
	}

	private static @Nullable URI discovery(ObjectNode options) {
		String url = options.path("discovery_url").asText("");
		String domain = options.path("domain").asText("");
		if (url.isEmpty() && !domain.isEmpty()) {
			url = "https://" + domain + "/.well-known/openid-configuration";
		}
		return MetadataDocuments.parse(url);
	}

	// The sandbox calls nobody: a document as a provider at that host would have it
	private static ObjectNode discovered(URI discovery) {
		String issuer = discovery.getScheme() + "://" + discovery.getAuthority();
		ObjectNode metadata = JsonNodeFactory.instance.objectNode();
		metadata.put("issuer", issuer)
			.put("authorization_endpoint", issuer + "/authorize")
			.put("token_endpoint", issuer + "/token")
			.put("userinfo_endpoint", issuer + "/userinfo")
			.put("jwks_uri", issuer + "/keys");
		metadata.putArray("response_types_supported").add("code");
		metadata.putArray("subject_types_supported").add("public");
		metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
		return metadata;
	}

	private static void azure(ObjectNode options, boolean created) {
		options.put("waad_common_endpoint", options.path("useCommonEndpoint").asBoolean());
		if (created && options.path("identity_api").asText().endsWith("v1.0")) {
			if (!options.has("thumbprints")) {
				options.putArray("thumbprints").add("0000000000000000000000000000000000000000");
			}
			options.put("app_domain", "sandbox.auth0.example");
		}
	}

	private static void google(Connection connection, ObjectNode options, boolean created) {
		options.put("email", true).put("profile", true).putArray("scope").add("email").add("profile");
		if (created && !options.has("handle_login_from_social")) {
			options.put("handle_login_from_social", true);
		}
		// It is decided by the creation
		JsonNode mapping = connection.options().path("map_user_id_to_id");
		if (!mapping.isMissingNode() && !options.has("map_user_id_to_id")) {
			options.set("map_user_id_to_id", mapping);
		}
	}

	private static void put(ObjectNode options, String name, @Nullable String value) {
		if (value != null) {
			options.put(name, value);
		}
	}

}
