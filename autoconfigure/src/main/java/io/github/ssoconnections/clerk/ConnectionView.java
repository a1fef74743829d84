// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.SettingsChange;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.StringUtils;

/**
 * View of Clerk's fields in a {@link SettingsChange}, for both of Clerk's APIs.
 *
 * @param change the change
 * @param samlField the field with the SAML settings, {@code null} if they are at the top
 * level, as in the SAML API
 */
record ConnectionView(SettingsChange change, @Nullable String samlField) {

	/** Clerk ignores an empty list in an update. */
	private static final Set<String> UNCHANGED_IF_EMPTY = Set.of("domains");

	static ConnectionView created(EnterpriseConnectionBody<?> body) {
		return new ConnectionView(created((ApiBody<?>) body), "saml");
	}

	static ConnectionView created(SamlConnectionBody<?> body) {
		return new ConnectionView(created((ApiBody<?>) body), null);
	}

	private static SettingsChange created(@Nullable ApiBody<?> body) {
		Assert.notNull(body, "'connection' must not be null");
		return SettingsChange.create(body);
	}

	static ConnectionView updated(EnterpriseConnectionBody<?> patch, @Nullable EnterpriseConnection connection) {
		Assert.notNull(patch, "'patch' must not be null");
		ObjectNode current = (connection != null) ? WireJson.masked().valueToTree(connection) : null;
		if (current != null) {
			rename(current, "saml_connection", "saml");
			rename(current, "oauth_config", "oidc");
		}
		return new ConnectionView(SettingsChange.update(patch, current, UNCHANGED_IF_EMPTY), "saml");
	}

	static ConnectionView updated(SamlConnectionBody<?> patch, @Nullable SamlConnection connection) {
		Assert.notNull(patch, "'patch' must not be null");
		ObjectNode current = (connection != null) ? WireJson.masked().valueToTree(connection) : null;
		return new ConnectionView(SettingsChange.update(patch, current, UNCHANGED_IF_EMPTY), null);
	}

	private static void rename(ObjectNode connection, String responseField, String requestField) {
		if (connection.hasNonNull(responseField)) {
			connection.set(requestField, connection.get(responseField));
		}
	}

	static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isString() && StringUtils.hasText(value.stringValue())) ? value.stringValue() : null;
	}

	boolean isCreation() {
		return this.change.isCreation();
	}

	boolean isComplete() {
		return this.change.isComplete();
	}

	/**
	 * Return whether the attribute mapping is known. Responses of the enterprise API do
	 * not contain it.
	 * @return whether the mapping is known
	 */
	boolean isMappingKnown() {
		return isCreation() || (this.samlField == null && isComplete());
	}

	boolean isSaml() {
		String provider = provider();
		return this.samlField == null || idp().isObject() || (provider != null && provider.startsWith("saml"));
	}

	/**
	 * Return whether the connection uses OIDC with an IdP whose endpoints Clerk does not
	 * know.
	 * @return whether the provider is custom OIDC
	 */
	boolean isCustomOidc() {
		String provider = provider();
		return this.samlField != null
				&& ((provider != null) ? provider.equals(ConnectionProvider.OIDC_CUSTOM.value()) : oidc().isObject());
	}

	JsonNode oidc() {
		return result().path("oidc");
	}

	boolean isActive() {
		return result().path("active").asBoolean(false);
	}

	boolean removesVerifiedDomains() {
		boolean activates = sent().path("active").asBoolean(false)
				&& !this.change.current().path("active").asBoolean(false);
		return activates
				&& (this.samlField != null || sent().path("consent_verified_domains_deletion").asBoolean(false));
	}

	@Nullable String provider() {
		return text(result(), "provider");
	}

	JsonNode idp() {
		return idp(result());
	}

	JsonNode sentIdp() {
		return idp(sent());
	}

	private JsonNode idp(JsonNode connection) {
		return (this.samlField != null) ? connection.path(this.samlField) : connection;
	}

	JsonNode sent() {
		return this.change.sent();
	}

	private JsonNode result() {
		return this.change.result();
	}

	boolean hasMetadata() {
		return text(idp(), "idp_metadata_url") != null || text(idp(), "idp_metadata") != null;
	}

	boolean sendsEmptyDomains() {
		return !isCreation() && sent().path("domains").isArray() && sent().path("domains").isEmpty();
	}

	List<String> domains() {
		JsonNode domains = result().path("domains");
		Stream<String> all = domains.isArray()
				? domains.valueStream().filter(JsonNode::isString).map(JsonNode::asString)
				: Stream.ofNullable(text(result(), "domain"));
		return all.toList();
	}

	/**
	 * Return the certificates that will be trusted: the list takes precedence over the
	 * single certificate, and the request over the current connection.
	 * @return the certificates as text
	 */
	List<String> certificates() {
		JsonNode from = (sentIdp().has("idp_certificates") || !sentIdp().has("idp_certificate")) ? idp() : sentIdp();
		JsonNode all = from.path("idp_certificates");
		if (!all.isArray()) {
			return Stream.ofNullable(text(from, "idp_certificate")).toList();
		}
		return all.valueStream()
			.map((one) -> one.isObject() ? one.path("certificate") : one)
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.toList();
	}

}
