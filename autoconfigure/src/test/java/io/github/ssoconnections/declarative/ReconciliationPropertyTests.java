// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link Reconciliation} over declarations out of a seed.
 */
class ReconciliationPropertyTests {

	private static final long SEED = 20;

	private static final List<String> STRATEGIES = List.of("samlp", "oidc", "okta", "waad", "adfs", "google-apps",
			"pingfederate", "ad", "auth0", "github");

	private final List<Fixture> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach((fixture) -> fixture.sandbox.close());
	}

	private Fixture start(Vendor vendor) {
		Fixture fixture = (vendor == Vendor.CLERK) ? new Fixture.Clerk() : new Fixture.Auth0();
		fixture.sandbox.publishMetadata(GeneratedConnections.METADATA_URL, Fixture.METADATA)
			.publishMetadata(GeneratedConnections.OTHER_METADATA_URL,
					TestMetadata.xml("https://other.acme.com", "https://other.acme.com/sso", Fixture.CERTIFICATE));
		this.started.add(fixture);
		return fixture;
	}

	private static List<DesiredConnection> generate(Vendor vendor, GeneratedConnections generated, int count) {
		return IntStream.range(0, count)
			.mapToObj((index) -> (vendor == Vendor.CLERK) ? generated.clerk()
					: generated.auth0(STRATEGIES.get(index % STRATEGIES.size())))
			.toList();
	}

	@ParameterizedTest
	@EnumSource
	void findsNoDifferenceAfterAnApplyAndEachFieldThatIsChangedOnce(Vendor vendor) {
		Fixture fixture = start(vendor);
		GeneratedConnections generated = new GeneratedConnections(SEED,
				List.of(fixture.createOrganization("one"), fixture.createOrganization("two")));
		List<DesiredConnection> desired = generate(vendor, generated, 20);
		DesiredConnection[] all = desired.toArray(DesiredConnection[]::new);
		assertThat(fixture.apply(all))
			.allSatisfy((step) -> assertThat(step.outcome()).as(step.toString()).isEqualTo(StepOutcome.DONE));
		assertThat(fixture.plan(all)).satisfies(ReconciliationPropertyTests::isEmpty);
		int changes = 0;
		for (DesiredConnection one : desired.subList(0, STRATEGIES.size())) {
			for (Map.Entry<String, DesiredConnection> changed : generated.changed(one).entrySet()) {
				String field = one.name() + " " + one.provider() + " " + changed.getKey();
				ConnectionPlan plan = fixture.plan(changed.getValue());
				assertThat(plan.problems()).as(field).isEmpty();
				assertThat(plan.count(PlanAction.UPDATE)).as(field + plan.toText()).isEqualTo(1);
				assertThat(fixture.apply(changed.getValue())).allSatisfy(
						(step) -> assertThat(step.outcome()).as(field + " " + step).isEqualTo(StepOutcome.DONE));
				assertThat(fixture.plan(changed.getValue())).as(field).satisfies(ReconciliationPropertyTests::isEmpty);
				fixture.apply(one);
				changes++;
			}
		}
		assertThat(changes).isGreaterThan(60);
		assertThat(fixture.plan(all)).satisfies(ReconciliationPropertyTests::isEmpty);
	}

	@ParameterizedTest
	@EnumSource
	void hasTheSameEndWhenKilledAfterAnyRequestAndRunAgain(Vendor vendor) throws Exception {
		int requests = Integer.MAX_VALUE;
		List<Object> reference = List.of();
		List<Object> assignments = List.of();
		for (int last = Integer.MAX_VALUE; last > 0; last = Math.min(last, requests + 1) - 1) {
			Fixture fixture = start(vendor);
			List<String> organizations = List.of(fixture.createOrganization("one"), fixture.createOrganization("two"));
			List<DesiredConnection> before = generate(vendor, new GeneratedConnections(SEED, organizations), 2);
			fixture.apply(before.toArray(DesiredConnection[]::new));
			GeneratedConnections generated = new GeneratedConnections(SEED, organizations);
			List<DesiredConnection> desired = new ArrayList<>(generate(vendor, generated, 4));
			desired.set(0, List.copyOf(generated.changed(desired.get(0)).values()).get(0));
			int made = killed(fixture, last, desired);
			assertThat(fixture.apply(desired.toArray(DesiredConnection[]::new)))
				.allSatisfy((step) -> assertThat(step.outcome()).as(step.toString()).isEqualTo(StepOutcome.DONE));
			assertThat(fixture.plan(desired.toArray(DesiredConnection[]::new)))
				.satisfies(ReconciliationPropertyTests::isEmpty);
			if (last == Integer.MAX_VALUE) {
				requests = made;
				reference = fixture.state();
				assignments = fixture.assignments();
				assertThat(reference).hasSize(4);
			}
			assertThat(fixture.state()).as("killed after request %d", last).isEqualTo(reference);
			assertThat(fixture.assignments()).as("killed after request %d", last).isEqualTo(assignments);
			fixture.sandbox.close();
		}
		assertThat(requests).isGreaterThan(6);
	}

	/**
	 * Apply in a process that ends as soon as the response to a request arrives.
	 * @return the number of requests
	 */
	private static int killed(Fixture fixture, int last, List<DesiredConnection> desired) throws InterruptedException {
		AtomicInteger requests = new AtomicInteger();
		CountDownLatch ended = new CountDownLatch(1);
		Reconciliation reconciliation = fixture.reconciliation(WebClient.builder()
			.filter((request, next) -> next.exchange(request)
				.flatMap((response) -> (requests.incrementAndGet() < last) ? Mono.just(response)
						: response.releaseBody().doFinally((signal) -> ended.countDown()).then(Mono.never()))));
		Disposable process = reconciliation.plan(desired)
			.flatMapMany(reconciliation::apply)
			.doFinally((signal) -> ended.countDown())
			.subscribe();
		assertThat(ended.await(Fixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		process.dispose();
		return requests.get();
	}

	@ParameterizedTest
	@EnumSource
	void exportsTwoHundredConnectionsOfEveryStrategyWithoutADifference(Vendor vendor) {
		Fixture fixture = start(vendor);
		fixture.sandbox.connectionLimit(500);
		GeneratedConnections generated = new GeneratedConnections(SEED, List.of(fixture.createOrganization("one")));
		List<DesiredConnection> desired = IntStream.range(0, 200)
			.mapToObj((index) -> (vendor == Vendor.CLERK) ? generated.clerk()
					: generated.auth0(Fixture.STRATEGIES.get(index % Fixture.STRATEGIES.size())))
			.toList();
		fixture.createAll(desired);
		ExportedConnections exported = fixture.reconciliation().export("SSO_").block(Fixture.TIMEOUT);
		assertThat(exported.connections()).hasSize(200);
		assertThat(exported.toString()
				+ exported.declaration().connections().stream().map((one) -> one.settings().toString()).toList())
			.doesNotContain("s3cret");
		ConnectionPlan plan = fixture.plan(exported.declaration().connections().toArray(DesiredConnection[]::new));
		assertThat(plan).satisfies(ReconciliationPropertyTests::isEmpty);
		assertThat(plan.undeclared()).isEmpty();
	}

	private static void isEmpty(ConnectionPlan plan) {
		assertThat(plan.isEmpty()).as(plan.toText()).isTrue();
	}

	enum Vendor {

		CLERK, AUTH0

	}

}
