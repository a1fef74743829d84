// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a request that creates or updates an enterprise connection.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class EnterpriseConnectionBody<B extends EnterpriseConnectionBody<B>> extends ApiBody<B>
		permits NewEnterpriseConnection, EnterpriseConnectionPatch {

	EnterpriseConnectionBody() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.strip(field, value));
	}

	/**
	 * Set the display name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public B name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set the kind of IdP. It cannot change after the creation: Clerk ignores this field
	 * in an update.
	 * @param provider the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public B provider(@Nullable ConnectionProvider provider) {
		return put("provider", provider);
	}

	/**
	 * Set all e-mail domains whose users sign in through the connection, fully qualified.
	 * Clerk converts them to lower case. In an update, an empty list changes nothing.
	 * @param domains the domains, may be {@code null}
	 * @return this body
	 */
	public B domains(@Nullable List<String> domains) {
		return put("domains", domains);
	}

	/**
	 * Set all e-mail domains whose users sign in through the connection, fully qualified.
	 * Clerk converts them to lower case.
	 * @param domain the first domain
	 * @param furtherDomains the other domains
	 * @return this body
	 */
	public B domains(String domain, String... furtherDomains) {
		return domains(Stream.concat(Stream.of(domain), Stream.of(furtherDomains)).toList());
	}

	/**
	 * Set the organization that users join. An update can change it, and cannot remove
	 * it.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public B organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set whether accounts are linked through the membership in the organization.
	 * @param allowOrganizationAccountLinking whether accounts are linked, may be
	 * {@code null}
	 * @return this body
	 */
	public B allowOrganizationAccountLinking(@Nullable Boolean allowOrganizationAccountLinking) {
		return put("allow_organization_account_linking", allowOrganizationAccountLinking);
	}

	/**
	 * Set whether users can sign in, which requires the settings of the IdP. Activation
	 * removes verified organization domains that equal a domain of this connection,
	 * without notice; {@link EnterpriseConnectionActivation} asks for consent first.
	 * @param active whether users can sign in, may be {@code null}
	 * @return this body
	 */
	public B active(@Nullable Boolean active) {
		return put("active", active);
	}

	/**
	 * Set whether the user's attributes are updated at each sign-in. Clerk ignores this
	 * field when a connection is created: update the connection afterwards.
	 * @param syncUserAttributes whether attributes are updated, may be {@code null}
	 * @return this body
	 */
	public B syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return put("sync_user_attributes", syncUserAttributes);
	}

	/**
	 * Set whether the connection can be used to sign in.
	 * @param authenticatable whether it can be used, may be {@code null}
	 * @return this body
	 */
	public B authenticatable(@Nullable Boolean authenticatable) {
		return put("authenticatable", authenticatable);
	}

	/**
	 * Set whether the creation of users at their first sign-in is disabled.
	 * @param disableJitProvisioning whether it is disabled, may be {@code null}
	 * @return this body
	 */
	public B disableJitProvisioning(@Nullable Boolean disableJitProvisioning) {
		return put("disable_jit_provisioning", disableJitProvisioning);
	}

	/**
	 * Set all attributes that are copied from the IdP into the user's profile.
	 * @param customAttributes the attributes, may be {@code null}
	 * @return this body
	 */
	public B customAttributes(@Nullable List<CustomAttribute> customAttributes) {
		return put("custom_attributes", customAttributes);
	}

	/**
	 * Set all attributes that are copied from the IdP into the user's profile.
	 * @param customAttribute the first attribute
	 * @param furtherAttributes the other attributes
	 * @return this body
	 */
	public B customAttributes(CustomAttribute customAttribute, CustomAttribute... furtherAttributes) {
		return customAttributes(Stream.concat(Stream.of(customAttribute), Stream.of(furtherAttributes)).toList());
	}

	/**
	 * Set the OIDC settings, for OIDC providers.
	 * @param oidc the OIDC settings, may be {@code null}
	 * @return this body
	 */
	public B oidc(@Nullable OidcSettings oidc) {
		return put("oidc", oidc);
	}

}
