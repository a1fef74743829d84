// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.DomainConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Conflicts come from the index; it is refreshed only when it has to be.
 */
class OtherConnectionsTests {

	private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

	private static final Account CLERK = Account.ofDefault("clerk");

	private final ConnectionIndex index = mock();

	private final ConnectionIndex view = mock();

	private final OtherConnections others = new OtherConnections(CLERK, () -> this.index,
			Clock.fixed(NOW, ZoneOffset.UTC));

	private final List<String> unknown = new ArrayList<>();

	@BeforeEach
	void setUp() {
		given(this.index.of(CLERK)).willReturn(this.view);
		given(this.index.findConflicts(any(), ArgumentMatchers.<Collection<String>>any())).willReturn(List.of());
		given(this.index.conflictsOf(any(), ArgumentMatchers.<Collection<String>>any()))
			.willReturn(Mono.just(List.of()));
	}

	private List<DomainConflict> find() {
		return this.others.findConflicts(List.of("acme.com"), this.unknown).block(Duration.ofSeconds(5));
	}

	@Test
	void doesNotRefreshBecauseAnotherAccountCannotBeRead() {
		given(this.index.refreshedAt()).willReturn(null);
		given(this.view.refreshedAt()).willReturn(NOW.minus(Duration.ofMinutes(14)));
		assertThat(find()).isEmpty();
		then(this.index).should(never()).conflictsOf(any(), ArgumentMatchers.<Collection<String>>any());
	}

	@Test
	void refreshesAnIndexThatIsOld() {
		given(this.view.refreshedAt()).willReturn(NOW.minus(Duration.ofMinutes(15)));
		assertThat(find()).isEmpty();
		then(this.index).should().conflictsOf(CLERK, List.of("acme.com"));
		then(this.index).should(never()).findConflicts(any(), ArgumentMatchers.<Collection<String>>any());
	}

	@Test
	void refreshesAnIndexThatDoesNotHaveTheConnection() {
		given(this.view.refreshedAt()).willReturn(NOW);
		given(this.index.findConflicts(CLERK, "ent_1")).willThrow(new IllegalArgumentException("no such connection"));
		given(this.index.conflictsOf(CLERK, "ent_1")).willReturn(Mono.just(List.of()));
		assertThat(this.others.findConflicts("ent_1", this.unknown).block(Duration.ofSeconds(5))).isEmpty();
		assertThat(this.unknown).isEmpty();
		then(this.index).should().conflictsOf(CLERK, "ent_1");
	}

}
