// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * A change to an enterprise connection. What is not set stays as it is; what is set to
 * {@code null} is cleared, where Clerk lets it be.
 */
public final class EnterpriseConnectionPatch extends ApiBody<EnterpriseConnectionPatch> {

	@Override
	public EnterpriseConnectionPatch set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.stripped(field, value));
	}

	/**
	 * Set the display name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Replace the e-mail domains whose users sign in here. An empty list changes nothing.
	 * @param domains the domains, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch domains(@Nullable List<String> domains) {
		return put("domains", domains);
	}

	/**
	 * Replace the e-mail domains whose users sign in here. An empty list changes nothing.
	 * @param domain the first domain
	 * @param furtherDomains the other domains
	 * @return this body
	 */
	public EnterpriseConnectionPatch domains(String domain, String... furtherDomains) {
		return domains(Stream.concat(Stream.of(domain), Stream.of(furtherDomains)).toList());
	}

	/**
	 * Set whether users can sign in, for which the IdP must be described. Setting it
	 * makes Clerk silently remove verified organization domains that equal a domain of
	 * this connection.
	 * @param active whether they can, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch active(@Nullable Boolean active) {
		return put("active", active);
	}

	/**
	 * Set whether the user's attributes are updated at each sign-in.
	 * @param syncUserAttributes whether they are, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return put("sync_user_attributes", syncUserAttributes);
	}

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
	 * Set whether accounts are linked through the membership in the organization.
	 * @param allowOrganizationAccountLinking whether they are, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch allowOrganizationAccountLinking(
			@Nullable Boolean allowOrganizationAccountLinking) {
		return put("allow_organization_account_linking", allowOrganizationAccountLinking);
	}

	/**
	 * Set or change the organization that users join. Clerk cannot unlink it again.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set whether the connection can be used to sign in.
	 * @param authenticatable whether it can, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch authenticatable(@Nullable Boolean authenticatable) {
		return put("authenticatable", authenticatable);
	}

	/**
	 * Set whether users are not created at their first sign-in.
	 * @param disableJitProvisioning whether they are not, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch disableJitProvisioning(@Nullable Boolean disableJitProvisioning) {
		return put("disable_jit_provisioning", disableJitProvisioning);
	}

	/**
	 * Set the kind of IdP. Clerk ignores this: it cannot change after the creation.
	 * @param provider the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch provider(@Nullable ConnectionProvider provider) {
		return put("provider", provider);
	}

	/**
	 * Set what is copied from the IdP into the user's profile: the whole list.
	 * @param customAttributes the attributes, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch customAttributes(@Nullable List<CustomAttribute> customAttributes) {
		return put("custom_attributes", customAttributes);
	}

	/**
	 * Set what is copied from the IdP into the user's profile: the whole list.
	 * @param customAttribute the first attribute
	 * @param furtherAttributes the other attributes
	 * @return this body
	 */
	public EnterpriseConnectionPatch customAttributes(CustomAttribute customAttribute,
			CustomAttribute... furtherAttributes) {
		return customAttributes(Stream.concat(Stream.of(customAttribute), Stream.of(furtherAttributes)).toList());
	}

	/**
	 * Set the SAML half, for SAML providers.
	 * @param saml the SAML half, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch saml(@Nullable Saml saml) {
		return put("saml", saml);
	}

	/**
	 * Set the OIDC half, for OIDC providers.
	 * @param oidc the OIDC half, may be {@code null}
	 * @return this body
	 */
	public EnterpriseConnectionPatch oidc(@Nullable OidcSettings oidc) {
		return put("oidc", oidc);
	}

	/**
	 * A change to the SAML half of a connection.
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
		 * Set whether subdomains of the domains count. Needs registrable domains.
		 * @param allowSubdomains whether they count, may be {@code null}
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
		 * Trust this one signing certificate and no other: every certificate that the
		 * connection trusts now is dropped. Writes the field {@code idp_certificate},
		 * which the vendor deprecates in favour of {@link #idpCertificates}.
		 * @param idpCertificate the certificate as PEM, may be {@code null} to trust none
		 * @return this body
		 */
		public Saml replaceAllCertificates(@Nullable String idpCertificate) {
			return put("idp_certificate", idpCertificate);
		}

	}

}
