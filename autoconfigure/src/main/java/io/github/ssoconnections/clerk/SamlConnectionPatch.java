// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * An update of a SAML connection. A field that is not set keeps its value; a field that
 * is set to {@code null} is cleared, where Clerk permits it.
 */
public final class SamlConnectionPatch extends SamlConnectionBody<SamlConnectionPatch> {

	/**
	 * Set whether users can sign in, which requires the settings of the IdP.
	 * @param active whether users can sign in, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch active(@Nullable Boolean active) {
		return put("active", active);
	}

	/**
	 * Set whether the activation may remove verified organization domains that equal a
	 * domain of this connection. Without this consent, Clerk rejects such an activation.
	 * @param consentVerifiedDomainsDeletion whether it may, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch consentVerifiedDomainsDeletion(@Nullable Boolean consentVerifiedDomainsDeletion) {
		return put("consent_verified_domains_deletion", consentVerifiedDomainsDeletion);
	}

	/**
	 * Set whether subdomains of the domains are included. Requires registrable domains.
	 * @param allowSubdomains whether subdomains are included, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch allowSubdomains(@Nullable Boolean allowSubdomains) {
		return put("allow_subdomains", allowSubdomains);
	}

	/**
	 * Set whether the IdP may start a sign-in.
	 * @param allowIdpInitiated whether it may, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch allowIdpInitiated(@Nullable Boolean allowIdpInitiated) {
		return put("allow_idp_initiated", allowIdpInitiated);
	}

	/**
	 * Set whether users cannot add further identifications.
	 * @param disableAdditionalIdentifications whether they cannot, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch disableAdditionalIdentifications(@Nullable Boolean disableAdditionalIdentifications) {
		return put("disable_additional_identifications", disableAdditionalIdentifications);
	}

	/**
	 * Set whether accounts are linked through the membership in the organization.
	 * @param allowOrganizationAccountLinking whether accounts are linked, may be
	 * {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch allowOrganizationAccountLinking(@Nullable Boolean allowOrganizationAccountLinking) {
		return put("allow_organization_account_linking", allowOrganizationAccountLinking);
	}

	/**
	 * Trust this signing certificate alone: all other certificates of the connection are
	 * removed. Sets the field {@code idp_certificate}, which the vendor deprecates in
	 * favour of {@link #idpCertificates}.
	 * @param idpCertificate the certificate as PEM, may be {@code null} to trust none
	 * @return this body
	 */
	public SamlConnectionPatch replaceAllCertificates(@Nullable String idpCertificate) {
		return put("idp_certificate", idpCertificate);
	}

}
