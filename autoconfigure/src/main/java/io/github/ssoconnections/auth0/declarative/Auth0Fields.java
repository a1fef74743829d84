// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.onboarding.Auth0Idp;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
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

/**
 * The fields of a connection in a request, in a response and in a declaration.
 */
final class Auth0Fields {

	static final String OPTIONS = "options";

	static final String CLIENTS = "clients";

	static final String ORGANIZATIONS = "organizations";

	static final String DISCOVERY_DOMAINS = "discovery_domains";

	private static final String DOMAINS = "domain_aliases";

	private static final String METADATA_XML = "metadataXml";

	private static final String METADATA_URL = "metadataUrl";

	private static final String SSO_URL = "signInEndpoint";

	private static final String CERTIFICATE = "signingCert";

	private static final String AUTHENTICATION = "authentication";

	/** Options that Auth0 derives from the signing certificate. */
	private static final Set<String> DERIVED = Set.of("cert", "expires", "subject", "thumbprints",
			"cert_rollover_notification");

	/** Options that a creation needs, and an {@link IdpSettings} does not have. */
	private static final Set<String> DEFAULTS = Set.of("scope", "type");

	/** Strategies that have a client secret. */
	private static final Set<String> WITH_SECRET = Set.of("oidc", "okta", "waad", "google-apps");

	private static final String CLIENT_SECRET = "client_secret";

	private static final KnownFields TOP = new KnownFields().texts("display_name")
		.flags("is_domain_connection", "show_as_button")
		.lists("realms", CLIENTS, DISCOVERY_DOMAINS)
		.objects("metadata", "connected_accounts", "cross_app_access_requesting_app", "cross_app_access_resource_app",
				OPTIONS)
		.reject("name", "use 'name' of the connection")
		.reject("strategy", "use 'provider' of the connection")
		.reject(AUTHENTICATION, "use 'active' of the connection")
		.reject(ORGANIZATIONS, "use 'organizations' of the connection")
		.reject("enabled_clients", "it has reached its end of life: use 'clients'");

	static final FieldRules RULES = new FieldRules().add("strategy", FieldRule.unchangeable())
		.add("authentication.active", FieldRule.withDefault(true))
		.add("options.domain_aliases", FieldRule.compared(Comparison.DOMAINS))
		.add("options.signingCert", FieldRule.compared(Comparison.CERTIFICATES))
		.add("options.metadataXml", FieldRule.writeOnly())
		.add("options.scope", FieldRule.compared(Comparison.WORDS))
		.add("options.fieldsMap", FieldRule.compared(Comparison.ORDERED))
		.add(CLIENTS, FieldRule.furtherCall(Comparison.VALUE))
		.add(ORGANIZATIONS, FieldRule.furtherCall(Comparison.VALUE))
		.add(DISCOVERY_DOMAINS, FieldRule.furtherCall(Comparison.DOMAINS));

	private Auth0Fields() {
	}

	static Map<String, @Nullable Object> of(DesiredConnection desired) {
		TOP.validate("settings", desired.settings());
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("name", desired.name());
		put(fields, "strategy", desired.provider());
		fields.putAll(desired.settings());
		if (desired.active() != null) {
			fields.put(AUTHENTICATION, Map.of("active", desired.active()));
		}
		put(fields, ORGANIZATIONS, desired.organizations());
		Assert.isTrue(desired.settings().get(DISCOVERY_DOMAINS) == null || desired.organizations() != null,
				"'settings.discovery_domains' needs 'organizations', which the domains belong to");
		if (desired.settings().get(DISCOVERY_DOMAINS) instanceof List<?> domains) {
			fields.put(DISCOVERY_DOMAINS, Comparison.toAscii(domains));
		}
		Map<String, @Nullable Object> options = options(desired);
		if (!options.isEmpty()) {
			fields.put(OPTIONS, options);
		}
		return fields;
	}

	private static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

	private static Map<String, @Nullable Object> options(DesiredConnection desired) {
		Map<String, @Nullable Object> declared = Fields.object(desired.settings(), OPTIONS);
		Assert.isTrue(!declared.containsKey(DOMAINS),
				"'settings.options.domain_aliases' must not be declared: use 'domains' of the connection");
		DERIVED.forEach((name) -> Assert.isTrue(!declared.containsKey(name), () -> "'settings.options." + name
				+ "' must not be declared: Auth0 derives it from the signing certificate, use 'signingCert'"));
		IdpSettings idp = desired.idp();
		if (idp != null) {
			validate(idp, desired.provider());
			Assert.isTrue(!(idp instanceof IdpSettings.Saml saml) || saml.certificates().size() == 1,
					"'certificates' must have one certificate: a SAML connection at Auth0 has one");
			Map<String, @Nullable Object> all = Fields.of(Auth0Idp.options(idp));
			// For a creation only: nobody has declared them
			all.keySet().removeAll(DEFAULTS);
			Assert.isTrue(all.keySet().stream().noneMatch(declared::containsKey),
					() -> "'settings.options' must not have options of the IdP beside 'idp': " + all.keySet());
			declared.putAll(all);
		}
		put(declared, DOMAINS, (desired.domains() != null) ? Comparison.toAscii(desired.domains()) : null);
		boolean metadata = declared.get(METADATA_URL) != null || declared.get(METADATA_XML) != null;
		Assert.isTrue(!metadata || (!declared.containsKey(SSO_URL) && !declared.containsKey(CERTIFICATE)),
				"A metadata URL or document must be declared without 'signInEndpoint' and 'signingCert', "
						+ "which it replaces");
		if (declared.get(METADATA_XML) instanceof String xml) {
			SamlMetadata.parse(xml);
		}
		if (declared.get(CERTIFICATE) instanceof String certificate) {
			SigningCertificate.parse(certificate);
		}
		OtherOptions options = new OtherOptions();
		declared.forEach(options::set);
		return Fields.of(options);
	}

