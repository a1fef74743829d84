// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.DocumentClient;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;

/**
 * Fetches over a {@link SafeConnector}, which is made for the first fetch.
 */
final class DefaultSamlMetadataClient implements SamlMetadataClient {

	private static final DocumentClient.Source SOURCE = new DocumentClient.Source("idp", "metadata.fetch",
			"application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
			ForbiddenAddressException.class);

	/** As much as the parser takes. */
	private static final DataSize MAX_SIZE = DataSize.ofMegabytes(1);

	private static final DataSize MAX_FEDERATION_SIZE = DataSize.ofMegabytes(100);

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			DefaultSamlMetadataClient.class.getClassLoader());

	private final Set<String> allowedHosts;

	private final Set<URI> federations;

	private final Supplier<DocumentClient> judging;

	private final Supplier<DocumentClient> trusting;

	private final Supplier<DocumentClient> judgingFederation;

	private final Supplier<DocumentClient> trustingFederation;

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations) {
		this(settings, observations,
				() -> SafeConnector.judging(new ExternalAddresses(settings.allowedAddresses()), settings.sslBundle()),
				() -> SafeConnector.trusting(settings.sslBundle()));
	}

	DefaultSamlMetadataClient(SamlMetadataSettings settings, ObservationRegistry observations,
			Supplier<ClientHttpConnector> judging, Supplier<ClientHttpConnector> trusting) {
		this.allowedHosts = settings.allowedHosts()
			.stream()
			.map(MetadataUrl::normalize)
			.collect(Collectors.toUnmodifiableSet());
		this.federations = settings.federations()
			.stream()
			.map(MetadataUrl::parse)
			.collect(Collectors.toUnmodifiableSet());
		this.judging = documents(settings.timeout(), MAX_SIZE, observations, judging);
		this.trusting = documents(settings.timeout(), MAX_SIZE, observations, trusting);
		this.judgingFederation = documents(settings.federationTimeout(), MAX_FEDERATION_SIZE, observations, judging);
		this.trustingFederation = documents(settings.federationTimeout(), MAX_FEDERATION_SIZE, observations, trusting);
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
					"Metadata is fetched with Reactor Netty only, as no other client tells what it connects to: "
							+ "add 'io.projectreactor.netty:reactor-netty-http'"));
		}
		boolean allowed = this.allowedHosts.contains(MetadataUrl.normalize(uri.getHost()));
		boolean federation = this.federations.contains(uri);
		Assert.isTrue(!federation || entityId != null, "'entityId' must be given to fetch from a federation");
		// Making the client reads files, which is nothing for an event loop
		return Mono.defer(() -> fetch(uri, entityId, allowed, federation).subscribeOn(Schedulers.boundedElastic()));
	}

	private Mono<SamlMetadata> fetch(URI uri, @Nullable String entityId, boolean allowed, boolean federation) {
		if (federation && entityId != null) {
			Supplier<DocumentClient> client = (allowed) ? this.trustingFederation : this.judgingFederation;
			return Mono
				.defer(() -> client.get().stream(uri, (document) -> SamlMetadata.parseFederation(document, entityId)));
		}
		Supplier<DocumentClient> client = (allowed) ? this.trusting : this.judging;
		return Mono.defer(() -> client.get().get(uri, (document) -> SamlMetadata.parse(document, entityId)));
	}

}
