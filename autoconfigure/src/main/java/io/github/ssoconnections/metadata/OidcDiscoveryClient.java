// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import io.github.ssoconnections.Assert;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

/**
 * Client for OIDC discovery documents at URLs from untrusted sources, such as a
 * customer's administrator. It connects as {@link SamlMetadataClient} does: to addresses
 * of the public Internet only, unless {@link SamlMetadataSettings others are allowed},
 * without redirects, and within 8 s; documents are limited to 128 KiB.
 */
public interface OidcDiscoveryClient {

	/**
	 * Fetch the discovery document of an issuer.
	 * @param issuer the issuer, or the address of the document, {@code https} only
	 * @return the document; fails with an
	 * {@link io.github.ssoconnections.SsoApiException}, with a
	 * {@link ForbiddenAddressException} if the host has no allowed address, and with an
	 * {@link IllegalArgumentException} if the document is no JSON object
	 * @throws IllegalArgumentException if the URL is invalid
	 */
	Mono<OidcDiscovery> fetch(String issuer);

	/**
	 * Create a client. No thread or connection is created before the first fetch.
	 * @param settings the settings; federations do not apply
	 * @param observations the registry for observations of fetches
	 * @return the client
	 */
	static OidcDiscoveryClient create(SamlMetadataSettings settings, ObservationRegistry observations) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(observations, "'observations' must not be null");
		return new DefaultOidcDiscoveryClient(settings, observations);
	}

}
