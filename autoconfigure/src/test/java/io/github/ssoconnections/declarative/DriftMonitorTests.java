// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sandbox.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DriftMonitor} and {@link DriftMeters}.
 */
class DriftMonitorTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private final Fixture.Clerk clerk = new Fixture.Clerk();

	private final DesiredConnection acme = this.clerk.declaration("Acme", "acme.com");

	private final AtomicReference<Mono<List<DesiredConnection>>> desired = new AtomicReference<>(
			Mono.just(List.of(this.acme)));

	private final RefreshedConnectionIndex index = new RefreshedConnectionIndex(
			List.of(this.clerk.account.connectionCatalog()), ConnectionIndexSettings.defaults());

	private final DriftMonitor monitor = new DriftMonitor(this.index,
			new Reconciliations(List.of(this.clerk.reconciliation())), (account) -> {
				this.finds.incrementAndGet();
				return this.desired.get();
			});

	private final AtomicInteger finds = new AtomicInteger();

	private final Semaphore compared = new Semaphore(0);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	DriftMonitorTests() {
		this.monitor.onCompared(this.compared::release);
		new DriftMeters(this.monitor).bindTo(this.registry);
	}

	@AfterEach
	void close() {
		this.clerk.sandbox.close();
	}

	private double drift(String state) {
		return this.registry.get("sso.connections.drift")
			.tags("vendor", "clerk", "account", "default", "state", state)
			.gauge()
			.value();
	}

	@Test
	void comparesAfterEachRefreshWithoutFurtherCalls() throws Exception {
		assertThat(drift("missing")).isNaN();
		refresh();
		assertThat(drift("missing")).isEqualTo(1);
		assertThat(drift("changed")).isZero();
		this.clerk.apply(this.acme.withActive(false), this.clerk.declaration("Globex", "globex.com"));
		int requests = this.clerk.sandbox.requests().size();
		refresh();
		assertThat(drift("missing")).isZero();
		assertThat(drift("changed")).isEqualTo(1);
		assertThat(drift("undeclared")).isEqualTo(1);
		assertThat(drift("unclear")).isZero();
		assertThat(this.clerk.sandbox.requests().subList(requests, this.clerk.sandbox.requests().size()))
			.filteredOn((request) -> request.url().contains("/enterprise_connections"))
			.as("one list of the index, and one of the comparison")
			.hasSize(2);
	}

	@Test
	void isNotANumberAfterAFailureAndWithoutADeclaration() throws Exception {
		refresh();
		assertThat(drift("missing")).isEqualTo(1);
		this.desired.set(Mono.error(new IllegalStateException("no database")));
		refresh();
		assertThat(drift("missing")).isNaN();
		this.desired.set(Mono.just(List.of(this.acme)));
		refresh();
		assertThat(drift("missing")).isEqualTo(1);
		this.desired.set(Mono.empty());
		refresh();
		assertThat(drift("missing")).as("no longer declared").isNaN();
		assertThat(this.monitor.drift(CLERK)).isNull();
	}

	@Test
	void doesNotCompareAfterARefreshThatFailed() throws Exception {
		refresh();
		Drift before = this.monitor.drift(CLERK);
		assertThat(this.finds).hasValue(1);
		Fault fault = this.clerk.sandbox.faults().status(401);
		this.index.refresh().onErrorComplete().block(Fixture.TIMEOUT);
		assertThat(fault.fired()).isPositive();
		assertThat(this.finds).hasValue(1);
		assertThat(this.monitor.drift(CLERK)).isEqualTo(before);
	}

	private void refresh() throws InterruptedException {
		this.index.refresh().block(Fixture.TIMEOUT);
		assertThat(this.compared.tryAcquire(Fixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
	}

}
