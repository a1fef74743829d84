// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;

import io.github.ssoconnections.client.DocumentClient;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.unit.DataSize;

/**
 * Default {@link OidcDiscoveryClient}.
 */
final class DefaultOidcDiscoveryClient implements OidcDiscoveryClient {

	private static final DocumentClient.Source SOURCE = new DocumentClient.Source("idp", "discovery.fetch",
			"application/json, */*;q=0.1", ForbiddenAddressException.class);

	/** The limit at Auth0. */
	private static final DataSize MAX_SIZE = DataSize.ofKilobytes(128);

	private final FilteredDocuments documents;

	DefaultOidcDiscoveryClient(SamlMetadataSettings settings, ObservationRegistry observations) {
		this(settings, observations, FilteredDocuments.Connectors.of(settings));
	}

	DefaultOidcDiscoveryClient(SamlMetadataSettings settings, ObservationRegistry observations,
			FilteredDocuments.Connectors connectors) {
		this.documents = new FilteredDocuments(settings, SOURCE, settings.timeout(), MAX_SIZE, observations,
				connectors);
	}

	@Override
	public Mono<OidcDiscovery> fetch(String issuer) {
		String url = OidcDiscovery.url(issuer);
		URI uri = MetadataUrl.parse(url);
		return FilteredDocuments.<OidcDiscovery>missingTransport()
			.switchIfEmpty(Mono.defer(() -> this.documents.clientFor(uri)
				.get(uri, (document) -> OidcDiscovery.parse(url, document))
				.subscribeOn(Schedulers.boundedElastic())));
	}

}
