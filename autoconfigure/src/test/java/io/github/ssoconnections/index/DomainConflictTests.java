// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.DomainConflict.Kind;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which connections compete for the same users.
 */
class DomainConflictTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private static final Account AUTH0 = Account.ofDefault("auth0");

	private final TestCatalog clerk = new TestCatalog("clerk");

	private final TestCatalog auth0 = new TestCatalog("auth0");

	@ParameterizedTest
	@CsvSource({ "true, true, ERROR", "true, , ERROR", ", , ERROR", "true, false, WARNING", "false, , WARNING",
			"false, false, INFO" })
	void isAsSevereAsConnectionsMayBeActive(Boolean one, Boolean other, Severity severity) {
		this.clerk.with(TestEntries.clerk("1", one, null, "acme.com", "acme.de"))
			.with(TestEntries.clerk("2", other, null, "ACME.com."));
		DomainConflict conflict = conflict(index(this.clerk).conflicts());
		assertThat(conflict.kind()).isEqualTo(Kind.DOMAIN);
		assertThat(conflict.severity()).isEqualTo(severity);
		assertThat(conflict.value()).isEqualTo("acme.com");
		assertThat(conflict.connections()).extracting(CatalogEntry::id).containsExactlyInAnyOrder("1", "2");
	}

	@Test
	void isNoneBetweenDifferentDomains() {
		this.clerk.with(TestEntries.clerk("1", true, false, "acme.com", "acme.com", "ACME.com"))
			.with(TestEntries.clerk("2", true, true, "eu.acme.com", "notacme.com", "https://acme.com"));
		assertThat(index(this.clerk).conflicts()).isEmpty();
	}

	@Test
	void isOneWithASubdomainThatIsIncluded() {
		this.clerk.with(TestEntries.clerk("1", true, true, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "eu.acme.com"));
		assertThat(conflict(index(this.clerk).conflicts()).value()).isEqualTo("eu.acme.com");
	}

	@Test
	void isNoneBetweenAccountsUnlessTheyServeOneSignInPage() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"));
		this.auth0.with(TestEntries.auth0("2", true, null, "acme.com"));
		TestCatalog other = new TestCatalog("clerk", "other").with(TestEntries.clerk("3", true, null, "acme.com"));
		assertThat(index(this.clerk, this.auth0, other).conflicts()).isEmpty();
		VirtualIndex virtual = new VirtualIndex(
				ConnectionIndexSettings.defaults().withSignInPages(List.of(Set.of(CLERK, AUTH0))), this.clerk,
				this.auth0, other)
			.refresh();
		assertThat(conflict(virtual.index().conflicts()).connections()).extracting(CatalogEntry::id)
			.containsExactlyInAnyOrder("1", "2");
		assertThat(virtual.index().of(CLERK).conflicts()).isEmpty();
	}

	@Test
	void isForInformationWhenOnlyTheIdpIsShared() {
		this.clerk.with(TestEntries.withEntityId(TestEntries.clerk("1", true, null, "acme.com"), "https://idp"))
			.with(TestEntries.withEntityId(TestEntries.clerk("2", true, null, "acme.de"), "https://idp"))
			.with(TestEntries.withEntityId(TestEntries.clerk("3", true, null, "acme.fr"), "https://other"));
		assertThat(index(this.clerk).conflicts()).singleElement()
			.isEqualTo(new DomainConflict(Kind.IDP_ENTITY_ID, Severity.INFO, "https://idp",
					List.of(entry("1"), entry("2"))));
		this.clerk.with(TestEntries.withEntityId(TestEntries.clerk("2", true, null, "acme.com"), "https://idp"));
		assertThat(conflict(index(this.clerk).conflicts()).kind()).as("Then the domain counts").isEqualTo(Kind.DOMAIN);
	}

	private CatalogEntry entry(String id) {
		return this.clerk.listAll().filter((entry) -> id.equals(entry.id())).blockFirst(Duration.ofSeconds(20));
	}

	@Test
	void sortsBySeverity() {
		this.clerk.with(TestEntries.clerk("1", true, null, "a.com", "b.com", "c.com"))
			.with(TestEntries.clerk("2", false, null, "a.com"))
			.with(TestEntries.clerk("3", true, null, "c.com"))
			.with(TestEntries.clerk("4", true, null, "b.com"));
		assertThat(index(this.clerk).conflicts()).extracting(DomainConflict::value)
			.containsExactly("b.com", "c.com", "a.com");
	}

	@Test
	void readsAgainBeforeAnActivation() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", false, null, "acme.com")))
			.refresh();
		this.clerk.with(TestEntries.clerk("2", true, null, "acme.com"));
		DomainConflict conflict = conflict(result(virtual, virtual.index().conflictsOf(CLERK, "1")));
		assertThat(conflict.severity()).as("As if it were active").isEqualTo(Severity.ERROR);
		assertThat(conflict.connections()).extracting(CatalogEntry::id).containsExactlyInAnyOrder("1", "2");
		assertThat(this.clerk.refreshes()).isEqualTo(2);
		assertThat(conflict(result(virtual, virtual.index().conflictsOf(CLERK, List.of("ACME.com", "acme.com"))))
			.connections()).extracting(CatalogEntry::id).containsExactlyInAnyOrder("1", "2");
		assertThat(this.clerk.refreshes()).isEqualTo(3);
		assertThat(result(virtual, virtual.index().conflictsOf(CLERK, List.of("other.com")))).isEmpty();
	}

	@Test
	void seesSubdomainsBelowAConnectionThatIncludesThem() {
		VirtualIndex virtual = new VirtualIndex(this.clerk.with(TestEntries.clerk("1", false, true, "acme.com"))
			.with(TestEntries.clerk("2", true, null, "eu.acme.com"))
			.with(TestEntries.clerk("3", true, null, "notacme.com")));
		assertThat(conflict(result(virtual, virtual.index().conflictsOf(CLERK, "1"))).value()).isEqualTo("eu.acme.com");
		assertThat(conflict(result(virtual, virtual.index().conflictsOf(CLERK, "2"))).severity())
			.isEqualTo(Severity.WARNING);
		assertThat(result(virtual, virtual.index().conflictsOf(CLERK, "3"))).isEmpty();
		assertThat(conflict(result(virtual, virtual.index().conflictsOf(CLERK, List.of("us.acme.com")))).value())
			.isEqualTo("us.acme.com");
	}

	@Test
	void readsAllAccountsOfTheSignInPage() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com"));
		VirtualIndex virtual = new VirtualIndex(
				ConnectionIndexSettings.defaults().withSignInPages(List.of(Set.of(CLERK, AUTH0))), this.clerk,
				this.auth0.with(TestEntries.auth0("2", true, null, "acme.com")), new TestCatalog("clerk", "other"));
		assertThat(conflict(result(virtual, virtual.index().conflictsOf(CLERK, "1"))).connections()).hasSize(2);
		assertThat(this.auth0.refreshes()).isEqualTo(1);
	}

	@Test
	void rejectsConnectionsThatCannotBeChecked() {
		VirtualIndex virtual = new VirtualIndex(this.auth0.with(TestEntries.incomplete("con_1")));
		StepVerifier.create(virtual.index().conflictsOf(AUTH0, "con_1"))
			.then(() -> virtual.advance(Duration.ZERO))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(InvalidArgumentException.class)
				.hasMessage("The domains of the connection must be known"))
			.verify(Duration.ofSeconds(20));
		StepVerifier.create(virtual.index().conflictsOf(AUTH0, "con_2"))
			.then(() -> virtual.advance(Duration.ZERO))
			.expectError(InvalidArgumentException.class)
			.verify(Duration.ofSeconds(20));
	}

	private static ConnectionIndex index(TestCatalog... catalogs) {
		return new VirtualIndex(catalogs).refresh().index();
	}

	private static <T> T result(VirtualIndex virtual, Mono<T> result) {
		StepVerifier.Step<T> step = StepVerifier.create(result).then(() -> virtual.advance(Duration.ZERO));
		AtomicReference<T> value = new AtomicReference<>();
		step.consumeNextWith(value::set).expectComplete().verify(Duration.ofSeconds(20));
		return value.get();
	}

	private static DomainConflict conflict(List<DomainConflict> conflicts) {
		assertThat(conflicts).hasSize(1);
		return conflicts.get(0);
	}

}
