// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Client for SAML metadata at URLs from untrusted sources, such as a customer's
 * administrator. It connects to addresses of the public Internet only, unless
 * {@link SamlMetadataSettings others are allowed}; does not follow redirects; is limited
 * to 1 MiB and 8 s, including parsing; and sends nothing of the application: no
 * credentials, headers, cookies or trace context.
 * <p>
 * A host name is resolved once, its addresses are filtered, and the client connects to
 * one of the remaining addresses. The same applies with a proxy from the JVM's system
 * properties ({@code https.proxyHost}): the proxy receives the address, not the name.
 * Names that only the proxy can resolve must be configured as allowed hosts; they are
 * passed to the proxy without a check.
 * <p>
 * Reactor Netty is required, even if the application uses another connector, because no
 * other client allows filtering of resolved addresses. Without it, every fetch fails with
 * an {@link IllegalStateException}.
 */
public interface SamlMetadataClient {

	/**
	 * Fetch the metadata of the only IdP in a document.
	 * @param url the document's address, {@code https} only
	 * @return the metadata. Fails with {@link ForbiddenAddressException} if the host has
	 * no external or allowed address, with an {@link SsoApiException} of the vendor
	 * {@code idp} if the document cannot be fetched, such as
	 * {@link SsoApiException.MalformedResponse} for a redirect or a document that is too
	 * large, with {@link InvalidMetadataException} if it is not metadata, and with
	 * {@link SeveralIdpsException} if it contains several IdPs. {@link CallOptions}
	 * override the timeout
	 * @throws IllegalArgumentException if the URL is invalid, such as
	 * {@link UnverifiableHostException}
	 */
	default Mono<SamlMetadata> fetch(String url) {
		return fetch(url, null);
	}

	/**
	 * Fetch the metadata of one of several IdPs in a document.
	 * <p>
	 * If the URL is among the {@link SamlMetadataSettings#withFederations federations of
	 * the settings}, the document is limited to 100 MiB, with a separate timeout (60 s).
	 * It is parsed as a stream, and only the requested entity is kept, which is limited
	 * to 1 MiB and must be unique. The signature of the document is <strong>not
	 * verified</strong>: https to this URL is trusted.
	 * @param url the document's address, {@code https} only
	 * @param entityId the entity id of the IdP, or {@code null} for the only IdP;
	 * required for a federation
	 * @return the metadata; fails as {@link #fetch(String)}
	 * @throws IllegalArgumentException if the URL is invalid
	 */
	Mono<SamlMetadata> fetch(String url, @Nullable String entityId);

	/**
	 * Create a client. No thread or connection is created before the first fetch.
	 * @param settings the settings
	 * @return the client
	 */
	static SamlMetadataClient create(SamlMetadataSettings settings) {
		return create(settings, ObservationRegistry.NOOP);
	}

	/**
	 * Create a client. No thread or connection is created before the first fetch.
	 * @param settings the settings
	 * @param observations the registry for observations of fetches
	 * @return the client
	 */
	static SamlMetadataClient create(SamlMetadataSettings settings, ObservationRegistry observations) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(observations, "'observations' must not be null");
		return new DefaultSamlMetadataClient(settings, observations);
	}

}
