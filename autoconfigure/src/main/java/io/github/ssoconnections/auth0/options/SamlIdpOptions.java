// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options that the SAML strategies share.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class SamlIdpOptions<B extends SamlIdpOptions<B>> extends StrategyOptions<B>
		permits SamlpOptions, PingFederateOptions {

	static final DeclaredOptions<SamlIdpOptions<?>> DECLARED = new DeclaredOptions<>();

	/** {@code signInEndpoint}: SSO URL of the IdP. */
	public static final ConnectionOption<SamlIdpOptions<?>, String> SIGN_IN_ENDPOINT = DECLARED.text("signInEndpoint");

	/**
	 * {@code signingCert}: Signing certificate of the IdP in a request, PEM or DER in
	 * base64. Auth0 returns it as {@link #CERT}.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> SIGNING_CERT = DECLARED.text("signingCert");

	/** {@code cert}: Signing certificate of the IdP as Auth0 stores it. */
	public static final ConnectionOption<SamlIdpOptions<?>, String> CERT = DECLARED.text("cert");

	/** {@code thumbprints}: SHA-1 thumbprints of the signing certificates. */
	public static final ConnectionOption<SamlIdpOptions<?>, List<String>> THUMBPRINTS = DECLARED.texts("thumbprints");

	/** {@code expires}: Expiry of the signing certificate, read-only. */
	public static final ConnectionOption<SamlIdpOptions<?>, String> EXPIRES = DECLARED.text("expires");

	/** {@code subject}: Subject of the signing certificate, read-only. */
	public static final ConnectionOption<SamlIdpOptions<?>, Map<String, @Nullable Object>> SUBJECT = DECLARED
		.map("subject");

	/**
	 * {@code cert_rollover_notification}: Time of the last notification about the expiry
	 * of the signing certificate, read-only.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> CERT_ROLLOVER_NOTIFICATION = DECLARED
		.text("cert_rollover_notification");

	/**
	 * {@code entityId}: Entity ID of the service provider, that is of Auth0 and not of
	 * the IdP.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> ENTITY_ID = DECLARED.text("entityId");

	/**
	 * {@code protocolBinding}: Binding of requests to the IdP:
	 * {@code urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST} or {@code …:HTTP-Redirect}.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> PROTOCOL_BINDING = DECLARED.text("protocolBinding");

	/** {@code signSAMLRequest}: Whether requests to the IdP are signed. */
	public static final ConnectionOption<SamlIdpOptions<?>, Boolean> SIGN_SAML_REQUEST = DECLARED
		.flag("signSAMLRequest");

	/**
	 * {@code signatureAlgorithm}: Signature algorithm of requests: {@code rsa-sha256} or
	 * {@code rsa-sha1}.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> SIGNATURE_ALGORITHM = DECLARED
		.text("signatureAlgorithm");

	/**
	 * {@code digestAlgorithm}: Digest algorithm of requests: {@code sha256} or
	 * {@code sha1}.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, String> DIGEST_ALGORITHM = DECLARED.text("digestAlgorithm");

	/** {@code idpinitiated}: IdP-initiated sign-in. */
	public static final ConnectionOption<SamlIdpOptions<?>, IdpInitiated> IDP_INITIATED = DECLARED.add("idpinitiated",
			IdpInitiated.TYPE);

	/** {@code decryptionKey}: Key pair that decrypts assertions. */
	public static final ConnectionOption<SamlIdpOptions<?>, KeyPair> DECRYPTION_KEY = DECLARED.add("decryptionKey",
			KeyPair.TYPE);

	/**
	 * {@code assertion_decryption_settings}: Encryption algorithms that are accepted in
	 * assertions.
	 */
	public static final ConnectionOption<SamlIdpOptions<?>, AssertionDecryptionSettings> ASSERTION_DECRYPTION_SETTINGS = DECLARED
		.add("assertion_decryption_settings", AssertionDecryptionSettings.TYPE);

	SamlIdpOptions() {
	}

}
