// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A SAML connection to be created. Clerk requires a name, a provider and a domain.
 */
public final class NewSamlConnection extends IdpBody<NewSamlConnection> {

	/**
	 * Set the display name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set the kind of IdP.
	 * @param provider the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection provider(@Nullable ConnectionProvider provider) {
		return put("provider", provider);
	}

	/**
	 * Set the e-mail domains whose users sign in here, fully qualified. Clerk lower-cases
	 * them.
	 * @param domains the domains, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection domains(@Nullable List<String> domains) {
		return put("domains", domains);
	}

	/**
	 * Set the e-mail domains whose users sign in here, fully qualified. Clerk lower-cases
	 * them.
	 * @param domain the first domain
	 * @param furtherDomains the other domains
	 * @return this body
	 */
	public NewSamlConnection domains(String domain, String... furtherDomains) {
		return domains(Stream.concat(Stream.of(domain), Stream.of(furtherDomains)).toList());
	}

	/**
	 * Set the one domain. Deprecated by the vendor in favour of {@link #domains}.
	 * @param domain the domain, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection domain(@Nullable String domain) {
		return put("domain", domain);
	}

	/**
	 * Set the organization that users join.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set the one signing certificate of the IdP. Deprecated by the vendor in favour of
	 * {@link #idpCertificates}.
	 * @param idpCertificate the certificate as PEM, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection idpCertificate(@Nullable String idpCertificate) {
		return put("idp_certificate", idpCertificate);
	}

	/**
	 * Set whether the user's attributes are updated at each sign-in. Clerk ignores this
	 * when a connection is created: change the connection afterwards.
	 * @param syncUserAttributes whether they are, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return put("sync_user_attributes", syncUserAttributes);
	}

	/**
	 * Set whether the connection can be used to sign in.
	 * @param authenticatable whether it can, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection authenticatable(@Nullable Boolean authenticatable) {
		return put("authenticatable", authenticatable);
	}

	/**
	 * Set whether users are not created at their first sign-in.
	 * @param disableJitProvisioning whether they are not, may be {@code null}
	 * @return this body
	 */
	public NewSamlConnection disableJitProvisioning(@Nullable Boolean disableJitProvisioning) {
		return put("disable_jit_provisioning", disableJitProvisioning);
	}

}
