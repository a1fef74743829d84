// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The customers of the demo, each with a case of its own.
 */
final class Auth0Seed {

	private final Tenant tenant;

	private final Instant now;

	Auth0Seed(Tenant tenant, Instant now) {
		this.tenant = tenant;
		this.now = now;
	}

	void plant() {
		healthy();
		expiringSoon();
		expired();
		rotating();
		oidc();
		okta();
		azure();
		google();
		activeDirectory();
		duplicateDomain();
		create("Username-Password-Authentication", "auth0", JsonNodeFactory.instance.objectNode());
	}

	private void healthy() {
		ObjectNode settings = saml("Soylent", "soylent.example", "signingCert", certificate("soylent", -200, 500));
		settings.putObject("metadata").put("tier", "enterprise").put("owner", "sales");
		settings.withObject("/options")
			.put("signSAMLRequest", true)
			.put("signatureAlgorithm", "rsa-sha256")
			.putObject("fieldsMap")
			.put("email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress");
		enable(create("soylent-saml", "samlp", settings), "console", "shop");
	}

	private void expiringSoon() {
		ObjectNode settings = saml("Massive Dynamic", "massive.example", "cert", certificate("massive", -700, 12));
		settings.withObject("/options").put("adfs_server", "https://adfs.massive.example/FederationMetadata");
		enable(create("massive-adfs", "adfs", settings), "console");
	}

	private void expired() {
		ObjectNode settings = saml("Oceanic", "oceanic.example", "signingCert", certificate("oceanic", -400, -9));
		settings.withObject("/options").put("pingFederateBaseUrl", "https://ping.oceanic.example");
		enable(create("oceanic-ping", "pingfederate", settings), "console");
	}

	private void rotating() {
		ObjectNode settings = saml("Aperture", "aperture.example", "signingCert", certificate("aperture", -340, 25));
		settings.withObject("/options").put("metadataUrl", "https://idp.aperture.example/metadata");
		create("aperture-saml", "samlp", settings);
	}

	private void oidc() {
		ObjectNode settings = settings("Tyrell", "tyrell.example");
		settings.withObject("/options")
			.put("type", "back_channel")
			.put("client_id", "tyrell-sandbox")
			.put("client_secret", "sandbox-only")
			.put("discovery_url", "https://login.tyrell.example/.well-known/openid-configuration")
			.put("scope", "openid profile email");
		enable(create("tyrell-oidc", "oidc", settings), "console");
	}

	private void okta() {
		ObjectNode settings = settings("Weyland", "weyland.example");
		settings.withObject("/options")
			.put("domain", "weyland.okta.example")
			.put("client_id", "weyland-sandbox")
			.put("token_endpoint_auth_method", "private_key_jwt")
			.put("scope", "openid profile email");
		enable(create("weyland-okta", "okta", settings), "console");
	}

	private void azure() {
		ObjectNode settings = settings("Vandelay", "vandelay.example");
		ObjectNode options = settings.withObject("/options");
		options.put("tenant_domain", "vandelay.example")
			.put("client_id", "vandelay-sandbox")
			.put("client_secret", "sandbox-only")
			.put("identity_api", "microsoft-identity-platform-v2.0");
		List.of("basic_profile", "ext_profile").forEach((flag) -> options.put(flag, true));
		options.putArray("scope").add("openid").add("profile");
		enable(create("vandelay-waad", "waad", settings), "console");
	}

	private void google() {
		ObjectNode settings = settings("Wonka", "wonka.example");
		settings.withObject("/options")
			.put("tenant_domain", "wonka.example")
			.put("client_id", "wonka-sandbox")
			.put("client_secret", "sandbox-only")
			.put("api_enable_users", true)
			.put("api_enable_groups", true)
			.put("ext_groups", true)
			.putArray("scope")
			.add("email")
			.add("profile");
		enable(create("wonka-google", "google-apps", settings), "console");
	}

	private void activeDirectory() {
		ObjectNode settings = settings("Dunder Mifflin", "dunder.example");
		settings.withArray("realms").add("dunder.example");
		settings.withObject("/options").put("kerberos", true).putArray("ips").add("192.0.2.0/24");
		create("dunder-ad", "ad", settings).online(true);
	}

	private void duplicateDomain() {
		ObjectNode settings = saml("Soylent (old)", "soylent.example", "signingCert",
				certificate("soylent old", -900, 60));
		settings.putObject("authentication").put("active", false);
		create("soylent-old", "samlp", settings);
	}

	private static ObjectNode saml(String displayName, String domain, String certificateOption, String certificate) {
		ObjectNode settings = settings(displayName, domain);
		settings.withObject("/options")
			.put("signInEndpoint", "https://idp." + domain + "/saml/sso")
			.put("entityId", "urn:auth0:sandbox:" + domain)
			.put(certificateOption, certificate);
		return settings;
	}

	private static ObjectNode settings(String displayName, String domain) {
		ObjectNode settings = JsonNodeFactory.instance.objectNode().put("display_name", displayName);
		settings.putObject("options").putArray("domain_aliases").add(domain);
		return settings;
	}

	private String certificate(String commonName, int startInDays, int endInDays) {
		return TestCertificates.selfSigned(commonName, this.now.plus(Duration.ofDays(startInDays)),
				this.now.plus(Duration.ofDays(endInDays)));
	}

	private Connection create(String name, String strategy, ObjectNode settings) {
		return this.tenant.all()
			.stream()
			.filter((connection) -> connection.name().equals(name))
			.findFirst()
			.orElseGet(() -> this.tenant.create(name, strategy, settings));
	}

	private static void enable(Connection connection, String... clients) {
		connection.clients().addAll(List.of(clients));
	}

}
