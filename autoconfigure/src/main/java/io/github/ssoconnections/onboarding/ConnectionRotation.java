// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import reactor.core.publisher.Mono;

/**
 * Rotation of the signing certificates of the connections of an account, the same at
 * every vendor as far as the vendor supports it: {@link RotationState#unsupported()}. At
 * Clerk, up to five certificates are trusted at a time. At Auth0, it is one, so that
 * sign-ins that the IdP signs with the other one fail from the moment of the switch.
 * <p>
 * No change leaves a connection without a valid certificate that has one. Every failure
 * is an {@link SsoApiException}; {@link SsoApiException.InvalidRequest} without a status
 * is a change that was rejected before it was sent, also because it is not supported.
 */
public interface ConnectionRotation {

	/**
	 * Read the trusted certificates.
	 * @param connectionId the vendor's id of the connection
	 * @return the certificates, their findings, and the actions that are not supported
	 */
	Mono<RotationState> get(String connectionId);

	/**
	 * Trust a further certificate (Clerk). If it is trusted already, nothing is written.
	 * @param connectionId the vendor's id of the connection
	 * @param certificate the certificate
	 * @return the result
	 */
	Mono<RotationResult> add(String connectionId, SigningCertificate certificate);

	/**
	 * Trust a certificate no longer (Clerk). If it is not trusted, nothing is written.
	 * @param connectionId the vendor's id of the connection
	 * @param sha256 the SHA-256 fingerprint, 64 hexadecimal digits, with or without
	 * colons
	 * @return the result
	 */
	Mono<RotationResult> remove(String connectionId, String sha256);

	/**
	 * Trust a certificate in place of another one.
	 * @param connectionId the vendor's id of the connection
	 * @param replacement the certificate, and which one it replaces
	 * @return the result; {@link SsoApiException.InvalidRequest} if there are several
	 * certificates and the replacement does not say which one, or if the connection has a
	 * metadata URL that is not given up (Auth0)
	 */
	Mono<RotationResult> replace(String connectionId, CertificateReplacement replacement);

	/**
	 * Make the vendor read the metadata at the metadata URL of the connection again. The
	 * document is not checked: see {@link #refresh(String, Function)}.
	 * @param connectionId the vendor's id of the connection
	 * @return the result
	 */
	Mono<RotationResult> refresh(String connectionId);

	/**
	 * Fetch and check the metadata, then make the vendor read it again.
	 * @param connectionId the vendor's id of the connection
	 * @param fetch fetches the metadata at a URL, such as
	 * {@code SamlMetadataClient::fetch}
	 * @return the result; {@link SsoApiException.InvalidRequest} if the document has no
	 * usable certificate, or several valid ones (Auth0), and nothing is written
	 */
	Mono<RotationResult> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch);

}
