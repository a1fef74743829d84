// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the refresh of an account with many connections.
 */
@Tag("blockhound")
class LargeAccountTests {

	private static final int CONNECTIONS = 10_000;

	private static final SigningCertificate CERTIFICATE = SigningCertificate
		.parse(TestCertificates.selfSigned("customer", VirtualMonitor.START, Instant.parse("2100-01-01T00:00:00Z")));

	private static final String CERTIFICATES = "\"idp_certificates\":[{\"certificate\":\"" + CERTIFICATE.base64()
			+ "\"}]";

	private final AtomicInteger requests = new AtomicInteger();

	@ParameterizedTest
	@CsvSource({ "100, 200", "500, 40" })
	void makesOneRequestPerPage(int pageSize, int requests) throws InterruptedException {
		RefreshedConnectionIndex index = new RefreshedConnectionIndex(List.of(catalog(pageSize)),
				ConnectionIndexSettings.defaults().withSchedule(Duration.ofHours(1), Duration.ZERO));
		CertificateMonitor monitor = new CertificateMonitor(index, CertificateLint.Thresholds.DEFAULT,
				EventPublications.create((event) -> {
				}));
		MeterRegistry registry = new SimpleMeterRegistry();
		new CertificateMeters(monitor).bindTo(registry);
		CountDownLatch refreshed = new CountDownLatch(1);
		monitor.onRefresh(refreshed::countDown);
		index.start();
		try {
			assertThat(refreshed.await(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			index.stop();
		}
		assertThat(monitor.report().active()).containsEntry(CertificateState.VALID, (long) CONNECTIONS);
		assertThat(this.requests).hasValue(requests);
		assertThat(requests).isLessThanOrEqualTo(2 * (CONNECTIONS / pageSize) + 2);
		assertThat(registry.find(CertificateMeter.EXPIRY.getName()).gauges()).hasSize(100);
		assertThat(index.findByDomain("customer7.example")).extracting(CatalogEntry::id).containsExactly("ent_7");
	}

	private ConnectionCatalog catalog(int pageSize) {
		ApiClientSettings settings = ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled());
		ClerkClient client = ClerkClient.create(WebClient.builder().exchangeFunction(this::respond),
				ClerkConnectionDetails.of("sk_test_1"),
				ClerkSettings.defaults().withPageSize(pageSize).withClient(settings));
		return ClerkConnectionCatalog.create(EnterpriseConnectionService.create(client),
				SamlConnectionService.create(client));
	}

	private Mono<ClientResponse> respond(ClientRequest request) {
		return Mono.fromSupplier(() -> {
			this.requests.incrementAndGet();
			Map<String, String> query = UriComponentsBuilder.fromUri(request.url())
				.build()
				.getQueryParams()
				.toSingleValueMap();
			int offset = Integer.parseInt(query.get("offset"));
			String connection = request.url().getPath().endsWith("/enterprise_connections")
					? "{\"id\":\"ent_%1$d\",\"domains\":[\"customer%1$d.example\"],\"saml_connection\":{\"id\":\"samlc_%1$d\","
							+ CERTIFICATES + "}}"
					: "{\"id\":\"samlc_%1$d\",\"enterprise_connection_id\":\"ent_%1$d\"," + CERTIFICATES + "}";
			String data = IntStream.range(offset, Math.min(offset + Integer.parseInt(query.get("limit")), CONNECTIONS))
				.mapToObj(connection::formatted)
				.collect(Collectors.joining(","));
			return ClientResponse.create(HttpStatus.OK)
				.header("Content-Type", "application/json")
				.body("{\"data\":[" + data + "],\"total_count\":" + CONNECTIONS + "}")
				.build();
		});
	}

}
