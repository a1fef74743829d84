// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the index knows, when, and how it says what it does not know.
 */
class ConnectionIndexTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private static final Account AUTH0 = Account.ofDefault("auth0");

	private final TestCatalog clerk = new TestCatalog("clerk") {

		@Override
		public CatalogEntry toEntry(Object connection) {
			return (connection instanceof CatalogEntry entry) ? entry : null;
		}

	};

	private final TestCatalog auth0 = new TestCatalog("auth0");

	@Test
	void isAnErrorBeforeTheFirstRefreshOfEachAccount() {
		VirtualIndex virtual = new VirtualIndex(this.clerk, this.auth0.responding(Flux.error(unavailable("auth0"))));
		ConnectionIndex index = virtual.index();
		assertThatExceptionOfType(ConnectionsNotKnownException.class).isThrownBy(() -> index.findByDomain("acme.com"))
			.withMessageContaining("are not known yet")
			.satisfies((failure) -> assertThat(failure.accounts()).containsExactly(CLERK, AUTH0));
		virtual.refresh();
		assertThat(index.refreshedAt()).isNull();
		assertThatExceptionOfType(ConnectionsNotKnownException.class)
			.isThrownBy(() -> index.findByEmail("canary@acme.com"))
			.satisfies((failure) -> {
				assertThat(failure.accounts()).containsExactly(AUTH0);
				assertThat(failure.getMessage()).doesNotContain("canary", "acme");
			});
		assertThatExceptionOfType(ConnectionsNotKnownException.class).isThrownBy(index::conflicts);
		assertThat(index.of(CLERK).findByDomain("acme.com")).as("Of the other account alone").isEmpty();
		this.auth0.recover();
		virtual.refresh();
		assertThat(index.findByDomain("acme.com")).isEmpty();
		assertThat(index.refreshedAt()).isEqualTo(virtual.now());
	}

	@Test
	void keepsRespondingWhenALaterRefreshFails() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		Instant before = virtual.now();
		this.clerk.responding(Flux.error(unavailable("clerk")));
		virtual.advance(Duration.ofMinutes(1)).refresh();
		assertThat(virtual.index().findByDomain("acme.com")).hasSize(1);
		assertThat(virtual.index().refreshedAt()).isEqualTo(before);
		assertThat(virtual.index().accounts().get(0).failure()).isNotNull();
	}

	@Test
	void saysThatConnectionsWithUnknownDomainsMayServeTheDomain() {
		this.auth0.with(TestEntries.auth0("con_1", true, null, "acme.com")).with(TestEntries.incomplete("con_2"));
		ConnectionIndex index = new VirtualIndex(this.auth0).refresh().index();
		ConnectionLookup lookup = index.lookUpDomain("acme.com");
		assertThat(lookup.entries()).extracting(CatalogEntry::id).containsExactly("con_1");
		assertThat(lookup.isComplete()).isFalse();
		assertThat(lookup.gaps()).containsExactly(new AccountGap(AUTH0, 1, 0, false));
		assertThat(index.findByDomain("acme.com")).hasSize(1);
		assertThatExceptionOfType(ConnectionsNotKnownException.class).isThrownBy(() -> index.findByDomain("other.com"))
			.withMessageStartingWith("Cannot tell")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("other"));
		this.auth0.with(TestEntries.auth0("con_2", true, null, "other.com"));
		VirtualIndex again = new VirtualIndex(this.auth0).refresh();
		assertThat(again.index().lookUpDomain("third.com").isComplete()).isTrue();
	}

	@Test
	void saysThatASkippedConnectionMayServeTheDomain() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")).skipping(2);
		VirtualIndex virtual = new VirtualIndex(this.clerk).refresh();
		assertThat(virtual.index().lookUpDomain("acme.com").gaps()).containsExactly(new AccountGap(CLERK, 0, 2, false));
		assertThatExceptionOfType(ConnectionsNotKnownException.class)
			.isThrownBy(() -> virtual.index().findByDomain("other.com"));
		this.clerk.skipping(0);
		assertThat(virtual.refresh().index().findByDomain("other.com")).isEmpty();
	}

	@Test
	void keepsNoMoreConnectionsThanItMay() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "b.com"));
		ConnectionIndexSettings settings = new ConnectionIndexSettings(Duration.ofMinutes(5), Duration.ZERO, 1,
				List.of());
		VirtualIndex virtual = new VirtualIndex(settings, this.clerk).refresh();
		assertThat(virtual.index().lookUpDomain("acme.com").gaps()).containsExactly(new AccountGap(CLERK, 0, 0, true));
		assertThat(virtual.index().accounts().get(0).connections()).containsOnlyKeys("1");
		virtual.index().onChange(change(CLERK, Kind.CREATED, "3"), TestEntries.clerk("3", true, null, "c.com"));
		assertThat(virtual.index().accounts().get(0).connections()).containsOnlyKeys("1");
	}

	@Test
	void findsConflictsAmongWhatIsKnown() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "acme.com"));
		VirtualIndex virtual = new VirtualIndex(this.clerk, this.auth0.responding(Flux.error(unavailable("auth0"))))
			.refresh();
		assertThatExceptionOfType(ConnectionsNotKnownException.class).isThrownBy(virtual.index()::conflicts);
		assertThat(virtual.index().knownConflicts()).hasSize(1);
	}

	@Test
	void makesNoRequestForALookUp() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		for (int i = 0; i < 100; i++) {
			virtual.index().findByEmail("alice@acme.com");
			virtual.index().conflicts();
		}
		assertThat(this.clerk.refreshes()).isEqualTo(1);
		assertThat(this.clerk.reads()).isZero();
	}

	@Test
	void hasChangesOfTheApplicationAtOnce() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")),
				this.auth0)
			.refresh();
		RefreshedConnectionIndex index = virtual.index();
		index.onChange(change(CLERK, Kind.CREATED, "2"), TestEntries.clerk("2", false, null, "new.com", "acme.com"));
		assertThat(index.findByDomain("new.com")).extracting(CatalogEntry::id).containsExactly("2");
		assertThat(index.findByDomain("acme.com")).extracting(CatalogEntry::id).containsExactly("1", "2");
		index.onChange(change(CLERK, Kind.UPDATED, "2"), TestEntries.clerk("2", true, null, "newer.com"));
		assertThat(index.findByDomain("new.com")).isEmpty();
		assertThat(index.findByDomain("acme.com")).extracting(CatalogEntry::id).containsExactly("1");
		assertThat(index.findByDomain("newer.com")).extracting(CatalogEntry::active).containsExactly(true);
		index.onChange(change(CLERK, Kind.UPDATED, "2"), "a part of the connection");
		index.onChange(change(CLERK, Kind.UPDATED, "2"), null);
		assertThat(index.findByDomain("newer.com")).hasSize(1);
		index.onChange(change(AUTH0, Kind.DELETED, "2"), null);
		index.onChange(change(new Account("clerk", "other"), Kind.DELETED, "2"), null);
		assertThat(index.findByDomain("newer.com")).hasSize(1);
		index.onChange(change(CLERK, Kind.DELETED, "2"), null);
		assertThat(index.findByDomain("newer.com")).isEmpty();
		assertThat(this.clerk.refreshes()).isEqualTo(1);
	}

	@Test
	void keepsChangesMadeDuringARefresh() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "two.com"))).refresh();
		Sinks.Many<CatalogEntry> list = Sinks.many().unicast().onBackpressureBuffer();
		this.clerk.responding(list.asFlux());
		virtual.refresh();
		list.tryEmitNext(TestEntries.clerk("1", true, null, "acme.com"));
		list.tryEmitNext(TestEntries.clerk("2", true, null, "two.com"));
		virtual.index().onChange(change(CLERK, Kind.UPDATED, "1"), TestEntries.clerk("1", false, null, "later.com"));
		virtual.index().onChange(change(CLERK, Kind.DELETED, "2"), null);
		virtual.index().onChange(change(CLERK, Kind.CREATED, "3"), TestEntries.clerk("3", true, null, "three.com"));
		list.tryEmitComplete();
		virtual.advance(Duration.ZERO);
		assertThat(virtual.refreshes()).hasSize(2);
		assertThat(virtual.index().findByDomain("later.com")).hasSize(1);
		assertThat(virtual.index().findByDomain("acme.com")).isEmpty();
		assertThat(virtual.index().findByDomain("two.com")).isEmpty();
		assertThat(virtual.index().findByDomain("three.com")).hasSize(1);
	}

	@Test
	void deletesAConnectionOnlyWhenAReadSaysSo() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "two.com"))).refresh();
		this.clerk.responding(Flux.just(TestEntries.clerk("1", true, null, "acme.com")));
		virtual.refresh();
		assertThat(this.clerk.reads()).isEqualTo(1);
		assertThat(virtual.index().findByDomain("two.com")).as("Missed by pagination").hasSize(1);
		this.clerk.without("2");
		virtual.refresh();
		assertThat(this.clerk.reads()).isEqualTo(2);
		assertThat(virtual.index().findByDomain("two.com")).isEmpty();
		virtual.refresh();
		assertThat(this.clerk.reads()).isEqualTo(2);
	}

	@Test
	void ignoresADeletedConnectionThatAListContainsForAWhile() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		virtual.index().onChange(change(CLERK, Kind.DELETED, "1"), null);
		virtual.advance(Duration.ofMinutes(59)).refresh();
		assertThat(virtual.index().findByDomain("acme.com")).isEmpty();
		virtual.advance(Duration.ofMinutes(1)).refresh();
		assertThat(virtual.index().findByDomain("acme.com")).as("In case the deletion failed").hasSize(1);
	}

	@Test
	void keepsAConnectionWhoseDeletionCannotBeConfirmed() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		this.clerk.responding(Flux.empty()).failingReads(unavailable("clerk"));
		virtual.refresh();
		assertThat(this.clerk.reads()).isEqualTo(1);
		assertThat(virtual.index().findByDomain("acme.com")).hasSize(1);
		assertThat(virtual.index().accounts().get(0).failure()).isNull();
	}

	@Test
	void sharesTheNextRefreshBetweenCallsDuringARefresh() {
		Sinks.Many<CatalogEntry> list = Sinks.many().unicast().onBackpressureBuffer();
		VirtualIndex virtual = new VirtualIndex(this.clerk.responding(list.asFlux())).refresh();
		AtomicReference<Boolean> first = new AtomicReference<>(false);
		AtomicReference<Boolean> second = new AtomicReference<>(false);
		virtual.index().refresh().subscribe(null, null, () -> first.set(true));
		virtual.index().refresh().subscribe(null, null, () -> second.set(true));
		assertThat(this.clerk.refreshes()).isEqualTo(1);
		this.clerk.recover();
		list.tryEmitComplete();
		virtual.advance(Duration.ZERO);
		assertThat(this.clerk.refreshes()).isEqualTo(2);
		assertThat(first).hasValue(true);
		assertThat(second).hasValue(true);
	}

	@Test
	void doesNothingBeforeARefreshIsSubscribedTo() {
		VirtualIndex virtual = new VirtualIndex(this.clerk);
		virtual.index().refresh();
		virtual.index().conflictsOf(CLERK, List.of("acme.com"));
		assertThat(virtual.schedulers()).isZero();
		assertThat(this.clerk.refreshes()).isZero();
	}

	@Test
	void failsARefreshAfterTheOtherAccountsWereRead() {
		VirtualIndex virtual = new VirtualIndex(this.auth0.responding(Flux.error(unavailable("auth0"))), this.clerk);
		AtomicReference<Throwable> failure = new AtomicReference<>();
		virtual.index().refresh().subscribe(null, failure::set);
		virtual.advance(Duration.ZERO);
		assertThat(failure.get()).isInstanceOf(SsoApiException.Unavailable.class);
		assertThat(virtual.index().of(CLERK).findByDomain("acme.com")).isEmpty();
	}

	@Test
	void endsARefreshThatIsWaitedForWhenItStops() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.responding(Flux.never()));
		StepVerifier.create(virtual.index().refresh())
			.then(virtual.index()::stop)
			.expectErrorMessage("The index was stopped")
			.verify(Duration.ofSeconds(20));
		assertThat(this.clerk.running()).isZero();
	}

	@Test
	void readsOneConnectionAgain() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")))
			.refresh();
		virtual.refreshes();
		this.clerk.with(TestEntries.clerk("1", true, null, "later.com"));
		virtual.index().reread(CLERK, "1").subscribe();
		virtual.advance(Duration.ZERO);
		assertThat(virtual.index().findByDomain("later.com")).hasSize(1);
		assertThat(virtual.refreshes()).singleElement().satisfies((refresh) -> {
			assertThat(refresh.scope()).isEqualTo(AccountRefresh.Scope.CONNECTION);
			assertThat(refresh.before().get("1").domains()).containsExactly("acme.com");
			assertThat(refresh.after().get("1").domains()).containsExactly("later.com");
		});
		this.clerk.without("1");
		virtual.index().reread(CLERK, "1").subscribe();
		virtual.advance(Duration.ZERO);
		assertThat(virtual.index().findByDomain("later.com")).isEmpty();
		assertThat(this.clerk.refreshes()).isEqualTo(1);
	}

	@Test
	void readsInTheBackground() {
		AtomicReference<CallOptions> options = new AtomicReference<>();
		this.clerk.responding(Flux.deferContextual((context) -> {
			options.set(CallOptions.from(context));
			return Flux.empty();
		}));
		new VirtualIndex(this.clerk).refresh();
		assertThat(options.get().isBackground()).isTrue();
	}

	@Test
	void keepsWhatHasNotChanged() {
		CatalogEntry first = TestEntries.clerk("1", true, null, "acme.com");
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(first)).refresh();
		CatalogEntry kept = virtual.index().findByDomain("acme.com").get(0);
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"));
		virtual.refresh();
		assertThat(virtual.index().findByDomain("acme.com").get(0)).isSameAs(kept);
		this.clerk.with(TestEntries.clerk("1", false, null, "acme.com"));
		virtual.refresh();
		CatalogEntry changed = virtual.index().findByDomain("acme.com").get(0);
		assertThat(changed.active()).isFalse();
		assertThat(changed.details()).isSameAs(kept.details());
		assertThat(changed.domains()).isSameAs(kept.domains());
	}

	@Test
	void readsTheConnectionsOfAnOrganizationAgain() {
		this.clerk.with(inOrganization("1", "org_1", "one.com"))
			.with(inOrganization("2", "org_2", "two.com"))
			.with(inOrganization("3", "org_1", "three.com"));
		VirtualIndex virtual = new VirtualIndex(this.clerk).refresh();
		this.clerk.with(inOrganization("1", "org_1", "four.com")).with(inOrganization("2", "org_2", "five.com"));
		virtual.index().refreshOrganization(CLERK, "org_1").subscribe();
		virtual.advance(Duration.ZERO);
		assertThat(this.clerk.reads()).isEqualTo(2);
		assertThat(virtual.index().findByDomain("four.com")).hasSize(1);
		assertThat(virtual.index().findByDomain("five.com")).isEmpty();
	}

	private static CatalogEntry inOrganization(String id, String organization, String domain) {
		return TestEntries.clerk(id, true, null, domain)
			.withDetails(new CatalogEntry.Details(false, null, null, null, List.of(organization), null, null, null));
	}

	@Test
	void hasNothingOfOneConnectionBeforeTheFirstRefresh() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")));
		virtual.index().reread(CLERK, "1").subscribe();
		virtual.index().onChange(change(CLERK, Kind.UPDATED, "1"), TestEntries.clerk("1", true, null, "acme.com"));
		virtual.advance(Duration.ZERO);
		assertThat(virtual.refreshes()).isEmpty();
		assertThatExceptionOfType(ConnectionsNotKnownException.class)
			.isThrownBy(() -> virtual.index().findByDomain("acme.com"));
	}

	@Test
	void waitsAsLongAsARefreshTakes() {
		VirtualIndex virtual = new VirtualIndex(this.clerk);
		this.clerk
			.responding(Flux.<CatalogEntry>empty().delaySubscription(Duration.ofMinutes(20), virtual.scheduler()));
		virtual.start().advance(Duration.ofMinutes(20));
		assertThat(virtual.refreshes()).hasSize(1);
		virtual.advance(Duration.ofMinutes(19).plusSeconds(59));
		assertThat(this.clerk.refreshes()).isEqualTo(1);
		virtual.advance(Duration.ofSeconds(1));
		assertThat(this.clerk.refreshes()).isEqualTo(2);
	}

	@Test
	void continuesWhenAListenerFails() {
		VirtualIndex virtual = new VirtualIndex(this.clerk);
		virtual.index().onRefresh((refresh) -> {
			throw new IllegalStateException("canary");
		});
		virtual.index().onRefresh((refresh) -> virtual.random(0.25));
		virtual.start();
		assertThat(virtual.index().findByDomain("acme.com")).isEmpty();
		virtual.advance(Duration.ofMinutes(6));
		assertThat(this.clerk.refreshes()).isEqualTo(2);
	}

	@Test
	void rejectsAccountsThatItDoesNotHave() {
		ConnectionIndex index = new VirtualIndex(this.clerk).index();
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> index.of(AUTH0));
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> index.of());
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> index.conflictsOf(AUTH0, List.of("acme.com")));
	}

	private static ConnectionChanged change(Account account, Kind kind, String id) {
		return new ConnectionChanged(account.vendor(), account.name(), kind, Origin.OPERATION, "x.update", id, null,
				List.of(), null, null, null, Instant.EPOCH);
	}

	private static SsoApiException unavailable(String vendor) {
		return new SsoApiException.Unavailable(new SsoApiException.Details(Account.ofDefault(vendor), "x.list", 503,
				"canary", List.of(), null, null, false, null));
	}

}
