// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.OidcIdpOptions;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.onboarding.IdpSettings;

/**
 * Auth0's options of an IdP.
 */
public final class Auth0Idp {

	private static final String BACK_CHANNEL = "back_channel";

	private Auth0Idp() {
	}

	/**
	 * Return the strategy of an IdP. It cannot be changed later.
	 * @param idp the IdP
	 * @return the strategy
	 */
	public static ConnectionStrategy strategy(IdpSettings idp) {
		return idp.isOidc() ? ConnectionStrategy.OIDC : ConnectionStrategy.SAMLP;
	}

	/**
	 * Return the options of an IdP.
	 * @param idp the IdP
	 * @return the options
	 */
	public static StrategyOptions<?> options(IdpSettings idp) {
		return (idp instanceof IdpSettings.Oidc oidc) ? oidc(oidc) : saml(idp);
	}

	private static SamlpOptions saml(IdpSettings idp) {
		SamlpOptions options = new SamlpOptions();
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return options.set(SamlpOptions.METADATA_URL, url.url());
		}
		if (idp instanceof IdpSettings.MetadataDocument document) {
			return options.set(SamlpOptions.METADATA_XML, document.xml());
		}
		IdpSettings.Saml saml = (IdpSettings.Saml) idp;
		return options.set(SamlIdpOptions.SIGN_IN_ENDPOINT, saml.ssoUrl())
			.set(SamlIdpOptions.SIGNING_CERT, SigningCertificate.parse(saml.certificates().get(0)).pem());
	}

	private static OidcOptions oidc(IdpSettings.Oidc oidc) {
		OidcOptions options = new OidcOptions().set(OidcIdpOptions.CLIENT_ID, oidc.clientId())
			.set(OidcOptions.DISCOVERY_URL, OidcDiscovery.url(oidc.issuer()))
			.set(OidcIdpOptions.SCOPE, "openid profile email")
			.set(OidcIdpOptions.TYPE, BACK_CHANNEL);
		return (oidc.clientSecret() != null) ? options.set(OidcIdpOptions.CLIENT_SECRET, oidc.clientSecret()) : options;
	}

}
