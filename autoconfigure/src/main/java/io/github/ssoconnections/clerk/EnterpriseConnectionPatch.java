// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * An update of an enterprise connection. A field that is not set keeps its value; a field
 * that is set to {@code null} is cleared, where Clerk permits it.
 */
public final class EnterpriseConnectionPatch extends EnterpriseConnectionBody<EnterpriseConnectionPatch> {

	/**
	 * Set whether users cannot add further identifications.
	 * @param disableAdditionalIdentifications whether they cannot, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch disableAdditionalIdentifications(
			@Nullable Boolean disableAdditionalIdentifications) {
		return put("disable_additional_identifications", disableAdditionalIdentifications);
	}

	/**
	 * Set the SAML settings, for SAML providers.
	 * @param saml the SAML settings, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch saml(@Nullable Saml saml) {
		return put("saml", saml);
	}

	/**
	 * An update of the SAML settings of a connection.
	 */
	public static final class Saml extends IdpBody<Saml> {

		/**
		 * Set the display name of the SAML connection.
		 * @param name the name, may be {@code null}
		 * @return this body
		 */
		public Saml name(@Nullable String name) {
			return put("name", name);
		}

		/**
		 * Set whether subdomains of the domains are included. Requires registrable
		 * domains.
		 * @param allowSubdomains whether subdomains are included, may be {@code null}
		 * @return this body
		 */
		public Saml allowSubdomains(@Nullable Boolean allowSubdomains) {
			return put("allow_subdomains", allowSubdomains);
		}

		/**
		 * Set whether the IdP may start a sign-in.
		 * @param allowIdpInitiated whether it may, may be {@code null}
		 * @return this body
		 */
		public Saml allowIdpInitiated(@Nullable Boolean allowIdpInitiated) {
			return put("allow_idp_initiated", allowIdpInitiated);
		}

		/**
		 * Trust this signing certificate alone: all other certificates of the connection
		 * are removed. Sets the field {@code idp_certificate}, which the vendor
		 * deprecates in favour of {@link #idpCertificates}.
		 * @param idpCertificate the certificate as PEM, may be {@code null} to trust none
		 * @return this body
		 */
		public Saml replaceAllCertificates(@Nullable String idpCertificate) {
			return put("idp_certificate", idpCertificate);
		}

	}

}
