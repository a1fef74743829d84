// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.CertificateDescriptor;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.ConnectionDescriptor;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.VendorDescriptor;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SsoConnectionsEndpointTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

	private static final Instant EXPIRY = Instant.parse("2027-01-15T08:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private final VirtualTime time = new VirtualTime();

	private final List<Integer> limits = new ArrayList<>();

	@Test
	void showsConnectionsByVendor() {
		CatalogEntry acme = new CatalogEntry("clerk", Account.DEFAULT, "ent_1", "Acme", "saml", "saml_okta", true,
				List.of("acme.com"), List.of(new CatalogCertificate(null, null, null, EXPIRY)));
		CatalogEntry hooli = new CatalogEntry("other", Account.DEFAULT, "con_1", "Hooli", null, null, false, List.of(),
				null);
		CatalogEntry umbrella = new CatalogEntry("other", Account.DEFAULT, "con_2", null, null, null, null, List.of(),
				null);
		List<VendorDescriptor> vendors = read(catalog("clerk", Mono.just(new Page<>(List.of(acme), 41L))),
				catalog("other", Mono.just(new Page<>(List.of(hooli, umbrella), null))));
		assertThat(vendors).containsExactly(
				new VendorDescriptor("clerk", Account.DEFAULT, null,
						List.of(new ConnectionDescriptor("ent_1", "Acme", "saml", "saml_okta", "active",
								List.of("acme.com"), "expiring", EXPIRY,
								List.of(new CertificateDescriptor("expiring", null, EXPIRY, null, null, null)))),
						41L),
				new VendorDescriptor("other", Account.DEFAULT, null, List.of(
						new ConnectionDescriptor("con_1", "Hooli", null, null, "inactive", List.of(), null, null, null),
						new ConnectionDescriptor("con_2", null, null, null, "unknown", List.of(), null, null, null)),
						null));
	}

	@Test
	void showsCertificatesEachAndTakenTogether() {
		CatalogCertificate old = new CatalogCertificate("aa", "CN=old", NOW.minusSeconds(9), NOW.minusSeconds(1));
		CatalogCertificate current = new CatalogCertificate("bb", "CN=current", NOW.minusSeconds(5),
				NOW.plusSeconds(5));
		CatalogCertificate next = new CatalogCertificate("cc", "CN=next", NOW.plusSeconds(5), Instant.MAX);
		assertThat(certificates(List.of(old, current, next)))
			.isEqualTo(new ConnectionDescriptor("con_1", null, "saml", null, "active", List.of(), "valid", Instant.MAX,
					List.of(new CertificateDescriptor("expired", NOW.minusSeconds(9), NOW.minusSeconds(1), "aa",
							"CN=old", null),
							new CertificateDescriptor("critical", NOW.minusSeconds(5), NOW.plusSeconds(5), "bb",
									"CN=current", null),
							new CertificateDescriptor("not-yet-valid", NOW.plusSeconds(5), Instant.MAX, "cc", "CN=next",
									null))));
	}

	@Test
	void distinguishesNoCertificatesFromUnknownCertificates() {
		assertThat(certificates(List.of())).isEqualTo(
				new ConnectionDescriptor("con_1", null, "saml", null, "active", List.of(), "none", null, List.of()));
		assertThat(certificates(null)).isEqualTo(
				new ConnectionDescriptor("con_1", null, "saml", null, "active", List.of(), "unknown", null, null));
	}

	private ConnectionDescriptor certificates(List<CatalogCertificate> certificates) {
		CatalogEntry entry = new CatalogEntry("clerk", Account.DEFAULT, "con_1", null, "saml", null, true, List.of(),
				certificates);
		return read(catalog("clerk", Mono.just(new Page<>(List.of(entry), null)))).get(0).connections().get(0);
	}

	@Test
	void reportsWhyWhenVendorFailsAndShowsTheOthers() {
		List<VendorDescriptor> vendors = read(catalog("clerk",
				Mono.error(new SsoApiException.Unauthorized(new SsoApiException.Details(Account.ofDefault("clerk"),
						"x.list", 401, "canary", List.of(), null, null, false, null)))),
				catalog("other", Mono.just(new Page<>(List.of(), 0L))));
		assertThat(vendors).containsExactly(new VendorDescriptor("clerk", Account.DEFAULT, "unauthorized", null, null),
				new VendorDescriptor("other", Account.DEFAULT, null, List.of(), 0L));
	}

	@Test
	void reportsThatVendorFailedWhenItsCatalogThrows() {
		ConnectionCatalog broken = new ConnectionCatalog() {

			@Override
			public String vendor() {
				return "broken";
			}

			@Override
			public Flux<CatalogEntry> listAll() {
				throw new IllegalStateException("More than one request");
			}

			@Override
			public Mono<Page<CatalogEntry>> list(int limit) {
				throw new IllegalStateException("canary");
			}

		};
		assertThat(read(broken)).containsExactly(new VendorDescriptor("broken", Account.DEFAULT, "failed", null, null));
	}

	@Test
	void completesWithinTheTimeoutWhenVendorDoesNotRespond() {
		SsoConnectionsEndpoint endpoint = endpoint(catalog("clerk", Mono.never()),
				catalog("other", Mono.just(new Page<>(List.of(), 0L))));
		this.time.endsAfter(TIMEOUT, endpoint.connections(null, null, null))
			.assertNext((descriptor) -> assertThat(descriptor.vendors()).containsExactly(
					new VendorDescriptor("clerk", Account.DEFAULT, "unavailable", null, null),
					new VendorDescriptor("other", Account.DEFAULT, null, List.of(), 0L)))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void disablesRetriesAndSetsItsOwnTimeout() {
		AtomicReference<CallOptions> options = new AtomicReference<>();
		read(catalog("clerk", Mono.deferContextual((context) -> {
			options.set(CallOptions.from(context));
			return Mono.just(new Page<>(List.of(), 0L));
		})));
		assertThat(options.get().maxAttempts()).isEqualTo(1);
		assertThat(options.get().timeout()).isPositive().isLessThan(TIMEOUT);
	}

	@Test
	void requestsTheGivenNumber() {
		SsoConnectionsEndpoint endpoint = endpoint(catalog("clerk", Mono.just(new Page<>(List.of(), 0L))));
		endpoint.connections(null, null, null).block(LONG);
		endpoint.connections(1, null, null).block(LONG);
		endpoint.connections(100, null, null).block(LONG);
		assertThat(this.limits).containsExactly(25, 1, 100);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 101, Integer.MAX_VALUE })
	void rejectsLimitOutOfBounds(int limit) {
		SsoConnectionsEndpoint endpoint = endpoint(catalog("clerk", Mono.never()));
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> endpoint.connections(limit, null, null))
			.withMessage("'limit' must be between 1 and 100");
		assertThat(this.limits).isEmpty();
	}

	private List<VendorDescriptor> read(ConnectionCatalog... catalogs) {
		return endpoint(catalogs).connections(null, null, null).block(LONG).vendors();
	}

	private SsoConnectionsEndpoint endpoint(ConnectionCatalog... catalogs) {
		return new SsoConnectionsEndpoint(List.of(catalogs), () -> null, TIMEOUT, CertificateLint.Thresholds.DEFAULT,
				CLOCK, this.time::scheduler);
	}

	private ConnectionCatalog catalog(String vendor, Mono<Page<CatalogEntry>> page) {
		return new ConnectionCatalog() {

			@Override
			public String vendor() {
				return vendor;
			}

			@Override
			public Flux<CatalogEntry> listAll() {
				throw new IllegalStateException("More than one request");
			}

			@Override
			public Mono<Page<CatalogEntry>> list(int limit) {
				SsoConnectionsEndpointTests.this.limits.add(limit);
				return page;
			}

		};
	}

}
