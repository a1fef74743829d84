// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Generates connections of every strategy that Auth0's document lists.
 */
final class ConnectionGenerator {

	/** {@code ConnectionIdentityProviderEnum} of the document. */
	static final List<String> STRATEGIES = List.of("ad", "adfs", "amazon", "apple", "dropbox", "bitbucket",
			"auth0-oidc", "auth0", "baidu", "bitly", "box", "custom", "daccount", "dwolla", "email", "evernote-sandbox",
			"evernote", "exact", "facebook", "fitbit", "github", "google-apps", "google-oauth2", "instagram", "ip",
			"line", "linkedin", "oauth1", "oauth2", "office365", "oidc", "okta", "paypal", "paypal-sandbox",
			"pingfederate", "planningcenter", "salesforce-community", "salesforce-sandbox", "salesforce", "samlp",
			"sharepoint", "shopify", "shop", "sms", "soundcloud", "thirtysevensignals", "twitter", "untappd",
			"vkontakte", "waad", "weibo", "windowslive", "wordpress", "yahoo", "yandex");

	static final List<String> MOVED = List.of("samlp", "pingfederate", "oidc", "okta", "waad");

	private final Random random;

	private final List<String> secrets = new ArrayList<>();

	ConnectionGenerator(long seed) {
		this.random = new Random(seed);
	}

	List<String> secrets() {
		return this.secrets;
	}

	/**
	 * Add connections to a tenant: one of each strategy, then more of those that can be
	 * moved.
	 * @param fixture the tenant
	 * @param count how many
	 */
	void add(MigrationFixture fixture, int count) {
		for (int number = 0; number < count; number++) {
			String strategy = (number < STRATEGIES.size()) ? STRATEGIES.get(number) : pick(MOVED);
			String name = "c" + number + "-" + strategy;
			Map<String, Object> settings = new LinkedHashMap<>();
			settings.put("display_name",
					pick(List.of("Customer ", "Ünï & <b>Söhne</b> ", "| `code` ", "=cmd() ")) + number);
			if (this.random.nextBoolean()) {
				settings.put("metadata", Map.of("tier", "gold"));
			}
			fixture.add(name, strategy, settings, options(number, strategy));
		}
	}

	private Map<String, Object> options(int number, String strategy) {
		Map<String, Object> options = new LinkedHashMap<>();
		if (this.random.nextInt(10) > 0) {
			options.put("domain_aliases", List.of("customer" + number + ".example"));
		}
		options.put("set_user_root_attributes", pick(List.of("on_each_login", "on_first_login", "never_on_login")));
		switch (strategy) {
			case "samlp", "pingfederate", "adfs" -> saml(options);
			case "oidc", "okta", "waad", "google-apps" -> oidc(options, strategy);
			default -> options.put("client_secret", secret());
		}
		return options;
	}

	private void saml(Map<String, Object> options) {
		switch (this.random.nextInt(4)) {
			case 0 -> options.put("signSAMLRequest", true);
			case 1 -> options.put("decryptionKey", Map.of("cert", "c", "key", secret()));
			default -> options.put("signSAMLRequest", false);
		}
		options.put("signInEndpoint", "https://idp.acme.com/sso");
		if (this.random.nextInt(4) > 0) {
			options.put("metadataUrl", MigrationFixture.METADATA_URL);
		}
		else {
			options.put("signingCert", MigrationFixture.CERTIFICATE);
		}
		options.put("fieldsMap", Map.of("email", List.of("mail", "upn"), "department", "dept"));
		options.put("idpinitiated", Map.of("enabled", this.random.nextBoolean(), "client_id", "app"));
	}

	private void oidc(Map<String, Object> options, String strategy) {
		options.put("client_id", "client");
		if (this.random.nextInt(4) > 0) {
			options.put("client_secret", secret());
		}
		switch (strategy) {
			case "oidc" -> options.put("discovery_url", "https://idp.acme.com/.well-known/openid-configuration");
			case "okta" -> options.put("domain", "acme.okta.com");
			case "waad" -> {
				options.put("tenantId", "7b2e");
				options.put("waad_protocol", pick(List.of("openid-connect", "ws-federation")));
			}
			default -> options.put("domain", "acme.com");
		}
		if (!strategy.equals("waad")) {
			options.put("connection_settings", Map.of("pkce", pick(List.of("auto", "S256", "disabled"))));
		}
	}

	private String secret() {
		String secret = "s3cret" + Long.toHexString(this.random.nextLong());
		this.secrets.add(secret);
		return secret;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
