// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Fields of a request that creates or updates a SAML connection.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class SamlConnectionBody<B extends SamlConnectionBody<B>> extends IdpBody<B>
		permits NewSamlConnection, SamlConnectionPatch {

	SamlConnectionBody() {
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
	 * Clerk converts them to lower case.
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
	 * Set the one domain. Deprecated by the vendor in favour of {@link #domains}.
	 * @param domain the domain, may be {@code null}
	 * @return this body
	 */
	public B domain(@Nullable String domain) {
		return put("domain", domain);
	}

	/**
	 * Set the organization that users join.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public B organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
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

}
