// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reconciliation}, the same for every vendor.
 */
class ReconciliationTests {

	private final List<Fixture> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach((fixture) -> fixture.sandbox.close());
	}

	private Fixture start(Vendor vendor) {
		Fixture fixture = (vendor == Vendor.CLERK) ? new Fixture.Clerk() : new Fixture.Auth0();
		this.started.add(fixture);
		return fixture;
	}

	@ParameterizedTest
	@EnumSource
	void createsWhatIsDeclaredAndFindsNoDifferenceAfterwards(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection desired = fixture.declaration("acme", "acme.com");
		ConnectionPlan plan = fixture.plan(desired);
		assertThat(plan.isEmpty()).isFalse();
		assertThat(plan.connections()).extracting(PlannedConnection::action).containsExactly(PlanAction.CREATE);
		assertThat(fixture.writes()).as("a plan writes nothing").isZero();
		assertThat(fixture.apply(desired)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		ConnectionPlan next = fixture.plan(desired);
		assertThat(next.isEmpty()).isTrue();
		assertThat(next.furtherCalls()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void exportsWhatAPlanFindsNoDifferenceIn(Vendor vendor) {
		Fixture fixture = start(vendor);
		fixture.apply(fixture.declaration("acme", "acme.com"), fixture.declaration("globex", "globex.com"));
		ExportedConnections exported = fixture.reconciliation().export("SSO_").block(Fixture.TIMEOUT);
		assertThat(exported.connections()).hasSize(2);
		ConnectionPlan plan = fixture.plan(exported.declaration().connections().toArray(DesiredConnection[]::new));
		assertThat(plan.isEmpty()).isTrue();
	}

	enum Vendor {

		CLERK, AUTH0

	}

}
