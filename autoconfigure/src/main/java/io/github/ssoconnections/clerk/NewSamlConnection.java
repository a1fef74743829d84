// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * A SAML connection to be created. Clerk requires a name, a provider and a domain.
 */
public final class NewSamlConnection extends SamlConnectionBody<NewSamlConnection> {

	/**
	 * Set the one signing certificate of the IdP. Deprecated by the vendor in favour of
	 * {@link #idpCertificates}.
	 * @param idpCertificate the certificate as PEM, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection idpCertificate(@Nullable String idpCertificate) {
		return put("idp_certificate", idpCertificate);
	}

}
