// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Fetches the SAML metadata of an IdP from a URL that someone else has entered: a
 * customer's administrator, say. It therefore connects to addresses of the public
 * Internet alone, unless {@link SamlMetadataSettings others are allowed}; follows no
 * redirects; takes 1 MiB and 8 s at most, with what it takes to read the document; and
 * sends nothing of the application's own: no credentials, no headers, no cookies, no
 * trace context.
 * <p>
 * Each name is looked up once, its addresses are judged, and one of those that passed is
 * connected to. Through a proxy, which the JVM's system properties name
 * ({@code https.proxyHost}), it is the same: the proxy is asked for the address, not for
 * the name. Names that only the proxy can look up must be allowed as hosts; these are
 * handed on to the proxy, and not judged.
 * <p>
 * Reactor Netty is needed, whatever connector the application uses for itself: no other
 * client tells what it is about to connect to. Without, every fetch fails with an
 * {@link IllegalStateException}.
 */
public interface SamlMetadataClient {

	/**
	 * Fetch the metadata of the one IdP in a document.
	 * @param url the document's address, {@code https} only
	 * @return the metadata. Fails with {@link ForbiddenAddressException} if the host has
	 * no external or allowed address, with an {@link SsoApiException} of the vendor
	 * {@code idp} if the document cannot be had, such as
	 * {@link SsoApiException.MalformedResponse} for a redirect or a document that is too
	 * large, with {@link InvalidMetadataException} if it is no metadata, and with
	 * {@link SeveralIdpsException} if it holds several IdPs. {@link CallOptions} bound
	 * the time of the call
	 * @throws IllegalArgumentException if the URL cannot be used, such as
	 * {@link UnverifiableHostException}
	 */
	default Mono<SamlMetadata> fetch(String url) {
		return fetch(url, null);
	}

	/**
	 * Fetch the metadata of one IdP out of several in a document.
	 * <p>
	 * If the URL is among the {@link SamlMetadataSettings#withFederations federations of
	 * the settings}, the document may have 100 MiB, and has its own time-out (60 s). It
	 * is read to its end as it comes, and nothing of it is kept but the chosen entity,
	 * which may have 1 MiB and must not be there twice. The signature of the document is
	 * <strong>not verified</strong>: what comes over https from this URL is trusted.
	 * @param url the document's address, {@code https} only
	 * @param entityId the entity id of the IdP, or {@code null} for the only one, which
	 * there is not in a federation
	 * @return the metadata, or a failure as of {@link #fetch(String)}
	 * @throws IllegalArgumentException if the URL cannot be used
	 */
	Mono<SamlMetadata> fetch(String url, @Nullable String entityId);

	/**
	 * Return a client. No thread and no connection is made before the first fetch.
	 * @param settings its bounds
	 * @return the client
	 */
	static SamlMetadataClient create(SamlMetadataSettings settings) {
		return create(settings, ObservationRegistry.NOOP);
	}

	/**
	 * Return a client. No thread and no connection is made before the first fetch.
	 * @param settings its bounds
	 * @param observations where fetches are observed
	 * @return the client
	 */
	static SamlMetadataClient create(SamlMetadataSettings settings, ObservationRegistry observations) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(observations, "'observations' must not be null");
		return new DefaultSamlMetadataClient(settings, observations);
	}

}
