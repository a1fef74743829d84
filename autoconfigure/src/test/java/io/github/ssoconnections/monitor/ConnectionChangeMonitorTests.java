// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.fleet.PublishedEventStore;
import io.github.ssoconnections.fleet.VirtualFleetTime;
import io.github.ssoconnections.fleet.VirtualInstance;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.VirtualIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes made elsewhere, as the difference of two refreshes.
 */
class ConnectionChangeMonitorTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private static final CatalogEntry ENTRY = new CatalogEntry("clerk", Account.DEFAULT, "ent_1", "Acme",
			CatalogEntry.SAML, "saml_okta", true, List.of("acme.com"), List.of(certificate("a")),
			new CatalogEntry.Details(false, false, null, "https://idp", List.of("org_1"), List.of("client"), null,
					Instant.EPOCH));

	private final TestCatalog catalog = new TestCatalog("clerk") {

		@Override
		public CatalogEntry toEntry(Object connection) {
			return (CatalogEntry) connection;
		}

	};

	private final VirtualIndex virtual = new VirtualIndex(this.catalog);

	private final List<ConnectionChanged> events = new ArrayList<>();

	ConnectionChangeMonitorTests() {
		new ConnectionChangeMonitor(this.virtual.index(),
				EventPublications.create((event) -> this.events.add((ConnectionChanged) event)));
	}

	@Test
	void publishesNothingAtTheFirstRefreshAndNothingWithoutAChange() {
		this.catalog.with(ENTRY);
		this.virtual.refresh().refresh();
		assertThat(this.events).isEmpty();
	}

	@Test
	void publishesConnectionsThatWereCreatedChangedAndDeleted() {
		this.catalog.with(ENTRY).with("ent_2", Instant.MAX);
		this.virtual.refresh();
		this.catalog.with(changed("Acme Inc.", true, List.of("acme.com", "acme.de"), "b"))
			.with("ent_3", Instant.MAX)
			.without("ent_2");
		this.virtual.advance(Duration.ofMinutes(1)).refresh();
		Instant now = this.virtual.now();
		assertThat(this.events).extracting((event) -> event.withKey(null))
			.containsExactlyInAnyOrder(
					new ConnectionChanged("clerk", "default", Kind.UPDATED, Origin.REFRESH, null, "ent_1", "Acme Inc.",
							List.of("name", "domains", "certificates"), List.of("a"), List.of("b"), null, now),
					new ConnectionChanged("clerk", "default", Kind.CREATED, Origin.REFRESH, null, "ent_3",
							"Customer ent_3", List.of(), null, List.of("ent_3"), null, now),
					new ConnectionChanged("clerk", "default", Kind.DELETED, Origin.REFRESH, null, "ent_2",
							"Customer ent_2", List.of(), List.of("ent_2"), null, null, now));
		this.events.clear();
		this.virtual.refresh();
		assertThat(this.events).as("Once").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "active", "domains", "certificates", "allowSubdomains", "idpEntityId",
			"organizationIds", "clientIds", "provider", "protocol", "updatedAt" })
	void namesWhatDiffers(String component) {
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		this.catalog.with(differing(component));
		this.virtual.refresh();
		assertThat(this.events).singleElement()
			.satisfies((event) -> assertThat(event.changedFields()).containsExactly(component));
	}

	@Test
	void takesWhatIsUnknownForUnchanged() {
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		CatalogEntry unknown = new CatalogEntry("clerk", Account.DEFAULT, "ent_1", null, null, null, null, List.of(),
				null, new CatalogEntry.Details(true, null, null, null, null, null, null, null));
		this.catalog.with(unknown);
		this.virtual.refresh();
		this.catalog.with(ENTRY.withCertificates(List.of(new CatalogCertificate(null, null, null, null))));
		this.virtual.refresh();
		assertThat(this.events).isEmpty();
	}

	@Test
	void ignoresOrderCaseAndTheNotedExpiryOfASecret() {
		this.catalog.with(changed("Acme", true, List.of("acme.com", "acme.de"), "a", "b"));
		this.virtual.refresh();
		CatalogEntry other = changed("Acme", true, List.of("ACME.DE", "acme.com"), "b", "a");
		this.catalog.with(other.withDetails(other.details().withOidcSecretExpiresAt(Instant.MAX)));
		this.virtual.refresh();
		assertThat(this.events).isEmpty();
	}

	@Test
	void publishesNothingThatThisApplicationDid() {
		this.catalog.with(ENTRY).with("ent_2", Instant.MAX);
		this.virtual.refresh();
		CatalogEntry changed = changed("Acme Inc.", false, List.of("acme.de"), "b");
		this.catalog.with(changed).without("ent_2");
		this.virtual.index().onChange(operation(Kind.UPDATED, "ent_1"), changed);
		this.virtual.index().onChange(operation(Kind.DELETED, "ent_2"), null);
		this.virtual.refresh();
		this.virtual.index().reread(CLERK, "ent_1").subscribe();
		this.virtual.advance(Duration.ZERO);
		assertThat(this.events).isEmpty();
	}

	@Test
	void publishesWhatAnEventOfTheVendorHintsAt() {
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		this.catalog.with(changed("Acme Inc.", true, List.of("acme.com"), "a"));
		this.virtual.index().reread(CLERK, "ent_1").subscribe();
		this.virtual.advance(Duration.ZERO);
		assertThat(this.events).singleElement().satisfies((event) -> {
			assertThat(event.origin()).isEqualTo(Origin.VENDOR_EVENT);
			assertThat(event.changedFields()).containsExactly("name");
		});
		this.virtual.refresh();
		assertThat(this.events).hasSize(1);
	}

	@Test
	void publishesNothingWhenTheIndexCannotKeepAllConnections() {
		List<Object> published = new ArrayList<>();
		VirtualIndex small = new VirtualIndex(
				new ConnectionIndexSettings(Duration.ofMinutes(5), Duration.ZERO, 1, List.of()),
				this.catalog.with(ENTRY));
		new ConnectionChangeMonitor(small.index(), EventPublications.create(published::add));
		small.refresh();
		this.catalog.without("ent_1");
		this.catalog.with("ent_2", Instant.MAX).with(ENTRY);
		small.refresh();
		this.catalog.without("ent_2");
		small.refresh();
		assertThat(small.index().accounts().get(0).connections()).containsOnlyKeys("ent_1");
		assertThat(published).isEmpty();
	}

	@Test
	void publishesNothingAfterARefreshThatFailed() {
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		this.catalog.responding(Flux.error(new IllegalStateException("canary")));
		this.virtual.refresh();
		assertThat(this.events).isEmpty();
	}

	private static CatalogEntry changed(String name, Boolean active, List<String> domains, String... certificates) {
		return new CatalogEntry("clerk", Account.DEFAULT, "ent_1", name, CatalogEntry.SAML, "saml_okta", active,
				domains, List.of(certificates).stream().map(ConnectionChangeMonitorTests::certificate).toList(),
				ENTRY.details());
	}

	private static CatalogEntry differing(String component) {
		CatalogEntry.Details before = ENTRY.details();
		CatalogEntry.Details details = new CatalogEntry.Details(false, component.equals("allowSubdomains"), null,
				component.equals("idpEntityId") ? "other" : before.idpEntityId(),
				component.equals("organizationIds") ? List.of() : before.organizationIds(),
				component.equals("clientIds") ? List.of("other") : before.clientIds(), null,
				component.equals("updatedAt") ? Instant.MAX : before.updatedAt());
		return new CatalogEntry("clerk", Account.DEFAULT, "ent_1", component.equals("name") ? "Other" : "Acme",
				component.equals("protocol") ? CatalogEntry.OIDC : CatalogEntry.SAML,
				component.equals("provider") ? "other" : "saml_okta", !component.equals("active"),
				component.equals("domains") ? List.of("acme.de") : List.of("acme.com"),
				List.of(certificate(component.equals("certificates") ? "b" : "a")), details);
	}

	private static CatalogCertificate certificate(String name) {
		return TestCatalog.certificate(name, null, Instant.MAX);
	}

	@Test
	void hasAKeyOfTheStateThatIsTheSameInEveryInstance() {
		List<ConnectionChanged> other = new ArrayList<>();
		VirtualIndex second = new VirtualIndex(this.catalog);
		new ConnectionChangeMonitor(second.index(),
				EventPublications.create((event) -> other.add((ConnectionChanged) event)));
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		second.refresh();
		this.catalog.with(differing("name"));
		this.virtual.refresh();
		second.advance(Duration.ofMinutes(3)).refresh();
		assertThat(this.events).hasSize(1);
		assertThat(other).extracting(ConnectionChanged::key).containsExactly(this.events.get(0).key());
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		this.catalog.with(differing("name"));
		this.virtual.refresh();
		assertThat(this.events).extracting(ConnectionChanged::key).doesNotContainNull();
		assertThat(this.events.get(1).key()).isNotEqualTo(this.events.get(0).key());
		assertThat(this.events.get(2).key()).as("The same state again").isEqualTo(this.events.get(0).key());
		this.catalog.without("ent_1");
		this.virtual.refresh();
		assertThat(this.events.get(3).key()).isEqualTo("clerk/default/connection/ent_1/deleted");
	}

	@Test
	void completesAnEventOfTheVendorOnceItWasPublished() {
		VirtualFleetTime time = new VirtualFleetTime();
		VirtualInstance instance = new VirtualInstance(time, null, PublishedEventStore.inMemory(100, time.clock()),
				Duration.ofMinutes(5));
		ConnectionChangeMonitor monitor = new ConnectionChangeMonitor(this.virtual.index(), instance.publications());
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		this.catalog.with(differing("name"));
		AtomicInteger completed = new AtomicInteger();
		monitor.onVendorEvent(CLERK, new VendorHint("ent_1", Kind.UPDATED, null, "event_1", this.virtual.now()))
			.subscribe(null, null, completed::incrementAndGet);
		this.virtual.advance(Duration.ZERO);
		assertThat(instance.events()).isEmpty();
		assertThat(completed).as("The offset must not be stored yet").hasValue(0);
		instance.start();
		time.pass(Duration.ofMillis(1));
		assertThat(instance.events()).hasSize(1);
		assertThat(completed).hasValue(1);
	}

	@Test
	void hasTheSameKeyForAnOperationOfAnotherInstance() {
		this.catalog.with(ENTRY);
		this.virtual.refresh();
		VirtualIndex second = new VirtualIndex(this.catalog).refresh();
		ConnectionChangeMonitor writing = new ConnectionChangeMonitor(second.index(),
				EventPublications.create((event) -> {
				}));
		CatalogEntry changed = differing("name");
		this.catalog.with(changed);
		ConnectionChanged event = operation(Kind.UPDATED, "ent_1");
		AccountRefresh applied = second.index().onChange(event, changed);
		this.virtual.refresh();
		assertThat(writing.ofOperation(event, applied).key()).isEqualTo(this.events.get(0).key()).isNotNull();
		AccountRefresh again = second.index().onChange(event, changed);
		assertThat(writing.ofOperation(event, again).key()).as("Nothing that another instance can find").isNull();
	}

	private static ConnectionChanged operation(Kind kind, String id) {
		return new ConnectionChanged("clerk", Account.DEFAULT, kind, Origin.OPERATION, "x.update", id, null, List.of(),
				null, null, null, Instant.EPOCH);
	}

}
