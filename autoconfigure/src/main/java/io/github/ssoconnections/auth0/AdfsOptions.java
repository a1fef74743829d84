// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code adfs}.
 */
public final class AdfsOptions extends StrategyOptions<AdfsOptions> {

	/**
	 * Return the address of the AD FS server or of its metadata.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String adfsServer() {
		return text("adfs_server");
	}

	/**
	 * Set the address of the AD FS server or of its metadata.
	 * @param adfsServer the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions adfsServer(@Nullable String adfsServer) {
		return put("adfs_server", adfsServer);
	}

	/**
	 * Return the federation metadata, an XML document.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String fedMetadataXml() {
		return text("fedMetadataXml");
	}

	/**
	 * Set the federation metadata, an XML document.
	 * @param fedMetadataXml the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions fedMetadataXml(@Nullable String fedMetadataXml) {
		return put("fedMetadataXml", InlineMetadata.stripped("fedMetadataXml", fedMetadataXml));
	}

	/**
	 * Return the sign-in URL of AD FS.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signInEndpoint() {
		return text("signInEndpoint");
	}

	/**
	 * Set the sign-in URL of AD FS.
	 * @param signInEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions signInEndpoint(@Nullable String signInEndpoint) {
		return put("signInEndpoint", signInEndpoint);
	}

	/**
	 * Return the entity ID of the service provider, that is of Auth0 itself, and not the
	 * IdP's.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String entityId() {
		return text("entityId");
	}

	/**
	 * Set the entity ID of the service provider, that is of Auth0 itself, and not the
	 * IdP's.
	 * @param entityId the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions entityId(@Nullable String entityId) {
		return put("entityId", entityId);
	}

	/**
	 * Return the SHA-1 thumbprints of the signing certificates.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> thumbprints() {
		return texts("thumbprints");
	}

	/**
	 * Set the SHA-1 thumbprints of the signing certificates.
	 * @param thumbprints the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions thumbprints(@Nullable List<String> thumbprints) {
		return put("thumbprints", thumbprints);
	}

	/**
	 * Return the SHA-1 thumbprints of the signing certificates before the last change.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> prevThumbprints() {
		return texts("prev_thumbprints");
	}

	/**
	 * Set the SHA-1 thumbprints of the signing certificates before the last change.
	 * @param prevThumbprints the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions prevThumbprints(@Nullable List<String> prevThumbprints) {
		return put("prev_thumbprints", prevThumbprints);
	}

	/**
	 * Return the claim with the id of the user.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String userIdAttribute() {
		return text("user_id_attribute");
	}

	/**
	 * Set the claim with the id of the user.
	 * @param userIdAttribute the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions userIdAttribute(@Nullable String userIdAttribute) {
		return put("user_id_attribute", userIdAttribute);
	}

	/**
	 * Return whether e-mail addresses count as verified: {@code
	 * never_set_emails_as_verified} or {@code always_set_emails_as_verified}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String shouldTrustEmailVerifiedConnection() {
		return text("should_trust_email_verified_connection");
	}

	/**
	 * Set whether e-mail addresses count as verified: {@code
	 * never_set_emails_as_verified} or {@code always_set_emails_as_verified}.
	 * @param shouldTrustEmailVerifiedConnection the value, may be {@code null}
	 * @return these options
	 */
	public AdfsOptions shouldTrustEmailVerifiedConnection(@Nullable String shouldTrustEmailVerifiedConnection) {
		return put("should_trust_email_verified_connection", shouldTrustEmailVerifiedConnection);
	}

}
