// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import reactor.core.publisher.Mono;

/**
 * Client for the signing certificate of the IdP of SAML connections, of strategy
 * {@code samlp} or {@code pingfederate}. Auth0 uses <strong>one</strong> certificate per
 * connection. There is no time at which it trusts the old and the new one, so the switch
 * must take place at the moment at which the IdP switches; sign-ins in between fail.
 * {@link CertificateSwitch#switchedAt()} is that moment at Auth0.
 * <p>
 * Auth0 replaces all options at a write. Each change reads the connection, leaves out
 * what Auth0 derived from the old certificate ({@code cert}, {@code expires},
 * {@code subject}, {@code thumbprints}, {@code metadataXml}, and {@code metadataUrl} or
 * {@code signingCert}), sends every other option with the value that it has, and the
 * display name, and reads the connection again to compare. Options that are {@code null}
 * are not sent.
 * <p>
 * Updates are serialized per connection for everything that shares an
 * {@link Auth0Client}. Auth0 has no conditional update: a write of another process at the
 * same time can be overwritten, or reported as
 * {@link CertificateSwitch#changedOptions()}.
 * <p>
 * Needs the scopes {@code read:connections}, {@code read:connections_options},
 * {@code update:connections} and {@code update:connections_options}. Every failure is an
 * {@link SsoApiException}: {@link SsoApiException.InvalidRequest} without a status is a
 * change that was rejected before it was sent, {@link SsoApiException.Forbidden} a scope
 * that is missing. Cancellation stops a change before its write. Once started, the write
 * and the read after it run to completion.
 *
 * @see <a href=
 * "https://auth0.com/docs/authenticate/identity-providers/enterprise-identity-providers/saml">Auth0:
 * Connect Your Application to SAML Identity Providers</a>
 */
public interface Auth0ConnectionCertificates {

	/**
	 * Create a client for a tenant.
	 * @param client the client of the tenant, which serializes updates per connection
	 * @return the client
	 */
	static Auth0ConnectionCertificates create(Auth0Client client) {
		return new DefaultAuth0ConnectionCertificates(client);
	}

	/**
	 * Make Auth0 read the metadata at the {@code metadataUrl} of the connection again,
	 * which Auth0 does not do by itself for SAML. Of the options that have to do with the
	 * certificate, the URL alone is sent. The metadata replaces the certificate and the
	 * URLs of the IdP. The document is not checked: see
	 * {@link #refresh(String, Function)}.
	 * @param connectionId the id of the connection
	 * @return the switch; {@link SsoApiException.InvalidRequest} if the connection has no
	 * metadata URL, or Auth0 cannot read the document
	 */
	Mono<CertificateSwitch> refresh(String connectionId);

	/**
	 * Fetch and check the metadata, then make Auth0 read it again. Auth0 fetches the
	 * document itself, and uses one of its certificates: which one of several is not
	 * documented.
	 * @param connectionId the id of the connection
	 * @param fetch fetches the metadata at a URL, such as
	 * {@code SamlMetadataClient::fetch}
	 * @return the switch, as for {@link #refresh(String)}, complete if Auth0 uses the
	 * certificate of the fetched document. If not exactly one certificate in it is valid
	 * now, {@link SsoApiException.InvalidRequest} with the list of them, and nothing is
	 * written: name the wanted one with {@link #refresh(String, Function, String)}. If
	 * {@code fetch} fails, its failure, and nothing is written;
	 * {@link SsoApiException.Unavailable} if it takes longer than the call timeout. Other
	 * updates do not wait for it: if the metadata URL of the connection changes in the
	 * meantime, {@link SsoApiException.InvalidRequest}
	 */
	Mono<CertificateSwitch> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch);

	/**
	 * Fetch and check the metadata, then make Auth0 read it again, while the IdP
	 * publishes several valid certificates, as in a rotation. The document decides which
	 * one Auth0 uses, not this call: {@link CertificateSwitch#isComplete()} is whether it
	 * is the named one.
	 * @param connectionId the id of the connection
	 * @param fetch fetches the metadata at a URL, such as
	 * {@code SamlMetadataClient::fetch}
	 * @param sha256 the SHA-256 fingerprint of the wanted certificate, 64 hexadecimal
	 * digits, with or without colons
	 * @return the switch, as for {@link #refresh(String, Function)};
	 * {@link SsoApiException.InvalidRequest} if the document has no such certificate, or
	 * the present one is valid now and the named one is not, and nothing is written
	 */
	Mono<CertificateSwitch> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch, String sha256);

	/**
	 * Replace the certificate. If the connection uses the certificate already, nothing is
	 * written.
	 * @param connectionId the id of the connection
	 * @param certificate the certificate, and what may be given up for it
	 * @return the switch; {@link SsoApiException.InvalidRequest} if the connection is not
	 * a SAML connection, if it has a metadata URL that is not
	 * {@linkplain ReplacementCertificate#givingUpMetadataUrl() given up}, or if the
	 * present certificate is valid now and the new one is not
	 */
	Mono<CertificateSwitch> replace(String connectionId, ReplacementCertificate certificate);

	/**
	 * Replace the certificate, and keep the metadata URL: rejected if the connection has
	 * one.
	 * @param connectionId the id of the connection
	 * @param certificate the certificate
	 * @return the switch, as for {@link #replace(String, ReplacementCertificate)}
	 */
	default Mono<CertificateSwitch> replace(String connectionId, SigningCertificate certificate) {
		return replace(connectionId, ReplacementCertificate.of(certificate));
	}

}
