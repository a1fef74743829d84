// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.declarative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.onboarding.ClerkIdp;
import io.github.ssoconnections.declarative.Comparison;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.FieldPath;
import io.github.ssoconnections.declarative.FieldRule;
import io.github.ssoconnections.declarative.FieldRules;
import io.github.ssoconnections.declarative.Fields;
import io.github.ssoconnections.declarative.KnownFields;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * The fields of an enterprise connection in a request, in a response and in a
 * declaration.
 */
final class ClerkFields {

	static final String SAML = "saml";

	static final String OIDC = "oidc";

	static final String METADATA = "idp_metadata";

	static final String METADATA_URL = "idp_metadata_url";

	static final String CERTIFICATES = "idp_certificates";

	static final String MAPPING = "attribute_mapping";

	static final String SECRET = "client_secret";

	private static final int MAX_CERTIFICATES = 5;

	/** Fields that the metadata replaces. */
	static final Set<String> DERIVED = Set.of("idp_entity_id", "idp_sso_url", CERTIFICATES);

	static final KnownFields TOP = new KnownFields()
		.flags("allow_organization_account_linking", "sync_user_attributes", "disable_additional_identifications",
				"authenticatable", "disable_jit_provisioning")
		.lists("custom_attributes")
		.objects(SAML, OIDC)
		.reject("name", "use 'name' of the connection")
		.reject("provider", "use 'provider' of the connection")
		.reject("domains", "use 'domains' of the connection")
		.reject("active", "use 'active' of the connection")
		.reject("organization_id", "use 'organizations' of the connection");

	static final KnownFields SAML_FIELDS = new KnownFields()
		.texts("name", "idp_entity_id", "idp_sso_url", METADATA_URL, METADATA)
		.lists(CERTIFICATES)
		.objects(MAPPING, "login_hint")
		.flags("allow_subdomains", "allow_idp_initiated", "force_authn")
		.reject("idp_certificate", "use 'idp_certificates', which is the whole list");

	static final KnownFields OIDC_FIELDS = new KnownFields()
		.texts("client_id", SECRET, "discovery_url", "auth_url", "token_url", "user_info_url")
		.flags("requires_pkce");

	static final FieldRules RULES = new FieldRules().add("domains", FieldRule.compared(Comparison.DOMAINS))
		.add("provider", FieldRule.unchangeable())
		.add("authenticatable", FieldRule.withDefault(true))
		.add("saml.idp_certificates", FieldRule.compared(Comparison.CERTIFICATES))
		.add("saml.attribute_mapping", FieldRule.furtherCall(Comparison.VALUE))
		.add("oidc.client_secret", FieldRule.writeOnly());

	private ClerkFields() {
	}

	static Map<String, @Nullable Object> of(DesiredConnection desired) {
		TOP.validate("settings", desired.settings());
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("name", desired.name());
		put(fields, "provider", desired.provider());
		if (desired.domains() != null) {
			Assert.notEmpty(desired.domains(), "'domains' must not be empty: Clerk cannot remove the last domain");
			fields.put("domains", Comparison.toAscii(desired.domains()));
		}
		put(fields, "active", desired.active());
		if (desired.organizations() != null) {
			Assert.isTrue(desired.organizations().size() == 1,
					"'organizations' must have one organization: Clerk has at most one, and cannot remove it");
			fields.put("organization_id", desired.organizations().get(0));
		}
		fields.putAll(desired.settings());
		addIdp(fields, desired.idp());
		validate(fields);
		return fields;
	}

	private static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

	private static void addIdp(Map<String, @Nullable Object> fields, @Nullable IdpSettings idp) {
		if (idp != null) {
			Object provider = fields.get("provider");
			Assert.isTrue(provider == null || String.valueOf(provider).startsWith(idp.isOidc() ? OIDC : SAML),
					() -> "'idp' does not fit the provider " + provider);
			String name = idp.isOidc() ? OIDC : SAML;
			Map<String, @Nullable Object> declared = Fields.object(fields, name);
			Map<String, @Nullable Object> all = (idp instanceof IdpSettings.Oidc oidc) ? Fields.of(ClerkIdp.oidc(oidc))
					: Fields.of(ClerkIdp.saml(idp));
			// For a creation only: nobody has declared it
			all.remove("requires_pkce");
			Assert.isTrue(all.keySet().stream().noneMatch(declared::containsKey),
					() -> "'settings." + name + "' must not have fields of the IdP beside 'idp': " + all.keySet());
			all.putAll(declared);
			fields.put(name, all);
		}
	}

	private static void validate(Map<String, @Nullable Object> fields) {
		Map<String, @Nullable Object> saml = Fields.object(fields, SAML);
		SAML_FIELDS.validate("settings.saml", saml);
		OIDC_FIELDS.validate("settings.oidc", Fields.object(fields, OIDC));
		boolean metadata = saml.get(METADATA) != null || saml.get(METADATA_URL) != null;
		Assert.isTrue(!metadata || DERIVED.stream().noneMatch(saml::containsKey),
				"A metadata URL or document must be declared without entity ID, SSO URL and certificates, "
						+ "which it replaces");
		Assert.isTrue(saml.get(METADATA) == null || saml.get(METADATA_URL) == null,
				"Either a metadata URL or a metadata document must be declared");
		if (saml.get(CERTIFICATES) instanceof List<?> certificates) {
			Assert.isTrue(certificates.size() <= MAX_CERTIFICATES,
					"'settings.saml.idp_certificates' must have at most 5 certificates");
			certificates.forEach((certificate) -> SigningCertificate.parse(String.valueOf(certificate)));
		}
		if (saml.get(METADATA) instanceof String xml) {
			SamlMetadata.parse(xml);
		}
		Map<String, @Nullable Object> hint = Fields.object(saml, "login_hint");
		Assert.isTrue(hint.get("source") == null || "custom_attribute".equals(hint.get("mode")),
				"'settings.saml.login_hint.source' needs the mode custom_attribute");
	}

