// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise connection to be created. Clerk requires a name, a provider and a domain.
 */
public final class NewEnterpriseConnection extends ApiBody<NewEnterpriseConnection> {

	@Override
	public NewEnterpriseConnection set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.stripped(field, value));
	}

	/**
	 * Set the display name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set the kind of IdP.
	 * @param provider the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection provider(@Nullable ConnectionProvider provider) {
		return put("provider", provider);
	}

	/**
	 * Set the e-mail domains whose users sign in here, fully qualified. Clerk lower-cases
	 * them.
	 * @param domains the domains, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection domains(@Nullable List<String> domains) {
		return put("domains", domains);
	}

	/**
	 * Set the e-mail domains whose users sign in here, fully qualified. Clerk lower-cases
	 * them.
	 * @param domain the first domain
	 * @param furtherDomains the other domains
	 * @return this body
	 */
	public NewEnterpriseConnection domains(String domain, String... furtherDomains) {
		return domains(Stream.concat(Stream.of(domain), Stream.of(furtherDomains)).toList());
	}

	/**
	 * Set the organization that users join.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set whether accounts are linked through the membership in the organization.
	 * @param allowOrganizationAccountLinking whether they are, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection allowOrganizationAccountLinking(@Nullable Boolean allowOrganizationAccountLinking) {
		return put("allow_organization_account_linking", allowOrganizationAccountLinking);
	}

	/**
	 * Set whether users can sign in at once, for which the IdP must be described. Clerk
	 * then silently removes verified organization domains that equal a domain of this
	 * connection.
	 * @param active whether they can, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection active(@Nullable Boolean active) {
		return put("active", active);
	}

	/**
	 * Set whether the user's attributes are updated at each sign-in. Clerk ignores this
	 * when a connection is created: change the connection afterwards.
	 * @param syncUserAttributes whether they are, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return put("sync_user_attributes", syncUserAttributes);
	}

	/**
	 * Set whether the connection can be used to sign in.
	 * @param authenticatable whether it can, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection authenticatable(@Nullable Boolean authenticatable) {
		return put("authenticatable", authenticatable);
	}

	/**
	 * Set whether users are not created at their first sign-in.
	 * @param disableJitProvisioning whether they are not, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection disableJitProvisioning(@Nullable Boolean disableJitProvisioning) {
		return put("disable_jit_provisioning", disableJitProvisioning);
	}

	/**
	 * Set what is copied from the IdP into the user's profile: the whole list.
	 * @param customAttributes the attributes, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection customAttributes(@Nullable List<CustomAttribute> customAttributes) {
		return put("custom_attributes", customAttributes);
	}

	/**
	 * Set what is copied from the IdP into the user's profile: the whole list.
	 * @param customAttribute the first attribute
	 * @param furtherAttributes the other attributes
	 * @return this body
	 */
	public NewEnterpriseConnection customAttributes(CustomAttribute customAttribute,
			CustomAttribute... furtherAttributes) {
		return customAttributes(Stream.concat(Stream.of(customAttribute), Stream.of(furtherAttributes)).toList());
	}

	/**
	 * Set the SAML half, for SAML providers.
	 * @param saml the SAML half, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection saml(@Nullable Saml saml) {
		return put("saml", saml);
	}

	/**
	 * Set the OIDC half, for OIDC providers.
	 * @param oidc the OIDC half, may be {@code null}
	 * @return this body
	 */
	public NewEnterpriseConnection oidc(@Nullable OidcSettings oidc) {
		return put("oidc", oidc);
	}

	/**
	 * The SAML half of a connection to be created.
	 */
	public static final class Saml extends IdpBody<Saml> {

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
