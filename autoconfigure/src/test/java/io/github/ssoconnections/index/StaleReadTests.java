// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What vendors say late, wrongly or not at all.
 */
class StaleReadTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private Mono<CatalogEntry> read;

	private final TestCatalog catalog = new TestCatalog("clerk") {

		@Override
		public CatalogEntry toEntry(Object connection) {
			return (CatalogEntry) connection;
		}

		@Override
		public Mono<CatalogEntry> get(String id) {
			return (StaleReadTests.this.read != null) ? StaleReadTests.this.read : super.get(id);
		}

	};

	private final VirtualIndex virtual = new VirtualIndex(this.catalog);

	private final List<ConnectionChanged> events = new ArrayList<>();

	StaleReadTests() {
		new ConnectionChangeMonitor(this.virtual.index(),
				EventPublications.create((event) -> this.events.add((ConnectionChanged) event)));
	}

	private List<String> at(String domain) {
		return this.virtual.index().findByDomain(domain).stream().map(CatalogEntry::id).toList();
	}

	private void write(Kind kind, String id, CatalogEntry entry) {
		this.virtual.index()
			.onChange(new ConnectionChanged("clerk", "default", kind, Origin.OPERATION, "x", id, null, List.of(), null,
					null, null, Instant.EPOCH), entry);
	}

	@Test
	void findsAConnectionAgainThatWasMissedAndDenied() {
		this.catalog.with(TestEntries.clerk("1", true, null, "acme.com"));
		this.virtual.refresh();
		this.catalog.responding(Flux.empty());
		this.read = Mono.empty();
		this.virtual.refresh();
		assertThat(at("acme.com")).isEmpty();
		this.catalog.recover();
		this.virtual.refresh();
		assertThat(at("acme.com")).as("It is in the list").containsExactly("1");
		assertThat(this.events).extracting(ConnectionChanged::kind).containsExactly(Kind.DELETED, Kind.CREATED);
	}

	@Test
	void keepsANewerChangeOfThisApplicationFromALateRead() {
		this.catalog.with(TestEntries.clerk("1", true, null, "old.com"));
		this.virtual.refresh();
		Sinks.One<CatalogEntry> late = Sinks.one();
		this.read = late.asMono();
		this.virtual.index().reread(CLERK, "1").subscribe();
		write(Kind.UPDATED, "1", TestEntries.clerk("1", true, null, "new.com"));
		late.tryEmitValue(TestEntries.clerk("1", true, null, "old.com"));
		this.virtual.advance(Duration.ZERO);
		assertThat(at("new.com")).containsExactly("1");
		assertThat(at("old.com")).isEmpty();
		assertThat(this.events).isEmpty();
	}

	@Test
	void doesNotBringBackWhatThisApplicationHasDeleted() {
		CatalogEntry entry = TestEntries.clerk("1", true, null, "acme.com");
		this.catalog.with(entry);
		this.virtual.refresh();
		write(Kind.DELETED, "1", null);
		this.virtual.index().reread(CLERK, "1").subscribe();
		this.virtual.advance(Duration.ZERO).refresh();
		assertThat(at("acme.com")).isEmpty();
		assertThat(this.events).isEmpty();
		write(Kind.CREATED, "1", entry);
		this.virtual.refresh();
		assertThat(at("acme.com")).as("Unless it has created it again").containsExactly("1");
	}

	@Test
	void publishesNothingOfAChangeBetweenTheEndOfARefreshAndItsListeners() {
		this.catalog.with(TestEntries.clerk("1", true, null, "acme.com"));
		List<ConnectionChanged> published = new ArrayList<>();
		VirtualIndex other = new VirtualIndex(this.catalog);
		CatalogEntry own = TestEntries.clerk("2", true, null, "own.com");
		other.index()
			.onRefresh((refresh) -> other.index()
				.onChange(new ConnectionChanged("clerk", "default", Kind.CREATED, Origin.OPERATION, "x", "2", null,
						List.of(), null, null, null, Instant.EPOCH), own));
		new ConnectionChangeMonitor(other.index(),
				EventPublications.create((event) -> published.add((ConnectionChanged) event)));
		other.refresh();
		this.catalog.with(own);
		other.refresh();
		assertThat(published).isEmpty();
	}

	@Test
	void findsAChangeThatWasUnreadableInBetween() {
		this.catalog.with(TestEntries.clerk("1", true, null, "a.com"));
		this.virtual.refresh();
		this.catalog.with(new CatalogEntry("clerk", "default", "1", "Customer 1", CatalogEntry.SAML, "saml_okta", true,
				List.of(), null, new CatalogEntry.Details(true, null, null, null, List.of(), null, null, null)));
		this.virtual.refresh();
		assertThat(at("a.com")).as("As known before").containsExactly("1");
		assertThat(this.virtual.index().lookUpDomain("a.com").isComplete()).isFalse();
		this.catalog.with(TestEntries.clerk("1", true, null, "b.com"));
		this.virtual.refresh();
		assertThat(this.events).singleElement()
			.satisfies((event) -> assertThat(event.changedFields()).containsExactly("domains"));
	}

	@Test
	void saysThatItHasNoRoomForAChangeOfThisApplication() {
		VirtualIndex small = new VirtualIndex(
				new ConnectionIndexSettings(Duration.ofMinutes(5), Duration.ZERO, 1, List.of()),
				this.catalog.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		assertThat(small.index().findByDomain("own.com")).isEmpty();
		small.index()
			.onChange(new ConnectionChanged("clerk", "default", Kind.CREATED, Origin.OPERATION, "x", "2", null,
					List.of(), null, null, null, Instant.EPOCH), TestEntries.clerk("2", true, null, "own.com"));
		assertThatExceptionOfType(ConnectionsNotKnownException.class)
			.isThrownBy(() -> small.index().findByDomain("own.com"));
	}

	@Test
	void cannotTellThatThereIsNoConflictWhenConnectionsAreUnknown() {
		VirtualIndex index = new VirtualIndex(new TestCatalog("auth0").with(TestEntries.incomplete("con_1"))).refresh();
		assertThatExceptionOfType(ConnectionsNotKnownException.class).isThrownBy(() -> index.index().conflicts());
		StepVerifier.create(index.index().conflictsOf(Account.ofDefault("auth0"), List.of("acme.com")))
			.then(() -> index.advance(Duration.ZERO))
			.expectError(ConnectionsNotKnownException.class)
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void refreshesAgainAfterAStopDuringAListener() {
		this.virtual.index().onRefresh((refresh) -> {
			if (this.virtual.index().isRunning()) {
				this.virtual.index().stop();
			}
		});
		this.catalog.with(TestEntries.clerk("1", true, null, "acme.com"));
		this.virtual.refresh();
		assertThat(this.virtual.index().isRunning()).isFalse();
		assertThat(this.catalog.running()).isZero();
		assertThat(at("acme.com")).containsExactly("1");
	}

}
