// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;

/**
 * Options of a connection of strategy {@code adfs}.
 */
public final class AdfsOptions extends StrategyOptions<AdfsOptions> {

	static final DeclaredOptions<AdfsOptions> DECLARED = new DeclaredOptions<>();

	/** {@code adfs_server}: Address of the AD FS server or of its metadata. */
	public static final ConnectionOption<AdfsOptions, String> ADFS_SERVER = DECLARED.text("adfs_server");

	/**
	 * {@code fedMetadataXml}: Federation metadata, an XML document. Invisible characters
	 * around it are removed.
	 */
	public static final ConnectionOption<AdfsOptions, String> FED_METADATA_XML = DECLARED.text("fedMetadataXml");

	/** {@code signInEndpoint}: Sign-in URL of AD FS. */
	public static final ConnectionOption<AdfsOptions, String> SIGN_IN_ENDPOINT = DECLARED.text("signInEndpoint");

	/**
	 * {@code entityId}: Entity ID of the service provider, that is of Auth0 and not of
	 * the IdP.
	 */
	public static final ConnectionOption<AdfsOptions, String> ENTITY_ID = DECLARED.text("entityId");

	/** {@code thumbprints}: SHA-1 thumbprints of the signing certificates. */
	public static final ConnectionOption<AdfsOptions, List<String>> THUMBPRINTS = DECLARED.texts("thumbprints");

	/**
	 * {@code prev_thumbprints}: SHA-1 thumbprints of the signing certificates before the
	 * last change.
	 */
	public static final ConnectionOption<AdfsOptions, List<String>> PREV_THUMBPRINTS = DECLARED
		.texts("prev_thumbprints");

	/** {@code user_id_attribute}: Claim with the user's id. */
	public static final ConnectionOption<AdfsOptions, String> USER_ID_ATTRIBUTE = DECLARED.text("user_id_attribute");

	/**
	 * {@code should_trust_email_verified_connection}: Whether e-mail addresses are
	 * verified: {@code never_set_emails_as_verified} or
	 * {@code always_set_emails_as_verified}.
	 */
	public static final ConnectionOption<AdfsOptions, String> SHOULD_TRUST_EMAIL_VERIFIED_CONNECTION = DECLARED
		.text("should_trust_email_verified_connection");

}
