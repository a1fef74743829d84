// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.declarative.Matching.UnclearMatchException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Matching}.
 */
class MatchingTests {

	private static final DesiredConnection ACME = DesiredConnection.of("Acme").withDomains("acme.com");

	private static CurrentConnection current(String id, String name, String... domains) {
		return new CurrentConnection(id, name, "saml_custom", Arrays.asList(domains), Map.of(), Map.of(), "");
	}

	private static CurrentConnection withoutDomains(String id, String name) {
		return new CurrentConnection(id, name, "saml_custom", null, Map.of(), Map.of(), "");
	}

	private static Matching clerk(CurrentConnection... all) {
		return new Matching(false, List.of(all));
	}

	private static Matching auth0(CurrentConnection... all) {
		return new Matching(true, List.of(all));
	}

	private static @Nullable String id(@Nullable CurrentConnection found) {
		return (found != null) ? found.id() : null;
	}

	@Test
	void findsByTheUniqueName() {
		Matching matching = auth0(current("con_1", "acme"), current("con_2", "Acme"));
		assertThat(id(matching.find(ACME))).isEqualTo("con_2");
		assertThat(id(matching.find(DesiredConnection.of("globex")))).isNull();
		assertThat(matching.undeclared()).extracting(CurrentConnection::id).containsExactly("con_1");
	}

	@Test
	void findsByIdWhateverElseChanged() {
		Matching matching = clerk(current("ent_1", "Renamed", "other.com"), current("ent_2", "Acme", "acme.com"));
		assertThat(id(matching.find(ACME.withId("ent_1")))).isEqualTo("ent_1");
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> matching.find(ACME.withId("ent_9")))
			.withMessageContaining("no connection with the id ent_9");
		assertThatExceptionOfType(UnclearMatchException.class)
			.isThrownBy(() -> auth0(current("con_1", "other")).find(ACME.withId("con_1")))
			.withMessageContaining("which cannot be changed");
	}

	@Test
	void findsByNameAndDomains() {
		assertThat(id(clerk(current("ent_1", "Acme", "acme.org"), current("ent_2", " Acme ", "ACME.com")).find(ACME)))
			.isEqualTo("ent_2");
		assertThat(id(clerk(current("ent_1", "Acme", "acme.com", "acme.org")).find(ACME))).as("a shared domain")
			.isEqualTo("ent_1");
		assertThat(id(clerk(current("ent_1", "Acme", "acme.com", "acme.org"), current("ent_2", "Acme", "acme.com"))
			.find(ACME))).as("the same domains win").isEqualTo("ent_2");
		assertThat(id(clerk(current("ent_1", "Acme", "acme.org"), current("ent_2", "Other", "acme.com")).find(ACME)))
			.as("neither the name nor the domains alone")
			.isNull();
		assertThat(id(clerk(current("ent_1", "Acme", "acme.org")).find(DesiredConnection.of("Acme"))))
			.as("a name alone if no domains are declared")
			.isEqualTo("ent_1");
	}

	@Test
	void rejectsWhatIsUnclear() {
		assertThatExceptionOfType(UnclearMatchException.class)
			.isThrownBy(
					() -> clerk(current("ent_1", "Acme", "acme.com"), current("ent_2", "Acme", "acme.com")).find(ACME))
			.withMessageContaining("[ent_1, ent_2]");
		assertThatExceptionOfType(UnclearMatchException.class)
			.isThrownBy(() -> clerk(withoutDomains("ent_1", "Acme")).find(ACME))
			.withMessageContaining("domains of the connection ent_1");
		assertThatExceptionOfType(UnclearMatchException.class)
			.isThrownBy(() -> clerk(current("ent_1", "", "acme.com")).find(ACME))
			.withMessageContaining("name of the connection ent_1");
		assertThat(id(clerk(current("ent_1", "", "other.com")).find(ACME))).isNull();
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> auth0(current("con_1", "")).find(ACME))
			.withMessageContaining("con_1");
	}

	@Test
	void rejectsTwoDeclarationsOfOneConnection() {
		DesiredConnection renamed = DesiredConnection.of("Other").withDomains("x.com").withId("ent_1");
		Matching matching = clerk(current("ent_1", "Acme", "acme.com"));
		matching.find(ACME.withOrigin("a.yml, line 2"));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> matching.find(renamed.withOrigin("a.yml, line 7")))
			.withMessageContaining("line 2")
			.withMessageContaining("line 7");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> Matching.rejectDuplicates(false, List.of(ACME, ACME.withDomains("Acme.com"))));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> Matching.rejectDuplicates(true, List.of(ACME, ACME.withDomains("acme.org"))));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> Matching.rejectDuplicates(false, List.of(ACME.withId("ent_1"), renamed)));
		assertThatCode(() -> Matching.rejectDuplicates(false, List.of(ACME, ACME.withDomains("acme.org"))))
			.doesNotThrowAnyException();
		assertThatCode(() -> Matching.rejectDuplicates(false, List.of(ACME.withId("ent_1"), ACME.withId("ent_2"))))
			.as("two that exist")
			.doesNotThrowAnyException();
	}

	@Test
	void findsWhatACreationMayDuplicate() {
		Matching clerk = clerk(current("ent_1", "Acme", "acme.org"), current("ent_2", "Other", "acme.com"),
				current("ent_3", "Third", "third.com"));
		assertThat(clerk.findSimilar(ACME)).extracting(CurrentConnection::id).containsExactly("ent_1", "ent_2");
		Matching auth0 = auth0(current("con_1", "acme-2", "acme.com"), current("con_2", "other", "x.com"));
		assertThat(auth0.findSimilar(ACME)).extracting(CurrentConnection::id).containsExactly("con_1");
		auth0.find(DesiredConnection.of("acme-2"));
		assertThat(auth0.findSimilar(ACME)).as("a declared one is another connection").isEmpty();
	}

	@Test
	void doubtsACreationBesideAConnectionWhoseDomainsCannotBeRead() {
		assertThat(auth0(withoutDomains("con_1", "other")).findSimilar(ACME)).hasSize(1);
		assertThat(auth0(withoutDomains("con_1", "other")).findSimilar(DesiredConnection.of("x"))).isEmpty();
	}

	@Test
	void doesNotDeleteWhatADeclarationMayMean() {
		Matching matching = clerk(current("ent_1", "Acme", "acme.com"), current("ent_2", "Acme", "acme.com"));
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> matching.find(ACME));
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> matching.findDeleted("ent_1"))
			.withMessageContaining("may be");
		assertThat(matching.undeclared()).isEmpty();
	}

	@Test
	void deletesByNameIfOneIsMeant() {
		Matching matching = clerk(current("ent_1", "Acme", "acme.com"), current("ent_2", "Twice", "a.com"),
				current("ent_3", "Twice", "b.com"));
		matching.find(ACME);
		assertThat(matching.findDeleted("ent_3")).extracting(CurrentConnection::id).containsExactly("ent_3");
		assertThat(matching.findDeleted("none")).isEmpty();
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> matching.findDeleted("Twice"))
			.withMessageContaining("by id");
		assertThatExceptionOfType(UnclearMatchException.class).isThrownBy(() -> matching.findDeleted("Acme"))
			.withMessageContaining("declared");
	}

}
