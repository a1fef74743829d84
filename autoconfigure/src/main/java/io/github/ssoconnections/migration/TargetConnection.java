// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.clerk.CustomAttribute;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import org.jspecify.annotations.Nullable;

/**
 * Connection at Clerk that is to be created, and what an update sets afterwards.
 */
final class TargetConnection {

	private static final String IDP_INITIATED = "allow_idp_initiated";

	private final NewEnterpriseConnection connection = new NewEnterpriseConnection().active(false);

	private final NewEnterpriseConnection.Saml saml = new NewEnterpriseConnection.Saml();

	private final OidcSettings oidc = new OidcSettings();

	private @Nullable Boolean syncUserAttributes;

	private @Nullable SamlMetadata metadata;

	NewEnterpriseConnection connection() {
		return this.connection;
	}

	NewEnterpriseConnection.Saml saml() {
		this.connection.saml(this.saml);
		return this.saml;
	}

	OidcSettings oidc() {
		this.connection.oidc(this.oidc);
		return this.oidc;
	}

	/**
	 * Set what Clerk ignores in a creation.
	 * @param syncUserAttributes whether attributes are updated at each sign-in
	 */
	void syncUserAttributes(boolean syncUserAttributes) {
		this.syncUserAttributes = syncUserAttributes;
	}

	@Nullable String organizationId() {
		return (this.connection.get("organization_id") instanceof String id) ? id : null;
	}

	/**
	 * Return what completes a connection that was created, or found.
	 * @param found the connection at Clerk
	 * @return the update, {@code null} if there is nothing to do: also if users sign in
	 * with the connection, or it has another IdP
	 */
	@Nullable EnterpriseConnectionPatch patch(EnterpriseConnection found) {
		if (Boolean.TRUE.equals(found.active()) || !idp().differences(found).isEmpty()) {
			return null;
		}
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch();
		if (this.syncUserAttributes != null && !this.syncUserAttributes.equals(found.syncUserAttributes())) {
			patch.syncUserAttributes(this.syncUserAttributes);
		}
		EnterpriseConnection.Saml has = found.saml();
		if (has != null && this.saml.get(IDP_INITIATED) instanceof Boolean wanted
				&& !wanted.equals(has.allowIdpInitiated())) {
			patch.saml(new EnterpriseConnectionPatch.Saml().allowIdpInitiated(wanted));
		}
		return patch.fields().isEmpty() ? null : patch;
	}

	/**
	 * Set what the metadata of the IdP says, which Clerk reads itself.
	 * @param metadata the metadata
	 */
	void idp(SamlMetadata metadata) {
		this.metadata = metadata;
	}

	/**
	 * Return whether a connection of the same name and domains is another one: it has
	 * another protocol or another IdP.
	 * @param found the connection at Clerk
	 * @return whether it is another one
	 */
	boolean isOther(EnterpriseConnection found) {
		return !idp().others(found).isEmpty();
	}

	/**
	 * Return why a connection is blocked by another one of the same name and domains.
	 * @param found the other connection at Clerk
	 * @return the blocker
	 */
	FieldMapping otherIdp(EnterpriseConnection found) {
		String differences = idp().others(found)
			.stream()
			.map((difference) -> difference.target() + ": " + difference.note())
			.collect(Collectors.joining(" "));
		return new FieldMapping(null, "name",
				found.id() + " (" + Excerpt.quoted(found.name()) + ") at Clerk has this name and these domains, and "
						+ "another IdP. It is left as it is: give another name, or delete it. " + differences);
	}

	private IdpComparison idp() {
		return new IdpComparison(this.connection, this.saml, this.oidc, this.metadata);
	}

	List<FieldMapping> differences(EnterpriseConnection found) {
		List<FieldMapping> differences = new ArrayList<>(idp().differences(found));
		IdpComparison.compare(differences, "provider", this.connection.get("provider"), found.provider());
		String organizationId = organizationId();
		if (organizationId != null && !organizationId.equals(found.organizationId())) {
			IdpComparison.add(differences, "organization_id", organizationId, found.organizationId());
		}
		IdpComparison.compare(differences, "sync_user_attributes", this.syncUserAttributes, found.syncUserAttributes());
		IdpComparison.compare(differences, "custom_attributes", keys(this.connection.get("custom_attributes")),
				keys(found.customAttributes()));
		EnterpriseConnection.Saml has = found.saml();
		if (has != null) {
			IdpComparison.compare(differences, "saml." + IDP_INITIATED, this.saml.get(IDP_INITIATED),
					has.allowIdpInitiated());
		}
		EnterpriseConnection.Oidc oauth = found.oidc();
		if (oauth != null) {
			IdpComparison.compare(differences, "oidc.requires_pkce", this.oidc.get("requires_pkce"),
					oauth.requiresPkce());
		}
		return differences;
	}

	private static @Nullable Set<String> keys(@Nullable Object attributes) {
		return IdpComparison.collect(attributes,
				(attribute) -> (attribute instanceof CustomAttribute one) ? one.key() : null);
	}

}