	/**
	 * Replace the metadata document by the fields that Clerk derives from it.
	 * @param declared the declared fields
	 * @return the fields to compare
	 */
	static Map<String, @Nullable Object> comparable(Map<String, @Nullable Object> declared) {
		Map<String, @Nullable Object> saml = Fields.object(declared, SAML);
		if (!(saml.remove(METADATA) instanceof String xml)) {
			return declared;
		}
		SamlMetadata metadata = SamlMetadata.parse(xml);
		put(saml, "idp_entity_id", metadata.entityId());
		// Of several, Clerk chooses one
		if (metadata.ssoUrls().stream().map(SamlMetadata.SsoUrl::location).distinct().count() == 1) {
			saml.put("idp_sso_url", metadata.ssoUrls().get(0).location());
		}
		saml.put(CERTIFICATES, metadata.signingCertificates().stream().map(SigningCertificate::base64).toList());
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(declared);
		fields.put(SAML, saml);
		return fields;
	}

	static CurrentConnection current(EnterpriseConnection connection) {
		Map<String, @Nullable Object> all = Fields.of(connection);
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		for (String name : List.of("name", "provider", "domains", "active", "organization_id")) {
			fields.put(name, all.get(name));
		}
		TOP.names().stream().filter(all::containsKey).forEach((name) -> fields.put(name, all.get(name)));
		if (connection.saml() != null) {
			fields.put(SAML, saml(Fields.object(all, "saml_connection")));
		}
		if (connection.oidc() != null) {
			fields.put(OIDC, known(OIDC_FIELDS, Fields.object(all, "oauth_config")));
		}
		return new CurrentConnection(connection.id(), connection.name(),
				(connection.provider() != null) ? connection.provider().value() : null, connection.domains(), fields,
				unreadable(connection), connection);
	}

	private static Map<FieldPath, String> unreadable(EnterpriseConnection connection) {
		Map<FieldPath, String> unreadable = new LinkedHashMap<>();
		connection.unknownFields()
			.keySet()
			.stream()
			.filter((name) -> TOP.names().contains(name) || Set.of("domains", "active", "provider").contains(name))
			.forEach((name) -> unreadable.put(FieldPath.of(name), "the response has an unexpected structure"));
		return unreadable;
	}

	private static Map<String, @Nullable Object> saml(Map<String, @Nullable Object> response) {
		Map<String, @Nullable Object> saml = known(SAML_FIELDS, response);
		saml.remove(METADATA);
		saml.remove(MAPPING);
		if (saml.get(CERTIFICATES) == null && response.get("idp_certificate") instanceof String certificate
				&& !certificate.isBlank()) {
			saml.put(CERTIFICATES, List.of(certificate));
		}
		return saml;
	}

	private static Map<String, @Nullable Object> known(KnownFields known, Map<String, @Nullable Object> response) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		known.names().stream().filter(response::containsKey).forEach((name) -> fields.put(name, response.get(name)));
		return fields;
	}

	static DesiredConnection desired(CurrentConnection current) {
		Map<String, @Nullable Object> settings = new LinkedHashMap<>();
		TOP.names().forEach((name) -> put(settings, name, current.fields().get(name)));
		Map<String, @Nullable Object> saml = present(Fields.object(settings, SAML));
		if (saml.get(METADATA_URL) != null) {
			DERIVED.forEach(saml::remove);
		}
		if (saml.get(CERTIFICATES) instanceof List<?> certificates) {
			saml.put(CERTIFICATES, certificates.stream().map(ClerkFields::pem).toList());
		}
		settings.remove(SAML);
		settings.remove(OIDC);
		put(settings, SAML, !saml.isEmpty() ? saml : null);
		if (current.fields().get(OIDC) != null) {
			settings.put(OIDC, present(Fields.object(current.fields(), OIDC)));
		}
		Object organization = current.fields().get("organization_id");
		return new DesiredConnection(current.id(), current.name(), current.provider(),
				CollectionUtils.isEmpty(current.domains()) ? null : current.domains(),
				(Boolean) current.fields().get("active"),
				(organization != null) ? List.of(organization.toString()) : null, null, settings, null);
	}

	private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> fields) {
		fields.values().removeIf(Objects::isNull);
		return fields;
	}

	private static String pem(Object certificate) {
		Object text = (certificate instanceof Map<?, ?> map) ? map.get("certificate") : certificate;
		try {
			return SigningCertificate.parse(String.valueOf(text)).pem();
		}
		catch (InvalidCertificateException ex) {
			return String.valueOf(text);
		}
	}

}
