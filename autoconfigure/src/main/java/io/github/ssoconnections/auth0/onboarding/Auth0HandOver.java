// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.handover.ExpectedAttribute;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of the customer's IdP enters for a connection at Auth0.
 */
final class Auth0HandOver {

	private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

	/**
	 * Attributes by field of the user's profile, where the connection does not map them.
	 */
	private static final Map<String, String> SAML = Map.of("user_id", CLAIMS + "nameidentifier", "email",
			CLAIMS + "emailaddress", "given_name", CLAIMS + "givenname", "family_name", CLAIMS + "surname");

	/** What Auth0's settings of a SAML identity provider name, for any product. */
	private static final String NAME_ID_FORMAT = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

	private static final Map<String, IdpProduct> PRODUCTS = Map.of("okta", IdpProduct.OKTA, "waad",
			IdpProduct.MICROSOFT_ENTRA_ID, "google-apps", IdpProduct.GOOGLE_WORKSPACE, "adfs", IdpProduct.AD_FS,
			"pingfederate", IdpProduct.PINGFEDERATE);

	private Auth0HandOver() {
	}

	static HandOverValues values(Auth0Connection connection, ServiceProviderDetails details, List<String> domains,
			@Nullable IdpProduct product) {
		String name = (connection.displayName() != null) ? connection.displayName() : connection.name();
		return HandOverValues
			.of(name, connection.id(), connection.name(),
					(product != null) ? product : product(connection.strategy(), details.protocol()), details)
			.withAttributes(attributes(connection, details.protocol()))
			.withNameIdFormat(details.protocol().equals(ServiceProviderDetails.SAML) ? NAME_ID_FORMAT : null)
			.withDomains(domains);
	}

	private static IdpProduct product(@Nullable ConnectionStrategy strategy, String protocol) {
		IdpProduct product = (strategy != null) ? PRODUCTS.get(strategy.value()) : null;
		return (product != null && product.supports(protocol)) ? product : IdpProduct.generic(protocol);
	}

	private static List<ExpectedAttribute> attributes(Auth0Connection connection, String protocol) {
		boolean oidc = protocol.equals(ServiceProviderDetails.OIDC);
		ConnectionOptions options = connection.options();
		Map<String, @Nullable Object> map = (options != null) ? options.get(SamlpOptions.FIELDS_MAP) : null;
		Map<String, String> mapped = (map != null) ? strings(map) : Map.of();
		List<ExpectedAttribute> attributes = new ArrayList<>();
		if (!oidc) {
			attributes.add(ExpectedAttribute.optional(name("user_id", mapped), ExpectedAttribute.USER_ID));
		}
		attributes.add(ExpectedAttribute.required(oidc ? "email" : name("email", mapped), ExpectedAttribute.EMAIL));
		attributes.add(ExpectedAttribute.optional(oidc ? "given_name" : name("given_name", mapped),
				ExpectedAttribute.FIRST_NAME));
		attributes.add(ExpectedAttribute.optional(oidc ? "family_name" : name("family_name", mapped),
				ExpectedAttribute.LAST_NAME));
		return attributes;
	}

	private static Map<String, String> strings(Map<String, @Nullable Object> map) {
		Map<String, String> strings = new HashMap<>();
		map.forEach((field, attribute) -> first(attribute).findFirst().ifPresent((name) -> strings.put(field, name)));
		return strings;
	}

	// One attribute, or several in the order in which they are looked for
	private static Stream<String> first(@Nullable Object attribute) {
		Stream<?> names = (attribute instanceof Collection<?> several) ? several.stream()
				: Stream.ofNullable(attribute);
		return names.filter(String.class::isInstance).map(String.class::cast).filter((name) -> !name.isBlank());
	}

	private static String name(String field, Map<String, String> mapped) {
		return mapped.getOrDefault(field, SAML.getOrDefault(field, field));
	}

}
