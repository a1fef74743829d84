// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Onboarding}, the same for every vendor.
 */
class OnboardingTests {

	private static final IdpSettings METADATA = IdpSettings.metadata(Fixture.METADATA);

	private final List<Fixture> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach((fixture) -> fixture.sandbox().close());
	}

	static Stream<Vendor> vendors() {
		return Stream.of(Vendor.values());
	}

	private Fixture start(Vendor vendor) {
		Fixture fixture = (vendor == Vendor.CLERK) ? new Fixture.Clerk() : new Fixture.Auth0();
		this.started.add(fixture);
		return fixture;
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Fixture.TIMEOUT);
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void bringsACustomerToASignIn(Vendor vendor) {
		Fixture fixture = start(vendor);
		List<OnboardingStepCompleted> events = new CopyOnWriteArrayList<>();
		Onboarding onboarding = fixture.onboarding(WebClient.builder(), events);
		OnboardingRequest request = fixture.request(METADATA);
		OnboardingCheck check = result(onboarding.check(request));
		assertThat(check.isWithoutErrors()).isTrue();
		assertThat(check.metadata().entityId()).isEqualTo("https://idp.acme.com");
		assertThat(check.conflicts()).isEmpty();
		assertThat(check.unknown()).isEmpty();
		assertThat(fixture.inventory()).as("nothing is written").isEmpty();

		OnboardingState created = result(onboarding.create(request));
		assertThat(created.isActive()).isFalse();
		assertThat(created.customer()).isEqualTo("Acme");
		assertThat(created.domains()).containsExactlyInAnyOrder("acme.com", "acme.org");
		assertThat(fixture.signsIn("ann@acme.com", created)).isFalse();
		assertThat(result(fixture.onboarding().check(request)).existing()).isEqualTo(created.connectionId());

		result(onboarding.handOver(created.connectionId()));
		fixture.passTest(onboarding, created.connectionId());
		ActivationReview review = result(onboarding.review(created.connectionId()));
		assertThat(review.testNeeded()).isFalse();
		assertThat(review.unknown()).isEmpty();
		Activation activation = result(onboarding.activate(review));
		assertThat(activation.isActive()).isTrue();
		assertThat(fixture.signsIn("ann@acme.com", created)).isTrue();

		Offboarding offboarding = result(onboarding.offboard(created.connectionId()));
		assertThat(offboarding.state().isActive()).isFalse();
		assertThat(offboarding.remaining()).isNotEmpty();
		assertThat(fixture.signsIn("ann@acme.com", created)).isFalse();
		assertThat(fixture.inventory()).as("nothing is deleted").anyMatch((line) -> line.startsWith("connection"));
		onboarding.delete(created.connectionId()).block(Fixture.TIMEOUT);
		assertThat(fixture.inventory()).noneMatch((line) -> line.startsWith("connection"));

		assertThat(events).map(OnboardingStepCompleted::step).containsExactlyElementsOf(vendor.steps);
		assertThat(events).allSatisfy((event) -> assertThat(event.account()).isEqualTo(onboarding.account()));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void knowsTheStepsThatAreDoneWhereverTheStateIsRead(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		OnboardingState created = result(onboarding.create(fixture.request(METADATA)));
		String id = created.connectionId();
		assertThat(created.isDone(OnboardingStep.DISCOVERY_DOMAINS)).isEqualTo(vendor == Vendor.AUTH0);
		assertThat(result(onboarding.get(id)).state().done()).containsAll(created.done());
		fixture.passTest(onboarding, id);
		ActivationReview review = result(onboarding.review(id));
		assertThat(review.state().done()).containsAll(created.done());
		assertThat(result(onboarding.activate(review)).state().done()).containsAll(created.done())
			.contains(OnboardingStep.ACTIVATION);
		assertThat(result(onboarding.deactivate(id)).done()).containsAll(created.done())
			.contains(OnboardingStep.DEACTIVATION);
	}

	@Test
	void activatesWhereDiscoveryDomainsCannotBeRead() {
		Fixture fixture = start(Vendor.AUTH0);
		Onboarding onboarding = fixture.onboarding();
		OnboardingState created = result(onboarding.create(fixture.request(METADATA)));
		String domains = "/api/v2/organizations/" + created.organizationId() + "/discovery-domains";
		Fault fault = fixture.sandbox().faults().on("GET", domains).status(403);
		OnboardedConnection connection = result(onboarding.get(created.connectionId()));
		assertThat(connection.state().isDone(OnboardingStep.DISCOVERY_DOMAINS)).isFalse();
		assertThat(connection.unknown()).singleElement()
			.asString()
			.startsWith("The discovery domains of " + created.organizationId() + " could not be read: ");
		ActivationReview review = result(onboarding.review(created.connectionId()));
		assertThat(result(onboarding.activate(review)).state().done()).contains(OnboardingStep.ACTIVATION)
			.doesNotContain(OnboardingStep.DISCOVERY_DOMAINS);
		assertThat(fault.fired()).isPositive();
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void checksWhatTheAdministratorHasSent(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		int requests = fixture.sandbox().requests().size();
		OnboardingCheck check = result(onboarding.check(
				IdpSettings.metadata(Fixture.METADATA.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))));
		assertThat(check.metadata().entityId()).isEqualTo("https://idp.acme.com");
		assertThat(check.isWithoutErrors()).isTrue();
		assertThat(result(onboarding.check(IdpSettings.metadata("<a/>"))).findings()).map(Finding::code)
			.containsExactly("metadata_invalid");
		assertThat(result(onboarding.check(IdpSettings.saml("urn:idp", "https://idp.acme.com/sso",
				TestCertificates.selfSigned("idp", Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))))
			.findings()).map(Finding::code).contains("certificate_expired");
		assertThatExceptionOfType(InvalidCertificateException.class).isThrownBy(
				() -> result(onboarding.check(IdpSettings.saml("urn:idp", "https://idp.acme.com/sso", "none"))));
		assertThat(fixture.sandbox().requests()).as("nothing is sent").hasSize(requests);
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void createsEverythingOnceWhenKilledAfterAnyRequest(Vendor vendor) throws Exception {
		Fixture reference = start(vendor);
		result(reference.onboarding().create(reference.request(METADATA)));
		int requests = killed(start(vendor), Integer.MAX_VALUE,
				(fixture) -> (onboarding) -> onboarding.create(fixture.request(METADATA)));
		assertThat(requests).isGreaterThan(2);
		for (int last = 1; last <= requests; last++) {
			Fixture fixture = start(vendor);
			killed(fixture, last, (any) -> (onboarding) -> onboarding.create(any.request(METADATA)));
			OnboardingState state = result(fixture.onboarding().create(fixture.request(METADATA)));
			assertThat(fixture.inventory()).as("killed after request %d", last).isEqualTo(reference.inventory());
			assertThat(state.isDone(OnboardingStep.CONNECTION)).isTrue();
			assertThat(fixture.signsIn("ann@acme.com", state)).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void activatesWhenKilledAfterAnyRequest(Vendor vendor) throws Exception {
		int requests = Integer.MAX_VALUE;
		for (int last = Integer.MAX_VALUE; last > 0; last = Math.min(last, requests + 1) - 1) {
			Fixture fixture = start(vendor);
			OnboardingState state = result(fixture.onboarding().create(fixture.request(METADATA)));
			fixture.passTest(fixture.onboarding(), state.connectionId());
			ActivationReview review = result(fixture.onboarding().review(state.connectionId()));
			int made = killed(fixture, last, (any) -> (onboarding) -> onboarding.activate(review));
			requests = (last == Integer.MAX_VALUE) ? made : requests;
			ActivationReview again = result(fixture.onboarding().review(state.connectionId()));
			assertThat(result(fixture.onboarding().activate(again)).isActive()).isTrue();
			assertThat(fixture.signsIn("ann@acme.com", state)).isTrue();
			List<OnboardingStepCompleted> events = new CopyOnWriteArrayList<>();
			killed(fixture, Math.min(last, 3), (any) -> (onboarding) -> onboarding.deactivate(state.connectionId()));
			result(fixture.onboarding(WebClient.builder(), events).deactivate(state.connectionId()));
			assertThat(fixture.signsIn("ann@acme.com", state)).isFalse();
			assertThat(events).map(OnboardingStepCompleted::step).containsExactly(OnboardingStep.DEACTIVATION);
		}
		assertThat(requests).isBetween(2, 40);
	}

	/**
	 * Run a call in a process that ends as soon as the response to a request arrives.
	 */
	private static int killed(Fixture fixture, int last, Function<Fixture, Function<Onboarding, Mono<?>>> call)
			throws InterruptedException {
		AtomicInteger requests = new AtomicInteger();
		CountDownLatch ended = new CountDownLatch(1);
		WebClient.Builder webClient = WebClient.builder()
			.filter((request, next) -> next.exchange(request).flatMap((response) -> {
				if (requests.incrementAndGet() < last) {
					return Mono.just(response);
				}
				return response.releaseBody().doFinally((signal) -> ended.countDown()).then(Mono.never());
			}));
		Disposable process = call.apply(fixture)
			.apply(fixture.onboarding(webClient, new CopyOnWriteArrayList<>()))
			.doFinally((signal) -> ended.countDown())
			.subscribe();
		assertThat(ended.await(Fixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		process.dispose();
		return requests.get();
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void reportsAPartialEndAndFinishesIt(Vendor vendor) {
		Fixture fixture = start(vendor);
		Fault fault = fixture.sandbox().faults().on("POST", vendor.connections).status(403);
		SsoApiException failure = catchThrowableOfType(SsoApiException.class,
				() -> result(fixture.onboarding().create(fixture.request(METADATA))));
		assertThat(fault.fired()).isEqualTo(1);
		PartialOnboarding partial = PartialOnboarding.of(failure).orElseThrow();
		assertThat(partial.failed()).isEqualTo(OnboardingStep.CONNECTION);
		assertThat(partial.state().done()).containsExactly(OnboardingStep.ORGANIZATION);
		assertThat(partial.state().organizationId()).isNotNull();
		assertThat(partial.getMessage()).isEqualTo("done: [ORGANIZATION], failed: CONNECTION");
		fault.clear();
		OnboardingState state = result(fixture.onboarding().create(fixture.request(METADATA)));
		assertThat(state.organizationId()).isEqualTo(partial.state().organizationId());
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void rejectsAConnectionOfAnotherOrganization(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		result(onboarding.create(fixture.request(METADATA)));
		OnboardingRequest other = fixture.request(METADATA)
			.withOrganization(CustomerOrganization.named("other", "Other Inc."));
		int before = fixture.inventory().size();
		assertThatExceptionOfType(SsoApiException.Conflict.class).isThrownBy(() -> result(onboarding.create(other)));
		assertThat(fixture.inventory()).as("only the other organization").hasSize(before + 1);
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void rejectsAnotherIdpUnderTheSameName(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		result(onboarding.create(fixture.request(METADATA)));
		IdpSettings byHand = IdpSettings.saml("https://other.acme.com", "https://other.acme.com/sso",
				TestCertificates.selfSigned("other", Instant.now().minusSeconds(60), Instant.now().plusSeconds(86400)));
		result(onboarding.create(fixture.request(METADATA)));
		for (IdpSettings other : List.of(byHand, Fixture.oidc())) {
			assertThatExceptionOfType(SsoApiException.Conflict.class)
				.isThrownBy(() -> result(onboarding.create(fixture.request(other))));
		}
		assertThat(fixture.sandbox().requests()).noneMatch((sent) -> sent.method().equals("PATCH"));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void finishesAStepWhoseListenerFails(Vendor vendor) {
		Fixture fixture = start(vendor);
		List<OnboardingStepCompleted> failing = mock();
		given(failing.add(any())).willThrow(new IllegalStateException("listener"));
		Onboarding onboarding = fixture.onboarding(WebClient.builder(), failing);
		assertThat(result(onboarding.create(fixture.request(METADATA))).isDone(OnboardingStep.CONNECTION)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void onboardsWithOidcAndShowsNoSecret(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		OnboardingRequest request = fixture.request(Fixture.oidc());
		assertThat(request.toString()).doesNotContain("s3cret");
		OnboardingCheck check = result(onboarding.check(request));
		assertThat(check.discovery().issuer()).isEqualTo("https://idp.acme.com");
		assertThat(check.isWithoutErrors()).isTrue();
		OnboardingState state = result(onboarding.create(request));
		OnboardedConnection connection = result(onboarding.get(state.connectionId()));
		assertThat(connection.entry().protocol()).isEqualTo("oidc");
		assertThat(connection.toString() + check + state).doesNotContain("s3cret");
		assertThat(fixture.sandbox().requests()).filteredOn((sent) -> sent.body().contains("s3cret"))
			.map(RecordedRequest::method)
			.containsExactly("POST");
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void readsAConnectionWithEverythingThatBelongsToIt(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		String id = result(onboarding.create(fixture.request(METADATA))).connectionId();
		OnboardedConnection connection = result(onboarding.get(id));
		assertThat(connection.entry().id()).isEqualTo(id);
		assertThat(connection.serviceProvider().acsUrl()).isNotBlank();
		assertThat(connection.organizations()).map(OnboardedConnection.Named::name).containsExactly("Acme Inc.");
		assertThat(connection.json()).contains("\"name\"", id);
		assertThat(connection.unknown()).isEmpty();
		assertThat(result(onboarding.get(id)).version()).isEqualTo(connection.version());
		onboarding.rename(id, "Acme Europe").block(Fixture.TIMEOUT);
		OnboardedConnection renamed = result(onboarding.get(id));
		assertThat(renamed.entry().name()).isEqualTo("Acme Europe");
		assertThat(renamed.version()).isNotEqualTo(connection.version());
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void handsOverWhatTheAdministratorEnters(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		String id = result(onboarding.create(fixture.request(METADATA))).connectionId();
		OnboardedConnection connection = result(onboarding.get(id));
		String sheet = result(onboarding.handOver(id, IdpProduct.OKTA)).toMarkdown();
		assertThat(sheet).contains("Acme", "Okta", connection.serviceProvider().acsUrl().split("\\?")[0]);
		assertThat(result(onboarding.handOver(id)).toMarkdown()).isNotEqualTo(sheet);
		StepVerifier.create(onboarding.handOver(id, IdpProduct.GENERIC_OIDC))
			.expectError(IllegalArgumentException.class)
			.verify(Fixture.TIMEOUT);
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void findsConflictsBeforeTheCreationAndBeforeTheActivation(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		String first = result(onboarding.create(fixture.request(METADATA))).connectionId();
		OnboardingRequest second = new OnboardingRequest("Acme Two", METADATA, List.of("ACME.com"), null,
				fixture.request(METADATA).clientIds(), false, null);
		OnboardingCheck check = result(onboarding.check(second));
		assertThat(check.existing()).isNull();
		assertThat(check.conflicts()).singleElement().satisfies((conflict) -> {
			assertThat(conflict.value()).isEqualTo("acme.com");
			assertThat(conflict.connections()).singleElement().hasFieldOrPropertyWithValue("id", first);
		});
		String id = result(onboarding.create(second)).connectionId();
		assertThat(result(onboarding.review(id)).conflicts()).singleElement()
			.satisfies((conflict) -> assertThat(conflict.connections()).hasSize(2));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void listsNothingAtTheVendorWhileTheIndexIsFresh(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		String id = result(onboarding.create(fixture.request(METADATA))).connectionId();
		result(onboarding.check(fixture.request(METADATA)));
		int before = fixture.sandbox().requests().size();
		result(onboarding.check(fixture.request(METADATA)));
		result(onboarding.review(id));
		assertThat(fixture.sandbox().requests()).hasSizeGreaterThan(before);
		assertThat(fixture.sandbox().requests().subList(before, fixture.sandbox().requests().size()))
			.noneMatch((sent) -> sent.url().split("\\?")[0].endsWith(vendor.connections));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void reportsMetadataThatCannotBeRead(Vendor vendor) {
		Fixture fixture = start(vendor);
		OnboardingRequest request = fixture.request(IdpSettings.metadata("<html>"));
		OnboardingCheck check = result(fixture.onboarding().check(request));
		assertThat(check.isWithoutErrors()).isFalse();
		assertThat(check.findings()).map(Finding::code).containsOnlyOnce("metadata_invalid");
		assertThatIllegalArgumentException().isThrownBy(() -> fixture.onboarding().create(request));
		assertThat(fixture.sandbox().requests()).noneMatch((sent) -> sent.method().equals("POST"));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void deletesNoConnectionThatUsersSignInWith(Vendor vendor) {
		Fixture fixture = start(vendor);
		Onboarding onboarding = fixture.onboarding();
		OnboardingState state = result(onboarding.create(fixture.request(METADATA)));
		fixture.passTest(onboarding, state.connectionId());
		result(onboarding.activate(result(onboarding.review(state.connectionId()))));
		assertThatExceptionOfType(SsoApiException.Conflict.class)
			.isThrownBy(() -> onboarding.delete(state.connectionId()).block(Fixture.TIMEOUT));
		assertThat(fixture.signsIn("ann@acme.com", state)).isTrue();
		assertThat(fixture.sandbox().requests()).noneMatch((sent) -> sent.method().equals("DELETE"));
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void goesOnFromAStoredState(Vendor vendor) {
		Fixture fixture = start(vendor);
		OnboardingState state = result(fixture.onboarding().create(fixture.request(METADATA)));
		String json = JsonMapper.shared().writeValueAsString(state);
		assertThat(json).contains("\"vendor\":\"" + vendor.name().toLowerCase(java.util.Locale.ROOT) + "\"")
			.doesNotContain("active");
		OnboardingState stored = JsonMapper.shared().readValue(json, OnboardingState.class);
		assertThat(stored).isEqualTo(state);
		assertThat(result(fixture.onboarding().get(stored.connectionId())).state().connectionId())
			.isEqualTo(state.connectionId());
	}

	enum Vendor {

		CLERK("/v1/enterprise_connections", OnboardingStep.ORGANIZATION, OnboardingStep.CONNECTION,
				OnboardingStep.HAND_OVER, OnboardingStep.TEST_LINK, OnboardingStep.ACTIVATION,
				OnboardingStep.DEACTIVATION, OnboardingStep.DELETION),

		AUTH0("/api/v2/connections", OnboardingStep.ORGANIZATION, OnboardingStep.CONNECTION,
				OnboardingStep.DISCOVERY_DOMAINS, OnboardingStep.HAND_OVER, OnboardingStep.TEST_LINK,
				OnboardingStep.ACTIVATION, OnboardingStep.DEACTIVATION, OnboardingStep.DELETION);

		private final String connections;

		private final List<OnboardingStep> steps;

		Vendor(String connections, OnboardingStep... steps) {
			this.connections = connections;
			this.steps = List.of(steps);
		}

	}

}
