// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.DocumentClient;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
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

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			DefaultSamlMetadataClient.class.getClassLoader());

	private final Set<String> allowedHosts;

	private final Set<URI> federations;

	private final Supplier<DocumentClient> filtered;

	private final Supplier<DocumentClient> unrestricted;

	private final Supplier<DocumentClient> filteredFederation;

	private final Supplier<DocumentClient> unrestrictedFederation;

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations) {
		this(settings, observations,
				() -> SafeConnector.filtering(new ExternalAddresses(settings.allowedAddresses()), settings.sslBundle()),
				() -> SafeConnector.unrestricted(settings.sslBundle()));
	}

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations,
			Supplier<ClientHttpConnector> filtered, Supplier<ClientHttpConnector> unrestricted) {
		this.allowedHosts = settings.allowedHosts()
			.stream()
			.map(MetadataUrl::normalize)
			.collect(Collectors.toUnmodifiableSet());
		this.federations = settings.federations()
			.stream()
			.map(MetadataUrl::parse)
			.collect(Collectors.toUnmodifiableSet());
		this.filtered = documents(settings.timeout(), MAX_SIZE, observations, filtered);
		this.unrestricted = documents(settings.timeout(), MAX_SIZE, observations, unrestricted);
		this.filteredFederation = documents(settings.federationTimeout(), MAX_FEDERATION_SIZE, observations, filtered);
		this.unrestrictedFederation = documents(settings.federationTimeout(), MAX_FEDERATION_SIZE, observations,
				unrestricted);
	}

	private static Supplier<DocumentClient> documents(Duration timeout, DataSize maxSize,
			ObservationRegistry observations, Supplier<ClientHttpConnector> connector) {
		return SingletonSupplier.of(() -> new DocumentClient(connector.get(), SOURCE, timeout, maxSize, observations));
	}

	@Override
	public Mono<SamlMetadata> fetch(String url, @Nullable String entityId) {
		URI uri = MetadataUrl.parse(url);
		Assert.isTrue(entityId == null || !entityId.isBlank(), "'entityId' must not be blank");
		if (!REACTOR_NETTY) {
			return Mono.error(() -> new IllegalStateException(
					"Fetching metadata requires Reactor Netty, the only client that allows filtering of addresses: "
							+ "add 'io.projectreactor.netty:reactor-netty-http'"));
		}
		boolean allowed = this.allowedHosts.contains(MetadataUrl.normalize(uri.getHost()));
		boolean federation = this.federations.contains(uri);
		Assert.isTrue(!federation || entityId != null, "'entityId' must be given to fetch from a federation");
		return Mono.defer(() -> fetch(uri, entityId, allowed, federation).subscribeOn(Schedulers.boundedElastic()));
	}

	private Mono<SamlMetadata> fetch(URI uri, @Nullable String entityId, boolean allowed, boolean federation) {
		if (federation && entityId != null) {
			Supplier<DocumentClient> client = (allowed) ? this.unrestrictedFederation : this.filteredFederation;
			return Mono
				.defer(() -> client.get().stream(uri, (document) -> SamlMetadata.parseFederation(document, entityId)));
		}
		Supplier<DocumentClient> client = (allowed) ? this.unrestricted : this.filtered;
		return Mono.defer(() -> client.get().get(uri, (document) -> SamlMetadata.parse(document, entityId)));
	}

}
