// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.List;

import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The values are those of stored keys: they are the same in every later version.
 */
class EventKeyTests {

	private static final Account ACCOUNT = new Account("clerk", "europe");

	@Test
	void consistsOfTheArguments() {
		assertThat(EventKey.of(Account.ofDefault("auth0"), "certificate.expiring", "con_aBc1|2", "critical",
				"2026-12-10T09:00:00Z"))
			.isEqualTo("auth0/default/certificate.expiring/con_aBc1|2/critical/2026-12-10T09:00:00Z");
		assertThat(EventKey.of(ACCOUNT, "connection.removed", "con_1"))
			.isEqualTo("clerk/europe/connection.removed/con_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a/b", "a b", "ä", "a\n", "a,b", "~a" })
	void hashesWhatIsUnsafe(String value) {
		assertThat(EventKey.of(ACCOUNT, "kind", "con_1", value)).matches("clerk/europe/kind/con_1/~[0-9a-f]{64}");
	}

	@Test
	void hashesWithStableValues() {
		assertThat(EventKey.of(ACCOUNT, "kind", "a/b", "x"))
			.isEqualTo("clerk/europe/kind/" + "~c14cddc033f64b9dea80ea675cf280a015e672516090a5626781153dc68fea11/x");
		assertThat(EventKey.of(ACCOUNT, "kind", "a".repeat(128), "b".repeat(128)))
			.isEqualTo("~3b57884493184a4a137e0c03a525bcf95f80c87e2ab3f36cfe2e453015d8afa3");
	}

	@Test
	void isBounded() {
		assertThat(EventKey.of(ACCOUNT, "kind", "a".repeat(128), "b".repeat(108))).hasSize(255).startsWith("clerk/");
		assertThat(EventKey.of(ACCOUNT, "kind", "a".repeat(128), "b".repeat(109))).hasSize(65);
		assertThat(EventKey.of(ACCOUNT, "kind", "a".repeat(10_000), "b".repeat(10_000), "c")).hasSizeLessThan(256);
	}

	@Test
	void differsWhereTheArgumentsDo() {
		assertThat(List.of(EventKey.of(ACCOUNT, "kind", "a", "b"), EventKey.of(ACCOUNT, "kind", "a", "b", ""),
				EventKey.of(ACCOUNT, "kind", "a/b"), EventKey.of(ACCOUNT, "kind", "a", "c"),
				EventKey.of(ACCOUNT, "kind", "b", "b"), EventKey.of(ACCOUNT, "other", "a", "b"),
				EventKey.of(Account.ofDefault("clerk"), "kind", "a", "b"),
				EventKey.of(new Account("auth0", "europe"), "kind", "a", "b")))
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "a/b", "a b" })
	void rejectsOtherKinds(String kind) {
		assertThatIllegalArgumentException().isThrownBy(() -> EventKey.of(ACCOUNT, kind, "con_1"))
			.withMessageStartingWith("'kind' must consist of");
	}

	@Test
	void digestsWithoutOrder() {
		assertThat(EventKey.digest(List.of("a", "b"))).isEqualTo(EventKey.digest(List.of("b", "a", "b")))
			.isEqualTo("facdde7abf1eac5b301273ab2e282f79");
		assertThat(EventKey.digest(List.of())).isEqualTo("none");
		assertThat(EventKey.digest(List.of("ab", "c"))).isNotEqualTo(EventKey.digest(List.of("a", "bc")));
	}

}
