// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStep;
import org.jspecify.annotations.Nullable;

/**
 * Connections at Clerk, made from requests.
 */
final class ClerkConnections {

	private ClerkConnections() {
	}

	static NewEnterpriseConnection of(OnboardingRequest request, @Nullable String organizationId) {
		NewEnterpriseConnection connection = new NewEnterpriseConnection().name(request.customer())
			.provider(ClerkIdp.provider(request.idp()))
			.domains(request.domains())
			.active(false);
		if (organizationId != null) {
			connection.organizationId(organizationId);
		}
		return (request.idp() instanceof IdpSettings.Oidc oidc) ? connection.oidc(ClerkIdp.oidc(oidc))
				: connection.saml(ClerkIdp.saml(request.idp()));
	}

	/**
	 * Return whether a connection has the IdP of a request, as far as its values can be
	 * compared without fetching metadata.
	 * @param connection the connection
	 * @param idp the IdP
	 * @return whether no value is known to differ
	 */
	static boolean hasIdp(EnterpriseConnection connection, IdpSettings idp) {
		EnterpriseConnection.Saml saml = connection.saml();
		EnterpriseConnection.Oidc oauth = connection.oidc();
		if (idp instanceof IdpSettings.Oidc oidc) {
			return oauth == null || (isSame(oauth.clientId(), oidc.clientId())
					&& isSame(oauth.discoveryUrl(), OidcDiscovery.url(oidc.issuer())));
		}
		if (saml == null) {
			return true;
		}
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return isSame(saml.idpMetadataUrl(), url.url());
		}
		if (idp instanceof IdpSettings.Saml fields) {
			return isSame(saml.idpEntityId(), fields.entityId()) && isSame(saml.idpSsoUrl(), fields.ssoUrl());
		}
		SamlMetadata metadata = SamlMetadata.parse(((IdpSettings.MetadataDocument) idp).xml());
		return isSame(saml.idpEntityId(), metadata.entityId()) && (saml.idpSsoUrl() == null
				|| metadata.ssoUrls().isEmpty()
				|| metadata.ssoUrls().stream().anyMatch((ssoUrl) -> ssoUrl.location().equals(saml.idpSsoUrl())));
	}

	static boolean hasDomains(EnterpriseConnection connection, List<String> domains) {
		return connection.domains() != null && lowerCase(connection.domains()).equals(lowerCase(domains));
	}

	private static Set<String> lowerCase(List<String> domains) {
		return domains.stream().map((domain) -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static boolean isSame(@Nullable String known, @Nullable String wanted) {
		return known == null || wanted == null || known.equals(wanted);
	}

	static OnboardingState state(Account account, EnterpriseConnection connection, boolean tested) {
		Stream.Builder<OnboardingStep> done = Stream.builder();
		if (connection.organizationId() != null) {
			done.add(OnboardingStep.ORGANIZATION);
		}
		done.add(OnboardingStep.CONNECTION);
		if (tested) {
			done.add(OnboardingStep.TEST);
		}
		if (Boolean.TRUE.equals(connection.active())) {
			done.add(OnboardingStep.ACTIVATION);
		}
		return new OnboardingState(account.vendor(), account.name(), connection.name(), connection.id(),
				connection.organizationId(), (connection.domains() != null) ? connection.domains() : List.of(),
				List.of(), done.build().toList());
	}

}
