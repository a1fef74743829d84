// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
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
			.provider(provider(request.idp()))
			.domains(request.domains())
			.active(false);
		if (organizationId != null) {
			connection.organizationId(organizationId);
		}
		return (request.idp() instanceof IdpSettings.Oidc oidc) ? connection.oidc(oidc(oidc))
				: connection.saml(saml(request.idp()));
	}

	private static NewEnterpriseConnection.Saml saml(IdpSettings idp) {
		NewEnterpriseConnection.Saml saml = new NewEnterpriseConnection.Saml();
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return saml.idpMetadataUrl(url.url());
		}
		if (idp instanceof IdpSettings.MetadataDocument document) {
			return saml.idpMetadata(document.xml());
		}
		IdpSettings.Saml fields = (IdpSettings.Saml) idp;
		return saml.idpEntityId(fields.entityId())
			.idpSsoUrl(fields.ssoUrl())
			.idpCertificates(
					fields.certificates().stream().map((text) -> SigningCertificate.parse(text).pem()).toList());
	}

	private static OidcSettings oidc(IdpSettings.Oidc oidc) {
		OidcSettings settings = new OidcSettings().clientId(oidc.clientId())
			.discoveryUrl(OidcDiscovery.url(oidc.issuer()))
			.requiresPkce(true);
		return (oidc.clientSecret() != null) ? settings.clientSecret(oidc.clientSecret().value()) : settings;
	}

	// The provider cannot be changed later
	static ConnectionProvider provider(IdpSettings idp) {
		if (idp.isOidc()) {
			return ConnectionProvider.OIDC_CUSTOM;
		}
		List<String> hosts = urls(idp).map(ClerkConnections::host).toList();
		if (hosts.stream().anyMatch((host) -> isBelow(host, "okta.com") || isBelow(host, "oktapreview.com"))) {
			return ConnectionProvider.SAML_OKTA;
		}
		if (hosts.contains("accounts.google.com")) {
			return ConnectionProvider.SAML_GOOGLE;
		}
		if (hosts.contains("sts.windows.net") || hosts.contains("login.microsoftonline.com")) {
			return ConnectionProvider.SAML_MICROSOFT;
		}
		return ConnectionProvider.SAML_CUSTOM;
	}

	private static Stream<String> urls(IdpSettings idp) {
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return Stream.of(url.url());
		}
		if (idp instanceof IdpSettings.Saml saml) {
			return Stream.of(saml.entityId(), saml.ssoUrl());
		}
		try {
			SamlMetadata metadata = SamlMetadata.parse(xml(idp));
			return Stream.of(metadata.entityId(), metadata.ssoUrl()).filter((url) -> url != null);
		}
		catch (InvalidMetadataException ex) {
			// The check reports it, and the creation has rejected it
			return Stream.empty();
		}
	}

	private static String host(String url) {
		try {
			String host = URI.create(url.strip()).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static boolean isBelow(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
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
		SamlMetadata metadata = SamlMetadata.parse(xml(idp));
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

	private static String xml(IdpSettings idp) {
		return ((IdpSettings.MetadataDocument) idp).xml();
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
