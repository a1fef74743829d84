// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ServiceProviderDetails;

/**
 * The product that a customer uses as IdP, with the protocols that there are texts for.
 */
public enum IdpProduct {

	/** Okta Workforce Identity, with SAML or OIDC. */
	OKTA("okta", "Okta", ServiceProviderDetails.SAML, ServiceProviderDetails.OIDC),

	/** Microsoft Entra ID, formerly Azure AD, with SAML or OIDC. */
	MICROSOFT_ENTRA_ID("microsoft-entra-id", "Microsoft Entra ID", ServiceProviderDetails.SAML,
			ServiceProviderDetails.OIDC),

	/** Google Workspace, with SAML. */
	GOOGLE_WORKSPACE("google-workspace", "Google Workspace", ServiceProviderDetails.SAML),

	/** Active Directory Federation Services, with SAML or WS-Federation. */
	AD_FS("ad-fs", "AD FS", ServiceProviderDetails.SAML, ServiceProviderDetails.WS_FEDERATION),

	/** PingFederate, with SAML or OIDC. */
	PINGFEDERATE("pingfederate", "PingFederate", ServiceProviderDetails.SAML, ServiceProviderDetails.OIDC),

	/** OneLogin, with SAML or OIDC. */
	ONELOGIN("onelogin", "OneLogin", ServiceProviderDetails.SAML, ServiceProviderDetails.OIDC),

	/** JumpCloud, with SAML or OIDC. */
	JUMPCLOUD("jumpcloud", "JumpCloud", ServiceProviderDetails.SAML, ServiceProviderDetails.OIDC),

	/** Any other IdP with SAML. */
	GENERIC_SAML("generic-saml", "a SAML identity provider", ServiceProviderDetails.SAML),

	/** Any other IdP with OIDC. */
	GENERIC_OIDC("generic-oidc", "an OpenID Connect provider", ServiceProviderDetails.OIDC);

	private final String id;

	private final String displayName;

	private final Set<String> protocols;

	IdpProduct(String id, String displayName, String... protocols) {
		this.id = id;
		this.displayName = displayName;
		this.protocols = Set.of(protocols);
	}

	/**
	 * Return the id, which is also the name of the file of texts.
	 * @return the id, such as {@code microsoft-entra-id}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the name to be shown.
	 * @return the name, such as {@code Microsoft Entra ID}
	 */
	public String displayName() {
		return this.displayName;
	}

	/**
	 * Return whether there are texts for a protocol.
	 * @param protocol a protocol, such as {@link ServiceProviderDetails#SAML}
	 * @return whether the product can be set up with the protocol
	 */
	public boolean supports(String protocol) {
		Assert.notNull(protocol, "'protocol' must not be null");
		return this.protocols.contains(protocol);
	}

	/**
	 * Return the product with an id.
	 * @param id the id, such as {@code okta}
	 * @return the product, empty if there is none
	 */
	public static Optional<IdpProduct> find(String id) {
		Assert.notNull(id, "'id' must not be null");
		return Arrays.stream(values()).filter((product) -> product.id.equals(id)).findFirst();
	}

	/**
	 * Return the product for an IdP that is not known.
	 * @param protocol a protocol, such as {@link ServiceProviderDetails#SAML}
	 * @return {@link #GENERIC_SAML}, {@link #GENERIC_OIDC}, or {@link #AD_FS} for
	 * {@link ServiceProviderDetails#WS_FEDERATION}
	 */
	public static IdpProduct generic(String protocol) {
		Assert.notNull(protocol, "'protocol' must not be null");
		return switch (protocol) {
			case ServiceProviderDetails.SAML -> GENERIC_SAML;
			case ServiceProviderDetails.OIDC -> GENERIC_OIDC;
			default -> AD_FS;
		};
	}

}
