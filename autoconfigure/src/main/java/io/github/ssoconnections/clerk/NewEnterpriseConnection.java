// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise connection to be created. Clerk requires a name, a provider and a domain.
 */
public final class NewEnterpriseConnection extends EnterpriseConnectionBody<NewEnterpriseConnection> {

	/**
	 * Set the SAML settings, for SAML providers.
	 * @param saml the SAML settings, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection saml(@Nullable Saml saml) {
		return put("saml", saml);
	}

	/**
	 * SAML settings of a connection to be created.
	 */
	public static final class Saml extends IdpBody<Saml> {

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
		 * Set the one signing certificate of the IdP. Deprecated by the vendor in favour
		 * of {@link #idpCertificates}.
		 * @param idpCertificate the certificate as PEM, may be {@code null}
		 * @return this body
		 */
		public Saml idpCertificate(@Nullable String idpCertificate) {
			return put("idp_certificate", idpCertificate);
		}

	}

}
