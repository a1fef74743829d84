// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Connections at Auth0, made from requests.
 */
final class Auth0Connections {

	private static final int MAX_NAME = 128;

	/** What Auth0 returns as it was sent. */
	private static final List<String> COMPARED = List.of("domain_aliases", "metadataUrl", "signInEndpoint", "client_id",
			"discovery_url");

	private Auth0Connections() {
	}

	static NewAuth0Connection of(OnboardingRequest request) {
		IdpSettings idp = request.idp();
		NewAuth0Connection connection = new NewAuth0Connection().name(name(request)).displayName(request.customer());
		return connection.strategy(Auth0Idp.strategy(idp)).options(options(request));
	}

	private static StrategyOptions<?> options(OnboardingRequest request) {
		return Auth0Idp.options(request.idp()).set(StrategyOptions.DOMAIN_ALIASES, request.domains());
	}

	/**
	 * Return the immutable name of the connection.
	 * @param request the request
	 * @return the name of the request, otherwise one made from the name of the customer
	 * @throws IllegalArgumentException if the customer's name has no letter or digit of
	 * ASCII
	 */
	static String name(OnboardingRequest request) {
		if (request.connectionName() != null) {
			return request.connectionName();
		}
		String name = request.customer().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		Assert.isTrue(!name.isEmpty() && name.length() <= MAX_NAME,
				"No name of the connection can be made from the name of the customer: set 'connectionName'");
		return name;
	}

	static void validate(OnboardingRequest request) {
		Assert.isTrue(!(request.idp() instanceof IdpSettings.Oidc oidc) || oidc.clientSecret() != null,
				"'clientSecret' must be set at Auth0, where a connection without one does not use PKCE");
		Assert.notEmpty(request.clientIds(), "'clientIds' must have at least one client at Auth0");
		if (request.idp() instanceof IdpSettings.Saml saml) {
			Assert.isTrue(saml.certificates().size() == 1,
					"A SAML connection at Auth0 has one signing certificate: 'certificates' must have one");
		}
	}

	/**
	 * Return whether a connection of the same name has the domains and the IdP of a
	 * request, as far as its options can be compared.
	 * @param connection the connection
	 * @param request the request
	 * @return whether no option is known to differ
	 */
	static boolean isLike(Auth0Connection connection, OnboardingRequest request) {
		ConnectionOptions options = connection.options();
		if (!isSame(connection.strategy(), Auth0Idp.strategy(request.idp()))) {
			return false;
		}
		if (options == null) {
			return true;
		}
		StrategyOptions<?> wanted = options(request);
		return hasSsoUrl(options, request.idp())
				&& COMPARED.stream().allMatch((name) -> isSame(options.get(name), wanted.fields().get(name)));
	}

	// Auth0 keeps the URLs of a document, and not the document
	private static boolean hasSsoUrl(ConnectionOptions options, IdpSettings idp) {
		String known = options.get(SamlIdpOptions.SIGN_IN_ENDPOINT);
		return known == null || !(idp instanceof IdpSettings.MetadataDocument document)
				|| SamlMetadata.parse(document.xml())
					.ssoUrls()
					.stream()
					.anyMatch((ssoUrl) -> ssoUrl.location().equals(known));
	}

	private static boolean isSame(@Nullable Object known, @Nullable Object wanted) {
		if (known instanceof Collection<?> domains && wanted instanceof Collection<?> others) {
			return lowerCase(domains).equals(lowerCase(others));
		}
		return known == null || wanted == null || known.equals(wanted);
	}

	private static Set<String> lowerCase(Collection<?> domains) {
		return domains.stream()
			.map((domain) -> String.valueOf(domain).toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

}
