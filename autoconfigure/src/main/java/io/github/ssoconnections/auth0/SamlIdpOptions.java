// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the options of every SAML IdP have in common.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class SamlIdpOptions<B extends SamlIdpOptions<B>> extends StrategyOptions<B>
		permits SamlpOptions, PingFederateOptions {

	SamlIdpOptions() {
	}

	/**
	 * Return the SSO URL of the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signInEndpoint() {
		return text("signInEndpoint");
	}

	/**
	 * Set the SSO URL of the IdP.
	 * @param signInEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public B signInEndpoint(@Nullable String signInEndpoint) {
		return put("signInEndpoint", signInEndpoint);
	}

	/**
	 * Return the signing certificate of the IdP as it is written, PEM or DER in base64.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signingCert() {
		return text("signingCert");
	}

	/**
	 * Set the signing certificate of the IdP as it is written, PEM or DER in base64.
	 * Auth0 answers it as {@link #cert}.
	 * @param signingCert the value, may be {@code null}
	 * @return these options
	 */
	public B signingCert(@Nullable String signingCert) {
		return put("signingCert", signingCert);
	}

	/**
	 * Return the signing certificate of the IdP as Auth0 keeps it.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String cert() {
		return text("cert");
	}

	/**
	 * Set the signing certificate of the IdP as Auth0 keeps it.
	 * @param cert the value, may be {@code null}
	 * @return these options
	 */
	public B cert(@Nullable String cert) {
		return put("cert", cert);
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
	public B thumbprints(@Nullable List<String> thumbprints) {
		return put("thumbprints", thumbprints);
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
	public B entityId(@Nullable String entityId) {
		return put("entityId", entityId);
	}

	/**
	 * Return the binding of requests to the IdP: {@code
	 * urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST} or {@code …:HTTP-Redirect}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String protocolBinding() {
		return text("protocolBinding");
	}

	/**
	 * Set the binding of requests to the IdP: {@code
	 * urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST} or {@code …:HTTP-Redirect}.
	 * @param protocolBinding the value, may be {@code null}
	 * @return these options
	 */
	public B protocolBinding(@Nullable String protocolBinding) {
		return put("protocolBinding", protocolBinding);
	}

	/**
	 * Return whether requests to the IdP are signed.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean signSamlRequest() {
		return flag("signSAMLRequest");
	}

	/**
	 * Set whether requests to the IdP are signed.
	 * @param signSamlRequest the value, may be {@code null}
	 * @return these options
	 */
	public B signSamlRequest(@Nullable Boolean signSamlRequest) {
		return put("signSAMLRequest", signSamlRequest);
	}

	/**
	 * Return how requests are signed: {@code rsa-sha256} or {@code rsa-sha1}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signatureAlgorithm() {
		return text("signatureAlgorithm");
	}

	/**
	 * Set how requests are signed: {@code rsa-sha256} or {@code rsa-sha1}.
	 * @param signatureAlgorithm the value, may be {@code null}
	 * @return these options
	 */
	public B signatureAlgorithm(@Nullable String signatureAlgorithm) {
		return put("signatureAlgorithm", signatureAlgorithm);
	}

	/**
	 * Return how requests are digested: {@code sha256} or {@code sha1}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String digestAlgorithm() {
		return text("digestAlgorithm");
	}

	/**
	 * Set how requests are digested: {@code sha256} or {@code sha1}.
	 * @param digestAlgorithm the value, may be {@code null}
	 * @return these options
	 */
	public B digestAlgorithm(@Nullable String digestAlgorithm) {
		return put("digestAlgorithm", digestAlgorithm);
	}

	/**
	 * Return what happens when the IdP starts a sign-in.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable IdpInitiated idpinitiated() {
		return part("idpinitiated", IdpInitiated.class, IdpInitiated::new);
	}

	/**
	 * Set what happens when the IdP starts a sign-in.
	 * @param idpinitiated the value, may be {@code null}
	 * @return these options
	 */
	public B idpinitiated(@Nullable IdpInitiated idpinitiated) {
		return put("idpinitiated", idpinitiated);
	}

	/**
	 * Return the key pair that assertions are decrypted with.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable KeyPair decryptionKey() {
		KeyPair pair = part("decryptionKey", KeyPair.class, KeyPair::new);
		Secret key = secret("decryptionKey");
		return (pair == null && key != null) ? new KeyPair().key(key.value()) : pair;
	}

	/**
	 * Set the key pair that assertions are decrypted with.
	 * @param decryptionKey the value, may be {@code null}
	 * @return these options
	 */
	public B decryptionKey(@Nullable KeyPair decryptionKey) {
		return put("decryptionKey", decryptionKey);
	}

	/**
	 * Return which algorithms may have encrypted an assertion.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable AssertionDecryptionSettings assertionDecryptionSettings() {
		return part("assertion_decryption_settings", AssertionDecryptionSettings.class,
				AssertionDecryptionSettings::new);
	}

	/**
	 * Set which algorithms may have encrypted an assertion.
	 * @param assertionDecryptionSettings the value, may be {@code null}
	 * @return these options
	 */
	public B assertionDecryptionSettings(@Nullable AssertionDecryptionSettings assertionDecryptionSettings) {
		return put("assertion_decryption_settings", assertionDecryptionSettings);
	}

}
