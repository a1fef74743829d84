// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import org.jspecify.annotations.Nullable;

/**
 * What the administrator of the customer's IdP enters there. A component is {@code null}
 * if the protocol does not need it, or the vendor does not tell it. Contains no secret.
 *
 * @param protocol {@link #SAML}, {@link #OIDC} or {@link #WS_FEDERATION}
 * @param entityId for SAML, the entity ID of the service provider, also called audience
 * @param acsUrl for SAML, the ACS URL, also called reply URL
 * @param organizationAcsUrl for SAML, the ACS URL in place of {@code acsUrl} for an
 * IdP-initiated sign-in to an organization
 * @param metadataUrl for SAML, the URL of the metadata of the service provider, which
 * contains the values above
 * @param certificateUrl for SAML, the URL of the certificate with which requests are
 * signed, and for which assertions can be encrypted
 * @param realm for WS-Federation, the realm, also called relying party identifier
 * @param endpoint for WS-Federation, the URL that tokens are posted to
 * @param redirectUri for OIDC, the redirect URI
 * @param scimBaseUrl the base URL for SCIM, of use with a SCIM configuration
 */
public record ServiceProviderDetails(String protocol, @Nullable String entityId, @Nullable String acsUrl,
		@Nullable String organizationAcsUrl, @Nullable String metadataUrl, @Nullable String certificateUrl,
		@Nullable String realm, @Nullable String endpoint, @Nullable String redirectUri, @Nullable String scimBaseUrl) {

	/** {@link #protocol()} of SAML 2.0. */
	public static final String SAML = "saml";

	/** {@link #protocol()} of OpenID Connect. */
	public static final String OIDC = "oidc";

	/** {@link #protocol()} of WS-Federation. */
	public static final String WS_FEDERATION = "ws-federation";

	/**
	 * Create details for SAML.
	 * @param entityId the entity ID
	 * @param acsUrl the ACS URL
	 * @param organizationAcsUrl the ACS URL for an IdP-initiated sign-in to an
	 * organization
	 * @param metadataUrl the URL of the metadata
	 * @param certificateUrl the URL of the certificate
	 * @return the details
	 */
	public static ServiceProviderDetails saml(@Nullable String entityId, @Nullable String acsUrl,
			@Nullable String organizationAcsUrl, @Nullable String metadataUrl, @Nullable String certificateUrl) {
		return new ServiceProviderDetails(SAML, entityId, acsUrl, organizationAcsUrl, metadataUrl, certificateUrl, null,
				null, null, null);
	}

	/**
	 * Create details for OpenID Connect.
	 * @param redirectUri the redirect URI, {@code null} if the vendor does not tell it
	 * @return the details
	 */
	public static ServiceProviderDetails oidc(@Nullable String redirectUri) {
		return new ServiceProviderDetails(OIDC, null, null, null, null, null, null, null, redirectUri, null);
	}

	/**
	 * Create details for WS-Federation.
	 * @param realm the realm
	 * @param endpoint the URL that tokens are posted to
	 * @return the details
	 */
	public static ServiceProviderDetails wsFederation(String realm, String endpoint) {
		return new ServiceProviderDetails(WS_FEDERATION, null, null, null, null, null, realm, endpoint, null, null);
	}

	/**
	 * Return a copy with a base URL for SCIM.
	 * @param scimBaseUrl the base URL
	 * @return the details
	 */
	public ServiceProviderDetails withScimBaseUrl(@Nullable String scimBaseUrl) {
		return new ServiceProviderDetails(this.protocol, this.entityId, this.acsUrl, this.organizationAcsUrl,
				this.metadataUrl, this.certificateUrl, this.realm, this.endpoint, this.redirectUri, scimBaseUrl);
	}

}
