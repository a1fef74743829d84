// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.sandbox.rest.Ids;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The state of one connection, which both APIs show. A write changes a copy, which
 * replaces the original once every rule holds.
 */
final class Connection {

	private final String id;

	private final String protocolId;

	private final String provider;

	private final long createdAt;

	private final ObjectNode settings;

	private final ObjectNode saml;

	private final ObjectNode oidc;

	private List<IdpCertificate> certificates;

	private long updatedAt;

	private Connection(String id, String protocolId, String provider, long createdAt, ObjectNode settings,
			ObjectNode saml, ObjectNode oidc, List<IdpCertificate> certificates) {
		this.id = id;
		this.protocolId = protocolId;
		this.provider = provider;
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
		this.settings = settings;
		this.saml = saml;
		this.oidc = oidc;
		this.certificates = certificates;
	}

	static Connection create(String provider, long now) {
		boolean saml = provider.startsWith("saml_");
		String protocolId = Ids.next(saml ? "samlc_" : "oauthcfg_", 27);
		JsonNodeFactory json = JsonNodeFactory.instance;
		return new Connection(Ids.next("ent_", 27), protocolId, provider, now, json.objectNode(), json.objectNode(),
				json.objectNode(), List.of());
	}

	Connection copy() {
		return new Connection(this.id, this.protocolId, this.provider, this.createdAt, this.settings.deepCopy(),
				this.saml.deepCopy(), this.oidc.deepCopy(), this.certificates);
	}

	String id() {
		return this.id;
	}

	/**
	 * The id of the SAML connection, or of the OAuth configuration.
	 * @return the id
	 */
	String protocolId() {
		return this.protocolId;
	}

	String provider() {
		return this.provider;
	}

	boolean isSaml() {
		return this.provider.startsWith("saml_");
	}

	boolean isActive() {
		return this.settings.path("active").booleanValue();
	}

	List<String> domains() {
		List<String> domains = new ArrayList<>();
		this.settings.path("domains").forEach((domain) -> domains.add(domain.textValue()));
		return domains;
	}

	boolean serves(String domain) {
		boolean subdomains = this.saml.path("allow_subdomains").booleanValue();
		return domains().stream().anyMatch((one) -> domain.equals(one) || (subdomains && domain.endsWith("." + one)));
	}

	@Nullable String organizationId() {
		return this.settings.path("organization_id").textValue();
	}

	/**
	 * The SAML connection's own name: it starts as the enterprise connection's.
	 * @return the name
	 */
	String samlName() {
		return this.saml.path("name").asText();
	}

	/**
	 * What every connection has, by the names that the requests use.
	 * @return the settings, to be changed in place
	 */
	ObjectNode settings() {
		return this.settings;
	}

	ObjectNode saml() {
		return this.saml;
	}

	ObjectNode oidc() {
		return this.oidc;
	}

	List<IdpCertificate> certificates() {
		return this.certificates;
	}

	void certificates(List<IdpCertificate> replacement) {
		this.certificates = List.copyOf(replacement);
	}

	long createdAt() {
		return this.createdAt;
	}

	long updatedAt() {
		return this.updatedAt;
	}

	void updatedAt(long now) {
		this.updatedAt = now;
	}

	/**
	 * Whether something is there to sign in with: what activation and test runs need.
	 * @return whether the identity provider is configured
	 */
	boolean isConfigured() {
		if (isSaml()) {
			return has(this.saml, "idp_entity_id") && has(this.saml, "idp_sso_url") && !this.certificates.isEmpty();
		}
		return has(this.oidc, "client_id")
				&& (has(this.oidc, "discovery_url") || (has(this.oidc, "auth_url") && has(this.oidc, "token_url")));
	}

	static boolean has(JsonNode object, String name) {
		return !object.path(name).asText("").isEmpty();
	}

}
