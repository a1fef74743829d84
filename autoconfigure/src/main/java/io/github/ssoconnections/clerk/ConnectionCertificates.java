// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import reactor.core.publisher.Mono;

/**
 * The signing certificates that a connection trusts, changed one at a time without losing
 * the others. Clerk itself knows only the whole list: each change reads it, merges,
 * writes all of it and reads it again.
 * <p>
 * Changes to one connection are made one after the other by all that share a
 * {@link ClerkClient}. Clerk has no conditional update: another process that writes
 * between the read and the write of a change is overwritten, and finds that out when it
 * reads again; one that writes after it shows as {@link CertificateChange#lost()}.
 * <p>
 * Every failure is an {@link SsoApiException}; {@link SsoApiException.InvalidRequest}
 * without a status is a change that was refused here, before it was sent. Cancelling
 * stops what has not begun to write; a write that has begun is made and looked at to its
 * end.
 *
 * @see EnterpriseConnectionCertificates
 * @see SamlConnectionCertificates
 */
public interface ConnectionCertificates {

	/**
	 * List the certificates, expired ones included.
	 * @param id the id of the connection
	 * @return the certificates, the primary one first, empty if there are none
	 */
	Mono<List<SigningCertificate>> list(String id);

	/**
	 * Trust another certificate beside those that are trusted. One that is trusted
	 * already is left as it is, and nothing is written.
	 * @param id the id of the connection
	 * @param certificate the certificate
	 * @return what has changed; {@link SsoApiException.InvalidRequest} if there are five
	 * already, as many as Clerk takes
	 */
	Mono<CertificateChange> add(String id, SigningCertificate certificate);

	/**
	 * Trust certificates no longer. Those that are not trusted anyway are passed over; if
	 * that leaves none, nothing is written.
	 * @param id the id of the connection
	 * @param sha256 the SHA-256 fingerprints, 64 hexadecimal digits each, with or without
	 * colons
	 * @return what has changed; {@link SsoApiException.InvalidRequest} if no certificate
	 * would be left, or none that is valid now
	 */
	Mono<CertificateChange> remove(String id, String... sha256);

	/**
	 * Trust expired certificates no longer. If there are none, nothing is written.
	 * @param id the id of the connection
	 * @return what has changed; {@link SsoApiException.InvalidRequest} if all of them
	 * have expired
	 */
	Mono<CertificateChange> removeExpired(String id);

	/**
	 * Trust a certificate in the place of another, in one write: when there are five, or
	 * the IdP has changed it already. The one that is not trusted anyway is passed over.
	 * @param id the id of the connection
	 * @param sha256 the SHA-256 fingerprint of the one to trust no longer
	 * @param certificate the one to trust
	 * @return what has changed; {@link SsoApiException.InvalidRequest} if none would be
	 * left that is valid now
	 */
	Mono<CertificateChange> replace(String id, String sha256, SigningCertificate certificate);

	/**
	 * Have Clerk read the metadata again that it has the URL of, which it does not do by
	 * itself. What the metadata says then replaces entity ID, SSO URL and all
	 * certificates, those included that were added here. It takes as long as the IdP
	 * needs to answer Clerk. The document is not seen here: see
	 * {@link #refreshMetadata(String, Function)} to have it checked before.
	 * @param id the id of the connection
	 * @return what has changed; {@link SsoApiException.InvalidRequest} if the connection
	 * has no metadata URL, or Clerk cannot read what is there
	 */
	Mono<CertificateChange> refreshMetadata(String id);

	/**
	 * Have Clerk read the metadata again, after it was read and checked here. Clerk reads
	 * the URL once more: a document that changes in between is not the one that was
	 * checked.
	 * @param id the id of the connection
	 * @param fetch reads the metadata at a URL, such as {@code SamlMetadataClient::fetch}
	 * @return what has changed, as of {@link #refreshMetadata(String)}; also
	 * {@link SsoApiException.InvalidRequest}, and nothing is written, if the document has
	 * no signing certificate that can be read; a failure of {@code fetch} is passed on,
	 * and nothing is written
	 */
	Mono<CertificateChange> refreshMetadata(String id, Function<String, Mono<SamlMetadata>> fetch);

}
