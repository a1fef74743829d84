// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

/**
 * Declarations out of a seed, and the same with one field changed.
 */
final class GeneratedConnections {

	static final String METADATA_URL = "https://idp.acme.com/metadata";

	static final String OTHER_METADATA_URL = "https://other.acme.com/metadata";

	private final Random random;

	private final List<String> organizations;

	private int number;

	GeneratedConnections(long seed, List<String> organizations) {
		this.random = new Random(seed);
		this.organizations = organizations;
	}

	private boolean chance() {
		return this.random.nextBoolean();
	}

	private List<String> domains() {
		return IntStream.rangeClosed(0, this.random.nextInt(3))
			.mapToObj((index) -> "domain-" + this.number + "-" + index + ".com")
			.toList();
	}

	private <T> T one(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	DesiredConnection clerk() {
		this.number++;
		Map<String, @Nullable Object> settings = new LinkedHashMap<>();
		for (String flag : List.of("allow_organization_account_linking", "sync_user_attributes",
				"disable_additional_identifications", "authenticatable", "disable_jit_provisioning")) {
			if (chance()) {
				settings.put(flag, chance());
			}
		}
		if (chance()) {
			settings.put("custom_attributes", IntStream.range(0, 1 + this.random.nextInt(3))
				.mapToObj(
						(index) -> Map.of("name", "Attribute " + index, "key", "key" + index, "sso_path", "a" + index))
				.toList());
		}
		boolean oidc = this.random.nextInt(3) == 0;
		if (!oidc && chance()) {
			settings.put("saml", saml());
		}
		DesiredConnection desired = DesiredConnection.of("Customer " + this.number)
			.withProvider(
					oidc ? "oidc_custom" : one(List.of("saml_custom", "saml_okta", "saml_google", "saml_microsoft")))
			.withDomains(domains())
			.withIdp(oidc ? oidc()
					: one(List.of(Fixture.saml(), IdpSettings.metadata(Fixture.METADATA),
							IdpSettings.metadataUrl(METADATA_URL))))
			.withSettings(settings);
		desired = chance() ? desired.withActive(chance()) : desired;
		return chance() ? desired.withOrganizations(List.of(one(this.organizations))) : desired;
	}

	private Map<String, @Nullable Object> saml() {
		Map<String, @Nullable Object> saml = new LinkedHashMap<>();
		for (String flag : List.of("allow_subdomains", "allow_idp_initiated", "force_authn")) {
			if (chance()) {
				saml.put(flag, chance());
			}
		}
		if (chance()) {
			saml.put("attribute_mapping", Map.of("user_id", "uid", "email_address", "mail"));
		}
		if (chance()) {
			saml.put("login_hint", Map.of("mode", "custom_attribute", "source", "hint"));
		}
		if (chance()) {
			saml.put("name", "SAML " + this.number);
		}
		return saml;
	}

	private IdpSettings oidc() {
		return IdpSettings.oidc("https://idp-" + this.number + ".com", "client", Secret.of("s3cret-" + this.number));
	}

	DesiredConnection auth0(String strategy) {
		this.number++;
		Map<String, @Nullable Object> settings = new LinkedHashMap<>();
		for (String flag : List.of("is_domain_connection", "show_as_button")) {
			if (chance()) {
				settings.put(flag, chance());
			}
		}
		if (chance()) {
			settings.put("display_name", "Customer " + this.number);
		}
		if (chance()) {
			settings.put("metadata", Map.of("plan", "gold", "region", "eu"));
		}
		if (chance()) {
			settings.put("clients", chance() ? List.of("app") : List.of("app", "other"));
		}
		Map<String, @Nullable Object> options = options(strategy);
		DesiredConnection desired = DesiredConnection.of("customer-" + this.number).withProvider(strategy);
		if (strategy.equals("samlp") && chance()) {
			options.keySet().removeAll(List.of("signInEndpoint", "signingCert"));
			desired = desired.withIdp(one(List.of(Fixture.saml(), IdpSettings.metadata(Fixture.METADATA),
					IdpSettings.metadataUrl(METADATA_URL))));
		}
		settings.put("options", options);
		desired = desired.withSettings(settings);
		desired = chance() ? desired.withDomains(domains()) : desired;
		desired = chance() ? desired.withActive(chance()) : desired;
		return chance() ? desired.withOrganizations(List.of(one(this.organizations))) : desired;
	}

	private Map<String, @Nullable Object> options(String strategy) {
		Map<String, @Nullable Object> options = new LinkedHashMap<>();
		if (chance()) {
			options.put("icon_url", "https://acme.com/icon.png");
		}
		if (chance()) {
			options.put("set_user_root_attributes", "on_first_login");
		}
		if (chance()) {
			options.put("upstream_params", Map.of("screen_name", Map.of("alias", "login_hint")));
		}
		switch (strategy) {
			case "samlp" -> options.putAll(new LinkedHashMap<>(Map.of("signInEndpoint", "https://idp.acme.com/sso",
					"signingCert", Fixture.CERTIFICATE, "signSAMLRequest", chance(), "fieldsMap",
					Map.of("email", List.of("mail", "upn"), "name", "cn"), "idpinitiated",
					Map.of("enabled", true, "client_id", "app"))));
			case "pingfederate" -> options.putAll(Map.of("signInEndpoint", "https://ping.acme.com/sso", "signingCert",
					Fixture.CERTIFICATE, "pingFederateBaseUrl", "https://ping.acme.com"));
			case "oidc" -> options.putAll(Map.of("client_id", "client", "client_secret", "s3cret-of-" + this.number,
					"discovery_url", "https://idp.acme.com/.well-known/openid-configuration", "scope",
					"openid profile email", "type", "back_channel"));
			case "okta" -> options.putAll(Map.of("client_id", "client", "client_secret", "s3cret-of-" + this.number,
					"domain", "acme.okta.com", "scope", "openid email"));
			case "waad" -> options.putAll(Map.of("client_id", "client", "client_secret", "s3cret-of-" + this.number,
					"tenant_domain", "acme.onmicrosoft.com", "identity_api", "microsoft-identity-platform-v2.0"));
			case "google-apps" -> options.putAll(Map.of("client_id", "client", "client_secret",
					"s3cret-of-" + this.number, "tenant_domain", "acme.com"));
			case "adfs" -> options.putAll(Map.of("adfs_server", "https://adfs.acme.com/metadata"));
			case "auth0" -> options.putAll(Map.of("brute_force_protection", true, "passwordPolicy", "good"));
			default -> options.putAll(Map.of("client_id", "client", "client_secret", "s3cret-of-" + this.number));
		}
		return options;
	}

	/**
	 * Return a declaration once for each of its fields, with that field changed.
	 * @param desired the declaration
	 * @return the changed declarations by the path of the field
	 */
	Map<String, DesiredConnection> changed(DesiredConnection desired) {
		Map<String, DesiredConnection> changed = new LinkedHashMap<>();
		Fields.visit(FieldPath.ROOT, desired.settings(), (path, value) -> {
			if ("mode".equals(last(path))) {
				List<String> hint = path.names().subList(0, path.names().size() - 1);
				changed.put(path.toString(),
						desired.withSettings(with(desired.settings(), hint, Map.of("mode", "email_address"))));
			}
			else if (value != null && !(value instanceof Secret)) {
				changed.put(path.toString(),
						desired.withSettings(with(desired.settings(), path.names(), other(path, value))));
			}
		});
		List<String> domains = desired.domains();
		if (domains != null) {
			List<String> more = new ArrayList<>(domains);
			more.add("more-" + domains.get(0));
			changed.put("domains", desired.withDomains(more));
		}
		if (desired.active() != null) {
			changed.put("active", desired.withActive(!desired.active()));
		}
		List<String> organizations = desired.organizations();
		if (organizations != null) {
			changed.put("organizations", desired.withOrganizations(
					this.organizations.stream().filter((id) -> !organizations.contains(id)).limit(1).toList()));
		}
		changed.putAll(changedIdps(desired));
		return changed;
	}

	private static Map<String, DesiredConnection> changedIdps(DesiredConnection desired) {
		IdpSettings idp = desired.idp();
		if (idp instanceof IdpSettings.MetadataUrl) {
			return Map.of("idp.url", desired.withIdp(IdpSettings.metadataUrl(OTHER_METADATA_URL)));
		}
		if (idp instanceof IdpSettings.MetadataDocument document) {
			return Map.of("idp.xml", desired.withIdp(IdpSettings.metadata(document.xml().replace("/sso", "/sso2"))));
		}
		if (idp instanceof IdpSettings.Oidc oidc) {
			return Map.of("idp.client_id", desired.withIdp(IdpSettings.oidc(oidc.issuer(), "c2", oidc.clientSecret())),
					"idp.issuer",
					desired.withIdp(IdpSettings.oidc("https://other.com", oidc.clientId(), oidc.clientSecret())));
		}
		if (idp instanceof IdpSettings.Saml saml) {
			return Map.of("idp.sso_url",
					desired
						.withIdp(IdpSettings.saml(saml.entityId(), "https://idp.acme.com/sso2", Fixture.CERTIFICATE)),
					"idp.certificates",
					desired.withIdp(IdpSettings.saml(saml.entityId(), saml.ssoUrl(), Fixture.OTHER_CERTIFICATE)));
		}
		return Map.of();
	}

	private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> fields, List<String> path,
			Object value) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
		String name = path.get(0);
		copy.put(name,
				(path.size() == 1) ? value : with(Fields.object(fields, name), path.subList(1, path.size()), value));
		return copy;
	}

	private static String last(FieldPath path) {
		return path.names().get(path.names().size() - 1);
	}

	private static Object other(FieldPath path, Object value) {
		if (value instanceof Boolean flag) {
			return !flag;
		}
		if (value instanceof List<?> list) {
			return (list.size() > 1) ? list.subList(0, list.size() - 1) : list.equals(List.of("app")) ? List.of("other")
					: List.of(Map.of("name", "Another", "key", "another", "sso_path", "x"));
		}
		return switch (last(path)) {
			case "alias" -> "prompt";
			case "signingCert" -> Fixture.OTHER_CERTIFICATE;
			case "set_user_root_attributes" -> "never_on_login";
			case "identity_api" -> "azure-active-directory-v1.0";
			case "type" -> "front_channel";
			case "passwordPolicy" -> "fair";
			default -> value + "x";
		};
	}

}
