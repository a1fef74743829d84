// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.stream.Stream;

import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.onboarding.IdpSettings;

/**
 * Clerk's fields of an IdP.
 */
public final class ClerkIdp {

	private ClerkIdp() {
	}

	/**
	 * Return the settings of a SAML IdP.
	 * @param idp the IdP
	 * @return the settings for a creation
	 */
	public static NewEnterpriseConnection.Saml saml(IdpSettings idp) {
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

	/**
	 * Return the settings of an OIDC IdP.
	 * @param oidc the IdP
	 * @return the settings, with PKCE
	 */
	public static OidcSettings oidc(IdpSettings.Oidc oidc) {
		OidcSettings settings = new OidcSettings().clientId(oidc.clientId())
			.discoveryUrl(OidcDiscovery.url(oidc.issuer()))
			.requiresPkce(true);
		return (oidc.clientSecret() != null) ? settings.clientSecret(oidc.clientSecret().value()) : settings;
	}

	/**
	 * Return the provider that an IdP suggests by its addresses. It cannot be changed
	 * later.
	 * @param idp the IdP
	 * @return the provider
	 */
	public static ConnectionProvider provider(IdpSettings idp) {
		if (idp.isOidc()) {
			return ConnectionProvider.OIDC_CUSTOM;
		}
		return ConnectionProvider.ofSamlUrls(urls(idp).toList());
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

	private static String xml(IdpSettings idp) {
		return ((IdpSettings.MetadataDocument) idp).xml();
	}

}
