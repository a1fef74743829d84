// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.DocumentClient;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.unit.DataSize;

/**
 * Client with connectors of {@link SafeConnector}, which are created on first use.
 */
final class DefaultSamlMetadataClient implements SamlMetadataClient {

	private static final DocumentClient.Source SOURCE = new DocumentClient.Source("idp", "metadata.fetch",
			"application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
			ForbiddenAddressException.class);

	/** The limit of the parser. */
	private static final DataSize MAX_SIZE = DataSize.ofMegabytes(1);

	private static final DataSize MAX_FEDERATION_SIZE = DataSize.ofMegabytes(100);

	private final Set<URI> federations;

	private final FilteredDocuments documents;

	private final FilteredDocuments federationDocuments;

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations) {
		this(settings, observations, FilteredDocuments.Connectors.of(settings));
	}

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations,
			FilteredDocuments.Connectors connectors) {
		this.federations = settings.federations()
			.stream()
			.map(MetadataUrl::parse)
			.collect(Collectors.toUnmodifiableSet());
		this.documents = new FilteredDocuments(settings, SOURCE, settings.timeout(), MAX_SIZE, observations,
				connectors);
		this.federationDocuments = new FilteredDocuments(settings, SOURCE, settings.federationTimeout(),
				MAX_FEDERATION_SIZE, observations, connectors);
	}

	@Override
	public Mono<SamlMetadata> fetch(String url, @Nullable String entityId) {
		URI uri = MetadataUrl.parse(url);
		Assert.isTrue(entityId == null || !entityId.isBlank(), "'entityId' must not be blank");
		boolean federation = this.federations.contains(uri);
		Assert.isTrue(!federation || entityId != null, "'entityId' must be given to fetch from a federation");
		return FilteredDocuments.<SamlMetadata>missingTransport()
			.switchIfEmpty(Mono.defer(() -> fetch(uri, entityId, federation).subscribeOn(Schedulers.boundedElastic())));
	}

	private Mono<SamlMetadata> fetch(URI uri, @Nullable String entityId, boolean federation) {
		if (federation && entityId != null) {
			return this.federationDocuments.clientFor(uri)
				.stream(uri, (document) -> SamlMetadata.parseFederation(document, entityId));
		}
		return this.documents.clientFor(uri).get(uri, (document) -> SamlMetadata.parse(document, entityId));
	}

}
