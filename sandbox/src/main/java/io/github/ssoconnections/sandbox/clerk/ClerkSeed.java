// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The customers of the demo, each with a case of its own.
 */
final class ClerkSeed {

	private final Connections connections;

	private final Organizations organizations;

	private final Instant now;

	private ClerkSeed(Connections connections, Organizations organizations, Instant now) {
		this.connections = connections;
		this.organizations = organizations;
		this.now = now;
	}

	static void plant(Connections connections, Organizations organizations, Instant now) {
		int limit = connections.limit();
		connections.limit(Integer.MAX_VALUE);
		try {
			new ClerkSeed(connections, organizations, now).plant();
		}
		finally {
			connections.limit(limit);
		}
	}

	private void plant() {
		healthy();
		expiringSoon();
		expired();
		rotating();
		customAttributes();
		oidc();
		duplicateDomain();
		draft();
	}

	private void healthy() {
		create(saml("Acme", "saml_okta", "acme.example", "org_acme", certificate("acme", -200, 500)));
	}

	private void expiringSoon() {
		ObjectNode body = saml("Globex", "saml_microsoft", "globex.example", "org_globex",
				certificate("globex", -700, 12));
		body.withArray("domains").add("globex-labs.example");
		create(body);
	}

	private void expired() {
		create(saml("Initech", "saml_google", "initech.example", "org_initech", certificate("initech", -400, -9)));
	}

	private void rotating() {
		ObjectNode body = saml("Umbrella", "saml_custom", "umbrella.example", "org_umbrella",
				certificate("umbrella 2025", -340, 25));
		body.withObject("/saml").withArray("idp_certificates").add(certificate("umbrella 2026", -5, 725));
		body.withObject("/saml").put("allow_idp_initiated", true);
		create(body);
	}

	private void customAttributes() {
		ObjectNode body = saml("Stark Industries", "saml_okta", "stark.example", "org_stark",
				certificate("stark", -30, 1000));
		body.withObject("/saml").putObject("login_hint").put("mode", "custom_attribute").put("source", "employee_id");
		ArrayNode attributes = body.putArray("custom_attributes");
		attributes.addObject()
			.put("name", "Department")
			.put("key", "department")
			.put("sso_path", "department")
			.put("directory_path", "enterprise.department");
		attributes.addObject()
			.put("name", "Groups")
			.put("key", "groups")
			.put("sso_path", "groups")
			.put("multi_valued", true);
		create(body);
	}

	private void oidc() {
		ObjectNode body = connection("Hooli", "oidc_custom", "hooli.example", "org_hooli").put("active", true);
		body.putObject("oidc")
			.put("client_id", "hooli-sandbox")
			.put("client_secret", "sandbox-only")
			.put("discovery_url", "https://login.hooli.example/.well-known/openid-configuration");
		create(body);
	}

	private void duplicateDomain() {
		ObjectNode body = saml("Acme (old)", "saml_custom", "acme.example", null, certificate("acme old", -900, 60));
		create(body.put("active", false));
	}

	private void draft() {
		create(connection("Wayne Enterprises", "saml_microsoft", "wayne.example", "org_wayne"));
	}

	private ObjectNode saml(String name, String provider, String domain, @Nullable String organizationId,
			String certificate) {
		ObjectNode body = connection(name, provider, domain, organizationId).put("active", true);
		body.putObject("saml")
			.put("idp_entity_id", "https://idp." + domain + "/saml")
			.put("idp_sso_url", "https://idp." + domain + "/saml/sso")
			.putArray("idp_certificates")
			.add(certificate);
		return body;
	}

	private ObjectNode connection(String name, String provider, String domain, @Nullable String organizationId) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("name", name).put("provider", provider).put("organization_id", organizationId);
		body.putArray("domains").add(domain);
		return body;
	}

	private String certificate(String commonName, int startInDays, int endInDays) {
		return TestCertificates.selfSigned(commonName, this.now.plus(Duration.ofDays(startInDays)),
				this.now.plus(Duration.ofDays(endInDays)));
	}

	private void create(ObjectNode body) {
		String organizationId = body.path("organization_id").asText("");
		if (!organizationId.isEmpty() && this.organizations.newestFirst()
			.stream()
			.noneMatch((each) -> each.path("id").asText().equals(organizationId))) {
			this.organizations.create(organizationId,
					JsonNodeFactory.instance.objectNode()
						.put("name", body.path("name").asText())
						.put("slug", organizationId.substring("org_".length())));
		}
		this.connections.create(Write.enterprise(body));
	}

}