	private static void validate(IdpSettings idp, @Nullable String strategy) {
		boolean fits = strategy == null || strategy.equals("samlp") && !idp.isOidc()
				|| strategy.equals("pingfederate") && idp instanceof IdpSettings.Saml
				|| strategy.equals("oidc") && idp.isOidc();
		Assert.isTrue(fits,
				() -> "'idp' does not fit the strategy " + strategy + ": declare its options in 'settings.options'");
	}

	/**
	 * Find a client secret that Auth0 has not returned.
	 * @param current the connection
	 * @return its path, empty if it was returned, or the connection has none
	 */
	static List<FieldPath> findHidden(CurrentConnection current) {
		Map<String, @Nullable Object> options = Fields.object(current.fields(), OPTIONS);
		boolean expected = current.provider() != null && WITH_SECRET.contains(current.provider()) && !options.isEmpty()
				&& !"front_channel".equals(options.get("type"))
				&& !"private_key_jwt".equals(options.get("token_endpoint_auth_method"));
		return (expected && options.get(CLIENT_SECRET) == null) ? List.of(FieldPath.of(OPTIONS, CLIENT_SECRET))
				: List.of();
	}

	/**
	 * Add the options that Auth0 derives from the metadata document, which it does not
	 * return.
	 * @param declared the declared fields
	 * @return the fields to compare
	 */
	static Map<String, @Nullable Object> comparable(Map<String, @Nullable Object> declared) {
		Map<String, @Nullable Object> options = Fields.object(declared, OPTIONS);
		if (!(options.get(METADATA_XML) instanceof String xml)) {
			return declared;
		}
		SamlMetadata metadata = SamlMetadata.parse(xml);
		// Of several, Auth0 chooses one
		if (metadata.ssoUrls().stream().map(SamlMetadata.SsoUrl::location).distinct().count() == 1) {
			options.put(SSO_URL, metadata.ssoUrls().get(0).location());
		}
		if (metadata.signingCertificates().size() == 1) {
			options.put(CERTIFICATE, metadata.signingCertificates().get(0).base64());
		}
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(declared);
		fields.put(OPTIONS, options);
		return fields;
	}

	/**
	 * Return whether the metadata document is to be sent for an option that it sets.
	 * @param option the name of the option
	 * @return whether it is derived from the document
	 */
	static boolean isFromMetadata(String option) {
		return option.equals(SSO_URL) || option.equals(CERTIFICATE);
	}

	static boolean isMetadataDocument(String option) {
		return option.equals(METADATA_XML);
	}

	static CurrentConnection current(Auth0Connection connection) {
		Map<String, @Nullable Object> all = Fields.of(connection);
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("name", connection.name());
		fields.put("strategy", all.get("strategy"));
		fields.put(AUTHENTICATION, all.get(AUTHENTICATION));
		TOP.names()
			.stream()
			.filter((name) -> all.containsKey(name) && !name.equals(CLIENTS) && !name.equals(DISCOVERY_DOMAINS))
			.forEach((name) -> fields.put(name, all.get(name)));
		Map<FieldPath, String> unreadable = new LinkedHashMap<>();
		List<String> domains = null;
		if (connection.options() == null) {
			unreadable.put(FieldPath.of(OPTIONS), "the token may lack the scope read:connections_options");
		}
		else {
			Map<String, @Nullable Object> options = options(Fields.object(all, OPTIONS));
			fields.put(OPTIONS, options);
			domains = domains(options);
		}
		return new CurrentConnection(connection.id(), connection.name(),
				(connection.strategy() != null) ? connection.strategy().value() : null, domains, fields, unreadable,
				connection);
	}

	private static Map<String, @Nullable Object> options(Map<String, @Nullable Object> response) {
		Map<String, @Nullable Object> options = new LinkedHashMap<>(response);
		if (options.get(CERTIFICATE) == null && options.get("cert") != null && options.containsKey(SSO_URL)) {
			options.put(CERTIFICATE, options.get("cert"));
		}
		DERIVED.forEach(options::remove);
		return options;
	}

	private static List<String> domains(Map<String, @Nullable Object> options) {
		List<String> domains = new ArrayList<>();
		if (options.get(DOMAINS) instanceof List<?> aliases) {
			aliases.forEach((alias) -> domains.add(String.valueOf(alias)));
		}
		return domains;
	}

	static DesiredConnection desired(CurrentConnection current) {
		Map<String, @Nullable Object> settings = new LinkedHashMap<>();
		TOP.names().forEach((name) -> put(settings, name, current.fields().get(name)));
		Map<String, @Nullable Object> options = Fields.object(settings, OPTIONS);
		Object domains = options.remove(DOMAINS);
		options.values().removeIf(Objects::isNull);
		if (options.get(METADATA_URL) != null) {
			options.keySet().removeIf(Auth0Fields::isFromMetadata);
		}
		settings.remove(OPTIONS);
		put(settings, OPTIONS, !options.isEmpty() ? options : null);
		Object active = FieldPath.of(AUTHENTICATION, "active").read(current.fields());
		return new DesiredConnection(null, current.name(), current.provider(),
				(domains instanceof List<?>) ? current.domains() : null, (active instanceof Boolean flag) ? flag : null,
				null, null, settings, null);
	}

}
