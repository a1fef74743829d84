// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CertificateMetersTests {

	private static final Instant START = VirtualMonitor.START;

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final TestCatalog catalog = new TestCatalog("clerk");

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void countsDownToExpiryAndBeyond() {
		VirtualMonitor virtual = start(this.catalog.with("ent_1", START.plus(Duration.ofHours(2))));
		assertThat(expiry("ent_1")).isEqualTo(7200 - 15);
		virtual.advance(Duration.ofMinutes(30));
		assertThat(expiry("ent_1")).isEqualTo(5400 - 15);
		virtual.advance(Duration.ofMinutes(90));
		assertThat(expiry("ent_1")).isEqualTo(-15);
		assertThat(gauge("sso.connections.certificate.expiry", "connection.id", "ent_1").getId().getTags())
			.containsExactlyInAnyOrder(Tag.of("vendor", "clerk"), Tag.of("account", "default"),
					Tag.of("connection.id", "ent_1"), Tag.of("active", "true"));
	}

	@Test
	void keepsAccountsApart() {
		TestCatalog europe = new TestCatalog("clerk", "europe").with("ent_1", START).with("ent_2", START);
		start(this.catalog.with("ent_1", START.plus(Duration.ofDays(90))), europe);
		assertThat(this.registry.find("sso.connections.certificates")
			.tags("active", "true")
			.gauges()
			.stream()
			.filter((gauge) -> gauge.value() > 0)
			.map((gauge) -> gauge.getId().getTag("account") + " " + gauge.getId().getTag("state") + " "
					+ (int) gauge.value()))
			.containsExactlyInAnyOrder("default valid 1", "europe expired 2");
		assertThat(this.registry.find("sso.connections.certificate.expiry").gauges())
			.extracting((gauge) -> gauge.getId().getTag("account"), (gauge) -> gauge.getId().getTag("connection.id"))
			.containsExactlyInAnyOrder(tuple("default", "ent_1"), tuple("europe", "ent_1"), tuple("europe", "ent_2"));
		assertThat(this.registry.find("sso.connections.certificate.sweep.age").gauges()).hasSize(2);
	}

	@Test
	void goesWithConnectionAndFollowsCertificate() {
		VirtualMonitor virtual = start(this.catalog.with("ent_1", START).with("ent_2", START));
		assertThat(connections()).containsExactlyInAnyOrder("ent_1", "ent_2");
		this.catalog.with("ent_2", START.plus(Duration.ofDays(1))).without("ent_1");
		virtual.refresh();
		assertThat(connections()).containsExactly("ent_2");
		assertThat(expiry("ent_2")).isEqualTo(Duration.ofHours(23).toSeconds() - 15);
	}

	@Test
	void followsAChangeOfThisApplicationBeforeTheNextRefresh() {
		VirtualMonitor virtual = start(this.catalog.with("ent_1", START).with("ent_2", START).with("ent_3", START));
		assertThat(List.of(expiry("ent_1"), expiry("ent_2"), expiry("ent_3"))).containsOnly(-15.0);
		TestCatalog later = new TestCatalog("clerk").with("ent_1", START.plus(Duration.ofDays(365)))
			.with("ent_2", false, TestCatalog.certificate("ent_2", null, START));
		change(virtual, Kind.UPDATED, "ent_1", later.get("ent_1").block(LIMIT));
		change(virtual, Kind.UPDATED, "ent_2", later.get("ent_2").block(LIMIT));
		change(virtual, Kind.DELETED, "ent_3", null);
		assertThat(expiry("ent_1")).isEqualTo(Duration.ofDays(365).toSeconds() - 15);
		assertThat(expiry("ent_2")).isNaN();
		assertThat(expiry("ent_3")).isNaN();
	}

	@Test
	void followsAChangedExpiryOfAClientSecretBeforeTheNextRefresh() {
		VirtualMonitor virtual = start(this.catalog.withSecret("ent_1", true, START).withSecret("ent_2", true, START));
		TestCatalog later = new TestCatalog("clerk").withSecret("ent_1", true, START.plus(Duration.ofHours(2)))
			.withSecret("ent_2", true, null);
		change(virtual, Kind.UPDATED, "ent_1", later.get("ent_1").block(LIMIT));
		change(virtual, Kind.UPDATED, "ent_2", later.get("ent_2").block(LIMIT));
		assertThat(gauge("sso.connections.oidc.secret.expiry", "connection.id", "ent_1").value()).isEqualTo(7200 - 15);
		assertThat(gauge("sso.connections.oidc.secret.expiry", "connection.id", "ent_2").value()).isNaN();
	}

	private static void change(VirtualMonitor virtual, Kind kind, String id, CatalogEntry entry) {
		virtual.index()
			.onChange(new ConnectionChanged("clerk", "default", kind, Origin.OPERATION, "test", id, null, List.of(),
					null, null, null, virtual.now()), entry);
	}

	@Test
	void countsDownToTheExpiryOfClientSecrets() {
		VirtualMonitor virtual = start(this.catalog.with("ent_1", START)
			.withSecret("ent_2", true, START.plus(Duration.ofHours(2)))
			.withSecret("ent_3", false, START));
		assertThat(connections()).containsExactly("ent_1");
		assertThat(secrets()).containsExactlyInAnyOrder("ent_2 true 7185", "ent_3 false -15");
		this.catalog.withSecret("ent_2", true, null).withSecret("ent_3", true, START);
		virtual.refresh();
		assertThat(secrets()).containsExactly("ent_3 true -3615");
	}

	@Test
	void showsTheHundredActiveClientSecretsThatExpireFirst() {
		IntStream.range(0, 120)
			.forEach((i) -> this.catalog.withSecret("ent_" + i, i >= 10, START.plusSeconds(3615 - i)));
		start(this.catalog);
		assertThat(secrets()).hasSize(100)
			.contains("ent_119 true 3481", "ent_20 true 3580")
			.noneMatch((secret) -> secret.contains("false"));
	}

	private List<String> secrets() {
		return this.registry.find("sso.connections.oidc.secret.expiry")
			.gauges()
			.stream()
			.map((gauge) -> gauge.getId().getTag("connection.id") + " " + gauge.getId().getTag("active") + " "
					+ (int) gauge.value())
			.toList();
	}

	@Test
	void showsEndThatIsTooFarAwayForMilliseconds() {
		this.catalog.with("ent_1", Instant.MAX);
		start(this.catalog);
		assertThat(expiry("ent_1")).isGreaterThan(1e16);
	}

	@Test
	void showsHundredSoonest() {
		IntStream.range(0, 300).forEach((i) -> {
			int day = (i * 7) % 300;
			this.catalog.with("ent_" + day, START.plus(Duration.ofDays(day - 20)));
		});
		VirtualMonitor virtual = start(this.catalog);
		assertThat(connections()).isEqualTo(ids(0, 100));
		this.catalog.without(ids(0, 10).toArray(String[]::new));
		virtual.refresh();
		assertThat(connections()).isEqualTo(ids(10, 110));
	}

	@Test
	void showsHundredSoonestOfAllAccounts() {
		TestCatalog other = new TestCatalog("other");
		IntStream.range(0, 99).forEach((i) -> this.catalog.with("ent_" + i, START));
		other.with("con_1", START.plusSeconds(1)).with("con_2", START.plusSeconds(2));
		start(this.catalog, other);
		assertThat(connections()).hasSize(100).contains("con_1").doesNotContain("con_2");
	}

	@Test
	void showsInactiveConnectionsLast() {
		IntStream.range(0, 99).forEach((i) -> this.catalog.with("ent_" + i, START.plus(Duration.ofDays(99))));
		this.catalog.with("old_1", false, new CatalogCertificate(null, null, null, START.minusSeconds(2)));
		this.catalog.with("old_2", false, new CatalogCertificate(null, null, null, START.minusSeconds(1)));
		start(this.catalog);
		assertThat(connections()).hasSize(100).contains("old_1").doesNotContain("old_2");
		assertThat(gauge("sso.connections.certificate.expiry", "connection.id", "old_1").getId().getTag("active"))
			.isEqualTo("false");
	}

	@Test
	void leavesOutWhatHasNoEnd() {
		this.catalog.with("none", true).with("unknown", true, new CatalogCertificate(null, null, null, null));
		start(this.catalog);
		assertThat(connections()).isEmpty();
		assertThat(count("none", "true")).isEqualTo(1);
		assertThat(count("unknown", "true")).isEqualTo(1);
	}

	@Test
	void countsByStateAsTimePasses() {
		this.catalog.with("ent_1", START.plus(Duration.ofDays(31)))
			.with("ent_2", START.plus(Duration.ofDays(8)))
			.with("ent_3", false, new CatalogCertificate(null, null, null, START));
		VirtualMonitor virtual = start(this.catalog);
		assertThat(count("valid", "true")).isEqualTo(1);
		assertThat(count("expiring", "true")).isEqualTo(1);
		assertThat(count("expired", "true")).isZero();
		assertThat(count("expired", "false")).isEqualTo(1);
		this.catalog.responding(Flux.error(new IllegalStateException("No more refreshes")));
		virtual.advance(Duration.ofDays(2));
		assertThat(count("valid", "true")).isZero();
		assertThat(count("expiring", "true")).isEqualTo(1);
		assertThat(count("critical", "true")).isEqualTo(1);
		virtual.advance(Duration.ofDays(30));
		assertThat(count("expired", "true")).isEqualTo(2);
	}

	@Test
	void bindsTheLastRefreshToALateRegistry() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", START)).start();
		new CertificateMeters(virtual.monitor()).bindTo(this.registry);
		assertThat(connections()).containsExactly("ent_1");
	}

	@Test
	void reportsTimeSinceTheLastRefresh() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog);
		new CertificateMeters(virtual.monitor()).bindTo(this.registry);
		assertThat(age()).isNaN();
		assertThat(count("valid", "true")).isNaN();
		virtual.index().start();
		virtual.advance(Duration.ofSeconds(14));
		assertThat(age()).isEqualTo(14);
		virtual.advance(Duration.ofSeconds(1));
		assertThat(age()).isZero();
		assertThat(count("valid", "true")).isZero();
		this.catalog.responding(Flux.error(new IllegalStateException("canary")));
		virtual.advance(Duration.ofHours(5));
		assertThat(age()).isEqualTo(Duration.ofHours(5).toSeconds());
	}

	@Test
	void isWhatIsDocumented() {
		start(this.catalog.with("ent_1", START).withSecret("ent_2", true, START));
		for (CertificateMeter meter : CertificateMeter.values()) {
			List<Gauge> gauges = List.copyOf(this.registry.get(meter.getName()).gauges());
			assertThat(gauges).isNotEmpty().allSatisfy((gauge) -> {
				assertThat(gauge.getId().getBaseUnit()).isEqualTo(meter.getBaseUnit());
				assertThat(gauge.getId().getType()).isEqualTo(meter.getType());
				assertThat(gauge.getId().getTags()).extracting(Tag::getKey)
					.containsExactlyInAnyOrder(
							List.of(meter.getKeyNames()).stream().map(KeyName::asString).toArray(String[]::new));
			});
		}
		assertThat(this.registry.getMeters()).extracting(Meter::getId)
			.extracting(Meter.Id::getName)
			.containsOnly(
					List.of(CertificateMeter.values()).stream().map(CertificateMeter::getName).toArray(String[]::new));
	}

	private VirtualMonitor start(TestCatalog... catalogs) {
		VirtualMonitor virtual = new VirtualMonitor(catalogs);
		new CertificateMeters(virtual.monitor()).bindTo(this.registry);
		return virtual.start();
	}

	private Gauge gauge(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge();
	}

	private double expiry(String id) {
		return gauge("sso.connections.certificate.expiry", "connection.id", id).value();
	}

	private double count(String state, String active) {
		return gauge("sso.connections.certificates", "vendor", "clerk", "state", state, "active", active).value();
	}

	private double age() {
		return gauge("sso.connections.certificate.sweep.age", "vendor", "clerk").value();
	}

	private Set<String> connections() {
		return this.registry.find("sso.connections.certificate.expiry")
			.gauges()
			.stream()
			.map((gauge) -> gauge.getId().getTag("connection.id"))
			.collect(Collectors.toSet());
	}

	private static Set<String> ids(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> "ent_" + i).collect(Collectors.toSet());
	}

}
