// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A change to a SAML connection. What is not set stays as it is; what is set to
 * {@code null} is cleared, where Clerk lets it be.
 */
public final class SamlConnectionPatch extends IdpBody<SamlConnectionPatch> {

	/**
	 * Set the display name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Replace the e-mail domains whose users sign in here.
	 * @param domains the domains, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch domains(@Nullable List<String> domains) {
		return put("domains", domains);
	}

	/**
	 * Replace the e-mail domains whose users sign in here.
	 * @param domain the first domain
	 * @param furtherDomains the other domains
	 * @return this body
	 */
	public SamlConnectionPatch domains(String domain, String... furtherDomains) {
		return domains(Stream.concat(Stream.of(domain), Stream.of(furtherDomains)).toList());
	}

	/**
	 * Set the one domain. Deprecated by the vendor in favour of {@link #domains}.
	 * @param domain the domain, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch domain(@Nullable String domain) {
		return put("domain", domain);
	}

	/**
	 * Set the organization that users join.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set whether users can sign in, for which the IdP must be described.
	 * @param active whether they can, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch active(@Nullable Boolean active) {
		return put("active", active);
	}

	/**
	 * Set whether an activation may remove verified organization domains that equal a
	 * domain of this connection. Without it, the activation fails where there are such.
	 * @param consentVerifiedDomainsDeletion whether it may, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch consentVerifiedDomainsDeletion(@Nullable Boolean consentVerifiedDomainsDeletion) {
		return put("consent_verified_domains_deletion", consentVerifiedDomainsDeletion);
	}

	/**
	 * Set whether the user's attributes are updated at each sign-in.
	 * @param syncUserAttributes whether they are, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return put("sync_user_attributes", syncUserAttributes);
	}

	/**
	 * Set whether subdomains of the domains count. Needs registrable domains.
	 * @param allowSubdomains whether they count, may be {@code null}
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
	 * @param allowOrganizationAccountLinking whether they are, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch allowOrganizationAccountLinking(@Nullable Boolean allowOrganizationAccountLinking) {
		return put("allow_organization_account_linking", allowOrganizationAccountLinking);
	}

	/**
	 * Set whether the connection can be used to sign in.
	 * @param authenticatable whether it can, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch authenticatable(@Nullable Boolean authenticatable) {
		return put("authenticatable", authenticatable);
	}

	/**
	 * Set whether users are not created at their first sign-in.
	 * @param disableJitProvisioning whether they are not, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch disableJitProvisioning(@Nullable Boolean disableJitProvisioning) {
		return put("disable_jit_provisioning", disableJitProvisioning);
	}

	/**
	 * Set the kind of IdP. Clerk ignores this: it cannot change after the creation.
	 * @param provider the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public SamlConnectionPatch provider(@Nullable ConnectionProvider provider) {
		return put("provider", provider);
	}

	/**
	 * Trust this one signing certificate and no other: every certificate that the
	 * connection trusts now is dropped. Writes the field {@code idp_certificate}, which
	 * the vendor deprecates in favour of {@link #idpCertificates}.
	 * @param idpCertificate the certificate as PEM, may be {@code null} to trust none
	 * @return this body
	 */
	public SamlConnectionPatch replaceAllCertificates(@Nullable String idpCertificate) {
		return put("idp_certificate", idpCertificate);
	}

}
