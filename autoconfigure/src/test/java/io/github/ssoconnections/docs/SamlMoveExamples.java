// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.AttributeMapping;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionIds;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.SamlConnectionQuery;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The examples of {@code docs/how-to/move-from-saml-connections.md}.
 * {@link SamlMoveExamplesTests} runs them.
 */
@SuppressWarnings("deprecation")
final class SamlMoveExamples {

	private SamlMoveExamples() {
	}

	static Mono<String> lookUp(EnterpriseConnectionIds ids, String samlConnectionId) {
		// tag::look-up[]
		Mono<String> enterpriseConnectionId = ids.get(samlConnectionId);
		// end::look-up[]
		return enterpriseConnectionId;
	}

	static Mono<Map<String, String>> lookUpAll(EnterpriseConnectionIds ids) {
		// tag::look-up-all[]
		Mono<Map<String, String>> newIdsByOldOnes = ids.getAll();
		// end::look-up-all[]
		return newIdsByOldOnes;
	}

	static Mono<SamlConnection> createBefore(SamlConnectionService samlConnections) {
		// tag::create-before[]
		Mono<SamlConnection> created = samlConnections.create(new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.com")
			.idpMetadataUrl("https://idp.acme.com/metadata"));
		// end::create-before[]
		return created;
	}

	static Mono<EnterpriseConnection> createAfter(EnterpriseConnectionService connections) {
		// tag::create-after[]
		Mono<EnterpriseConnection> created = connections.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.com")
			.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl("https://idp.acme.com/metadata")));
		// end::create-after[]
		return created;
	}

	static Mono<SamlConnection> updateBefore(SamlConnectionService samlConnections, String id) {
		// tag::update-before[]
		Mono<SamlConnection> updated = samlConnections.update(id,
				new SamlConnectionPatch().name("Acme Inc.").forceAuthn(true));
		// end::update-before[]
		return updated;
	}

	static Mono<EnterpriseConnection> updateAfter(EnterpriseConnectionService connections, String id) {
		// tag::update-after[]
		Mono<EnterpriseConnection> updated = connections.update(id, new EnterpriseConnectionPatch().name("Acme Inc.")
			.saml(new EnterpriseConnectionPatch.Saml().forceAuthn(true)));
		// end::update-after[]
		return updated;
	}

	static Mono<SamlConnection> activateBefore(SamlConnectionService samlConnections, String id) {
		// tag::activate-before[]
		Mono<SamlConnection> active = samlConnections.update(id,
				new SamlConnectionPatch().active(true).consentVerifiedDomainsDeletion(true));
		// end::activate-before[]
		return active;
	}

	static Mono<ActivationResult> activateAfter(ClerkReviewedActivation activation, String id) {
		// tag::activate-after[]
		Mono<ActivationResult> result = activation.review(id).flatMap(activation::activate);
		// end::activate-after[]
		return result;
	}

	static Flux<SamlConnection> searchBefore(SamlConnectionService samlConnections) {
		// tag::search-before[]
		Flux<SamlConnection> found = samlConnections.listAll(new SamlConnectionQuery().query("acme"));
		// end::search-before[]
		return found;
	}

	static Flux<EnterpriseConnection> searchAfter(EnterpriseConnectionService connections) {
		// tag::search-after[]
		Flux<EnterpriseConnection> found = connections.listAll()
			.filter((connection) -> connection.name().toLowerCase(Locale.ROOT).contains("acme"));
		// end::search-after[]
		return found;
	}

	static Flux<AttributeMapping> mappings(SamlConnectionService samlConnections) {
		// tag::mappings[]
		Flux<AttributeMapping> mappings = samlConnections.listAll().mapNotNull(SamlConnection::attributeMapping);
		// end::mappings[]
		return mappings;
	}

}
