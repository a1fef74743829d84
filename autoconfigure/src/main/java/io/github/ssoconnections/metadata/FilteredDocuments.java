// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.ssoconnections.client.DocumentClient;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;

/**
 * Clients for documents at untrusted addresses: one that filters addresses, and one for
 * the hosts whose addresses are not checked. Both are created on first use.
 */
final class FilteredDocuments {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			FilteredDocuments.class.getClassLoader());

	private final Set<String> allowedHosts;

	private final Supplier<DocumentClient> filtered;

	private final Supplier<DocumentClient> unrestricted;

	FilteredDocuments(SamlMetadataSettings settings, DocumentClient.Source source, Duration timeout, DataSize maxSize,
			ObservationRegistry observations, Connectors connectors) {
		this.allowedHosts = settings.allowedHosts()
			.stream()
			.map(MetadataUrl::normalize)
			.collect(Collectors.toUnmodifiableSet());
		this.filtered = SingletonSupplier
			.of(() -> new DocumentClient(connectors.filtered().get(), source, timeout, maxSize, observations));
		this.unrestricted = SingletonSupplier
			.of(() -> new DocumentClient(connectors.unrestricted().get(), source, timeout, maxSize, observations));
	}

	DocumentClient clientFor(URI uri) {
		return (this.allowedHosts.contains(MetadataUrl.normalize(uri.getHost())) ? this.unrestricted : this.filtered)
			.get();
	}

	/**
	 * Return the failure of every fetch without Reactor Netty.
	 * @param <T> the type of the document
	 * @return the failure, empty with Reactor Netty
	 */
	static <T> Mono<T> missingTransport() {
		return REACTOR_NETTY ? Mono.empty()
				: Mono.error(() -> new IllegalStateException(
						"Fetching metadata requires Reactor Netty, the only client that allows filtering of addresses: "
								+ "add 'io.projectreactor.netty:reactor-netty-http'"));
	}

	/**
	 * Connectors, created on first use.
	 *
	 * @param filtered the connector that filters addresses
	 * @param unrestricted the connector that does not
	 */
	record Connectors(Supplier<ClientHttpConnector> filtered, Supplier<ClientHttpConnector> unrestricted) {

		static Connectors of(SamlMetadataSettings settings) {
			return new Connectors(() -> SafeConnector.filtering(new ExternalAddresses(settings.allowedAddresses()),
					settings.sslBundle()), () -> SafeConnector.unrestricted(settings.sslBundle()));
		}

	}

}
