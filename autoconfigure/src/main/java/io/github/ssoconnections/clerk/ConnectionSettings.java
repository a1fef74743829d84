// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * What a connection is to be like, in the names of the wire, whichever API, and whether
 * it is created, changed or there.
 *
 * @param sent what is sent
 * @param present what is there, empty if nothing is, or it is not known
 * @param merged what will be there
 * @param samlField the field that holds the SAML half, {@code null} if nothing does
 * @param isNew whether it is created
 */
record ConnectionSettings(ObjectNode sent, ObjectNode present, ObjectNode merged, @Nullable String samlField,
		boolean isNew) {

	static ConnectionSettings created(ApiBody<?> body, @Nullable String samlField) {
		Assert.notNull(body, "'connection' must not be null");
		ObjectNode sent = tree(body);
		return new ConnectionSettings(sent, empty(), sent, samlField, true);
	}

	static ConnectionSettings changed(ApiBody<?> body, @Nullable Object connection, @Nullable String samlField,
			@Nullable String samlFieldOfAnswer) {
		Assert.notNull(body, "'patch' must not be null");
		ObjectNode sent = tree(body);
		ObjectNode present = (connection != null) ? tree(connection) : empty();
		if (samlField != null && samlFieldOfAnswer != null && present.hasNonNull(samlFieldOfAnswer)) {
			present.set(samlField, present.get(samlFieldOfAnswer));
		}
		if (samlField != null && present.hasNonNull("oauth_config")) {
			present.set("oidc", present.get("oauth_config"));
		}
		ObjectNode merged = present.deepCopy();
		merge(sent, merged);
		return new ConnectionSettings(sent, present, merged, samlField, false);
	}

	private static ObjectNode tree(Object value) {
		return WireJson.masked().valueToTree(value);
	}

	private static ObjectNode empty() {
		return WireJson.masked().createObjectNode();
	}

	// Absent is unchanged, in objects within objects too, and so are empty domains
	private static void merge(ObjectNode sent, ObjectNode target) {
		sent.properties().forEach((field) -> {
			JsonNode value = field.getValue();
			if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode object) {
				merge((ObjectNode) value, object);
			}
			else if (!(field.getKey().equals("domains") && value.isEmpty())) {
				target.set(field.getKey(), value);
			}
		});
	}

	/**
	 * Return whether all that will be there is known.
	 * @return whether it is
	 */
	boolean isWhole() {
		return this.isNew || !this.present.isEmpty();
	}

	/**
	 * Return whether the attribute mapping is known, which the enterprise API does not
	 * answer.
	 * @return whether it is
	 */
	boolean isMappingWhole() {
		return this.isNew || (this.samlField == null && !this.present.isEmpty());
	}

	boolean isSaml() {
		String provider = provider();
		return this.samlField == null || idp().isObject() || (provider != null && provider.startsWith("saml"));
	}

	/**
	 * Return whether it is OIDC of a kind whose endpoints Clerk does not know itself.
	 * @return whether it is
	 */
	boolean isOidc() {
		String provider = provider();
		return this.samlField != null
				&& ((provider != null) ? provider.equals(ConnectionProvider.OIDC_CUSTOM.value()) : oidc().isObject());
	}

	JsonNode oidc() {
		return this.merged.path("oidc");
	}

	boolean isActive() {
		return this.merged.path("active").asBoolean(false);
	}

	boolean removesVerifiedDomains() {
		boolean activates = this.sent.path("active").asBoolean(false) && !this.present.path("active").asBoolean(false);
		return activates
				&& (this.samlField != null || this.sent.path("consent_verified_domains_deletion").asBoolean(false));
	}

	@Nullable String provider() {
		return ClerkLint.text(this.merged, "provider");
	}

	JsonNode idp() {
		return (this.samlField != null) ? this.merged.path(this.samlField) : this.merged;
	}

	JsonNode sentIdp() {
		return (this.samlField != null) ? this.sent.path(this.samlField) : this.sent;
	}

	boolean hasMetadata() {
		return ClerkLint.text(idp(), "idp_metadata_url") != null || ClerkLint.text(idp(), "idp_metadata") != null;
	}

	boolean leavesDomains() {
		return !this.isNew && this.sent.path("domains").isArray() && this.sent.path("domains").isEmpty();
	}

	List<String> domains() {
		JsonNode domains = this.merged.path("domains");
		Stream<String> all = domains.isArray()
				? domains.valueStream().filter(JsonNode::isString).map(JsonNode::asString)
				: Stream.ofNullable(ClerkLint.text(this.merged, "domain"));
		return all.toList();
	}

	/**
	 * Return the certificates that will be trusted: the list before the single one, what
	 * is sent before what is there.
	 * @return the texts of the certificates
	 */
	List<String> certificates() {
		JsonNode from = (sentIdp().has("idp_certificates") || !sentIdp().has("idp_certificate")) ? idp() : sentIdp();
		JsonNode all = from.path("idp_certificates");
		if (!all.isArray()) {
			return Stream.ofNullable(ClerkLint.text(from, "idp_certificate")).toList();
		}
		return all.valueStream()
			.map((one) -> one.isObject() ? one.path("certificate") : one)
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.toList();
	}

}
