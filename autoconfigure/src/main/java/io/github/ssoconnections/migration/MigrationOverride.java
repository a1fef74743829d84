// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gives for a connection, because Auth0 does not have it, or because it
 * has been decided or asked for. Replaces what Auth0 has. {@code toString()} and JSON
 * mask the secret.
 *
 * @param name the display name at Clerk
 * @param domains the e-mail domains, at least one
 * @param organizationId the organization at Clerk
 * @param entityId the entity ID of the IdP, for SAML without metadata: SSO URL and
 * certificate are those of Auth0
 * @param metadataUrl the URL of the metadata of the IdP, for SAML
 * @param metadata the metadata of the IdP, for SAML
 * @param discoveryUrl the URL of the discovery document, for OIDC
 * @param clientSecret the client secret, for OIDC
 * @param unsignedRequestsAccepted whether the administrator has confirmed that the IdP
 * accepts unsigned requests
 * @param assertionsUnencrypted whether the administrator has confirmed that the IdP will
 * send assertions that are not encrypted
 * @param others the ids of connections at Clerk with the same name or with one of the
 * domains, of which the caller has confirmed that they are other connections
 */
public record MigrationOverride(@Nullable String name, @Nullable List<String> domains, @Nullable String organizationId,
		@Nullable String entityId, @Nullable String metadataUrl, @Nullable String metadata,
		@Nullable String discoveryUrl, @Nullable Secret clientSecret, boolean unsignedRequestsAccepted,
		boolean assertionsUnencrypted, Set<String> others) {

	private static final MigrationOverride NONE = new MigrationOverride(null, null, null, null, null, null, null, null,
			false, false, Set.of());

	public MigrationOverride {
		domains = (domains != null) ? List.copyOf(domains) : null;
		others = (others != null) ? Set.copyOf(others) : Set.of();
	}

	/**
	 * Return an override of nothing.
	 * @return the override
	 */
	public static MigrationOverride none() {
		return NONE;
	}

	/**
	 * Return a copy with a display name.
	 * @param name the display name at Clerk
	 * @return the override
	 */
	public MigrationOverride withName(String name) {
		Assert.hasText(name, "'name' must not be empty");
		return new MigrationOverride(name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy with domains.
	 * @param domains the e-mail domains, at least one
	 * @return the override
	 */
	public MigrationOverride withDomains(String... domains) {
		Assert.notEmpty(domains, "'domains' must not be empty");
		Assert.noNullElements(domains, "'domains' must not contain null");
		return new MigrationOverride(this.name, List.of(domains), this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy with an organization.
	 * @param organizationId the organization at Clerk
	 * @return the override
	 */
	public MigrationOverride withOrganization(String organizationId) {
		OrganizationPairs.checkTarget(organizationId);
		return new MigrationOverride(this.name, this.domains, organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy with the entity ID of the IdP. The metadata is not used then.
	 * @param entityId the entity ID
	 * @return the override
	 */
	public MigrationOverride withEntityId(String entityId) {
		Assert.hasText(entityId, "'entityId' must not be empty");
		return new MigrationOverride(this.name, this.domains, this.organizationId, entityId, null, null,
				this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted, this.assertionsUnencrypted,
				this.others);
	}

	/**
	 * Return a copy with the URL of the metadata of the IdP.
	 * @param metadataUrl the URL
	 * @return the override
	 */
	public MigrationOverride withMetadataUrl(String metadataUrl) {
		Assert.hasText(metadataUrl, "'metadataUrl' must not be empty");
		return new MigrationOverride(this.name, this.domains, this.organizationId, null, metadataUrl, null,
				this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted, this.assertionsUnencrypted,
				this.others);
	}

	/**
	 * Return a copy with the metadata of the IdP.
	 * @param metadata the XML document
	 * @return the override
	 */
	public MigrationOverride withMetadata(String metadata) {
		Assert.hasText(metadata, "'metadata' must not be empty");
		return new MigrationOverride(this.name, this.domains, this.organizationId, null, null, metadata,
				this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted, this.assertionsUnencrypted,
				this.others);
	}

	/**
	 * Return a copy with the URL of the discovery document.
	 * @param discoveryUrl the URL, which ends in
	 * {@code /.well-known/openid-configuration}
	 * @return the override
	 */
	public MigrationOverride withDiscoveryUrl(String discoveryUrl) {
		Assert.hasText(discoveryUrl, "'discoveryUrl' must not be empty");
		return new MigrationOverride(this.name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy with a client secret.
	 * @param clientSecret the client secret, not blank
	 * @return the override
	 */
	public MigrationOverride withClientSecret(Secret clientSecret) {
		Assert.notNull(clientSecret, "'clientSecret' must not be null");
		Assert.hasText(clientSecret.value(), "'clientSecret' must not be empty");
		return new MigrationOverride(this.name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy that says that the IdP accepts unsigned requests. Clerk signs none.
	 * @return the override
	 */
	public MigrationOverride acceptingUnsignedRequests() {
		return new MigrationOverride(this.name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, true, this.assertionsUnencrypted, this.others);
	}

	/**
	 * Return a copy that says that the IdP will send assertions that are not encrypted.
	 * Clerk decrypts none.
	 * @return the override
	 */
	public MigrationOverride sendingUnencryptedAssertions() {
		return new MigrationOverride(this.name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted, true, this.others);
	}

	/**
	 * Return a copy that says that connections at Clerk are other connections, though
	 * they have the same name or one of the domains. The connection is created beside
	 * them.
	 * @param connectionIds the ids at Clerk, at least one
	 * @return the override
	 */
	public MigrationOverride creatingBeside(String... connectionIds) {
		Assert.notEmpty(connectionIds, "'connectionIds' must not be empty");
		Assert.noNullElements(connectionIds, "'connectionIds' must not contain null");
		return new MigrationOverride(this.name, this.domains, this.organizationId, this.entityId, this.metadataUrl,
				this.metadata, this.discoveryUrl, this.clientSecret, this.unsignedRequestsAccepted,
				this.assertionsUnencrypted, Set.copyOf(List.of(connectionIds)));
	}

}
