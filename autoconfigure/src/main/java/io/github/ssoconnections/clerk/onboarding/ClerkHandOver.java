// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.AttributeMapping;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.handover.ExpectedAttribute;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the administrator of the customer's IdP enters for a connection at Clerk.
 */
@SuppressWarnings("deprecation")
final class ClerkHandOver {

	/** What Clerk names in its guides. */
	private static final AttributeMapping DEFAULT_ATTRIBUTES = new AttributeMapping(null, "mail", "firstName",
			"lastName", Map.of());

	private static final List<ExpectedAttribute> CLAIMS = List.of(
			ExpectedAttribute.required("email", ExpectedAttribute.EMAIL),
			ExpectedAttribute.optional("given_name", ExpectedAttribute.FIRST_NAME),
			ExpectedAttribute.optional("family_name", ExpectedAttribute.LAST_NAME));

	private static final String EMAIL_FORMAT = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

	private final SamlConnectionService samlConnections;

	ClerkHandOver(SamlConnectionService samlConnections) {
		this.samlConnections = samlConnections;
	}

	Mono<HandOverValues> values(EnterpriseConnection connection, @Nullable IdpProduct product) {
		ServiceProviderDetails details = connection.serviceProviderDetails();
		if (details == null) {
			return Mono.error(new InvalidArgumentException(
					"The connection " + connection.id() + " is neither a SAML nor an OIDC connection"));
		}
		IdpProduct idp = (product != null) ? product : product(connection.provider(), details.protocol());
		return attributes(connection)
			.map((attributes) -> HandOverValues.of(connection.name(), connection.id(), connection.name(), idp, details)
				.withAttributes(attributes)
				.withNameIdFormat(nameIdFormat(idp))
				.withDomains((connection.domains() != null) ? connection.domains() : List.of()));
	}

	// Clerk's guides name one for Google only: elsewhere the IdP's default stays
	private static @Nullable String nameIdFormat(IdpProduct product) {
		return (product == IdpProduct.GOOGLE_WORKSPACE) ? EMAIL_FORMAT : null;
	}

	private static IdpProduct product(@Nullable ConnectionProvider provider, String protocol) {
		if (ConnectionProvider.SAML_OKTA.equals(provider)) {
			return IdpProduct.OKTA;
		}
		if (ConnectionProvider.SAML_GOOGLE.equals(provider)) {
			return IdpProduct.GOOGLE_WORKSPACE;
		}
		if (ConnectionProvider.SAML_MICROSOFT.equals(provider) || ConnectionProvider.OIDC_MICROSOFT.equals(provider)) {
			return IdpProduct.MICROSOFT_ENTRA_ID;
		}
		return IdpProduct.generic(protocol);
	}

	// The mapping is only in the deprecated API, which will be removed
	private Mono<List<ExpectedAttribute>> attributes(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		if (saml == null) {
			return Mono.just(CLAIMS);
		}
		Mono<AttributeMapping> mapping = (saml.id() != null) ? this.samlConnections.get(saml.id())
			.flatMap((found) -> Mono.justOrEmpty(mapping(found)))
			.onErrorResume(SsoApiException.class, (failure) -> Mono.empty()) : Mono.empty();
		return mapping.defaultIfEmpty(DEFAULT_ATTRIBUTES).map(ClerkHandOver::attributes);
	}

	private static @Nullable AttributeMapping mapping(SamlConnection connection) {
		return connection.attributeMapping();
	}

	private static List<ExpectedAttribute> attributes(AttributeMapping mapping) {
		List<ExpectedAttribute> attributes = new ArrayList<>();
		add(attributes, mapping.userId(), ExpectedAttribute.USER_ID, false);
		add(attributes, mapping.emailAddress(), ExpectedAttribute.EMAIL, true);
		add(attributes, mapping.firstName(), ExpectedAttribute.FIRST_NAME, false);
		add(attributes, mapping.lastName(), ExpectedAttribute.LAST_NAME, false);
		return attributes;
	}

	private static void add(List<ExpectedAttribute> attributes, @Nullable String name, String meaning,
			boolean required) {
		if (name != null && !name.isBlank()) {
			attributes.add(new ExpectedAttribute(name, meaning, required));
		}
	}

}
