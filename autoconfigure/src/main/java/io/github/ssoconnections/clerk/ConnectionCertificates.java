// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import reactor.core.publisher.Mono;

/**
 * Client for the trusted signing certificates of a connection, which adds and removes
 * single certificates and keeps the others. Clerk supports the complete list only: each
 * change reads the list, merges it, writes the complete list, and reads it again.
 * <p>
 * Updates are serialized per connection for everything that shares a {@link ClerkClient}.
 * Clerk has no conditional update: a write of another process between the read and the
 * write of a change is overwritten, which that process detects when it reads the list
 * again. A later write of another process is reported as
 * {@link CertificateChange#lost()}.
 * <p>
 * Every failure is an {@link SsoApiException}; {@link SsoApiException.InvalidRequest}
 * without a status is a change that was rejected before it was sent. Cancellation stops a
 * change before its write. Once started, the write and the read after it run to
 * completion.
 *
 * @see EnterpriseConnectionCertificates
 * @see SamlConnectionCertificates
 */
public interface ConnectionCertificates {

	/**
	 * List the certificates, including expired certificates.
	 * @param id the id of the connection
	 * @return the certificates, the primary certificate first; an empty list if there are
	 * none
	 */
	Mono<List<SigningCertificate>> list(String id);

	/**
	 * Add a trusted certificate. If it is trusted already, nothing is written.
	 * @param id the id of the connection
	 * @param certificate the certificate
	 * @return the change; {@link SsoApiException.InvalidRequest} if there are five
	 * certificates already, the maximum at Clerk
	 */
	Mono<CertificateChange> add(String id, SigningCertificate certificate);

	/**
	 * Remove trusted certificates. Certificates that are not trusted are ignored; if no
	 * certificate is left to remove, nothing is written.
	 * @param id the id of the connection
	 * @param sha256 the SHA-256 fingerprints, 64 hexadecimal digits each, with or without
	 * colons
	 * @return the change; {@link SsoApiException.InvalidRequest} if no certificate would
	 * be left, or no valid certificate
	 */
	Mono<CertificateChange> remove(String id, String... sha256);

	/**
	 * Remove expired certificates. If there are none, nothing is written.
	 * @param id the id of the connection
	 * @return the change; {@link SsoApiException.InvalidRequest} if all certificates have
	 * expired
	 */
	Mono<CertificateChange> removeExpired(String id);

	/**
	 * Replace a trusted certificate in one write, if there are five certificates, or the
	 * IdP has switched to the new certificate already. A certificate to remove that is
	 * not trusted is ignored.
	 * @param id the id of the connection
	 * @param sha256 the SHA-256 fingerprint of the certificate to remove
	 * @param certificate the certificate to add
	 * @return the change; {@link SsoApiException.InvalidRequest} if no valid certificate
	 * would be left
	 */
	Mono<CertificateChange> replace(String id, String sha256, SigningCertificate certificate);

	/**
	 * Make Clerk read the metadata at the metadata URL of the connection again, which
	 * Clerk does not do by itself. The metadata replaces entity ID, SSO URL and all
	 * certificates, including certificates that were added. The call takes as long as the
	 * response of the IdP to Clerk. The document is not checked: see
	 * {@link #refreshMetadata(String, Function)}.
	 * @param id the id of the connection
	 * @return the change; {@link SsoApiException.InvalidRequest} if the connection has no
	 * metadata URL, or Clerk cannot read the document
	 */
	Mono<CertificateChange> refreshMetadata(String id);

	/**
	 * Fetch and check the metadata, then make Clerk read it again. Clerk fetches the
	 * document itself: if the document changes in between, Clerk reads a document that
	 * was not checked.
	 * @param id the id of the connection
	 * @param fetch fetches the metadata at a URL, such as
	 * {@code SamlMetadataClient::fetch}
	 * @return the change, as for {@link #refreshMetadata(String)}. If the document has no
	 * readable signing certificate, {@link SsoApiException.InvalidRequest}, and nothing
	 * is written. If {@code fetch} fails, its failure, and nothing is written
	 */
	Mono<CertificateChange> refreshMetadata(String id, Function<String, Mono<SamlMetadata>> fetch);

}
