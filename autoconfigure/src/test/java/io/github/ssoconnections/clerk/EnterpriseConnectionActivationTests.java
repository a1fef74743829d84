// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Activations over an account that behaves as the vendor's does.
 */
class EnterpriseConnectionActivationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static Sandbox sandbox;

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()), ClerkSettings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled())));

	private final EnterpriseConnectionService service = EnterpriseConnectionService.create(this.client);

	private final EnterpriseConnectionActivation activation = EnterpriseConnectionActivation.create(this.service,
			this.client, ClerkOrganizationDomains.create(this.client)::listVerifiedNames);

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() {
		sandbox.reset();
	}

	@Test
	void createsTestRunForConnectionsWithoutOne() {
		String id = connection(300);
		ActivationResult.TestNeeded needed = testNeeded(id);
		assertThat(needed.connection().id()).isEqualTo(id);
		assertThat(needed.link().url().value()).contains("/sign-in/clerk?token=");
		assertThat(needed.lastRun()).isNull();
		assertThat(needed.toString()).contains("******").doesNotContain(needed.link().url().value());
		assertThat(this.service.get(id).block(LIMIT).active()).isFalse();
	}

	@Test
	void activatesTestedConnections() {
		String id = connection(300);
		sandbox.addVerifiedOrganizationDomain("acme.example");
		testNeeded(id);
		sandbox.completeTestRuns();
		ActivationResult.Active active = active(id);
		assertThat(active.connection().active()).isTrue();
		assertThat(active.testRun().status()).isEqualTo(TestRunStatus.SUCCESS);
		assertThat(patches()).containsExactly("{\"active\":true}");
	}

	@Test
	void readsTheConnectionAfterItsTestRunsAndOnce() {
		String id = connection(300);
		testNeeded(id);
		sandbox.completeTestRuns();
		int before = sandbox.requests().size();
		active(id);
		assertThat(sandbox.requests().stream().skip(before))
			.extracting((request) -> request.method() + " " + request.url().replaceFirst("\\?.*", ""))
			.containsExactly("GET /v1/enterprise_connections/" + id + "/test_runs",
					"GET /v1/enterprise_connections/" + id, "PATCH /v1/enterprise_connections/" + id);
	}

	@Test
	void createsAnotherTestRunAfterAChange() {
		String id = connection(300);
		testNeeded(id);
		sandbox.completeTestRuns();
		// Later than the run by the vendor's clock, which has milliseconds
		Instant tested = this.service.listTestRuns(id).block(LIMIT).data().get(0).createdAt();
		this.service.update(id, new EnterpriseConnectionPatch().name("Acme 2"))
			.repeat()
			.filter((connection) -> connection.updatedAt().isAfter(tested))
			.blockFirst(LIMIT);
		ActivationResult.TestNeeded needed = testNeeded(id);
		assertThat(needed.lastRun().status()).isEqualTo(TestRunStatus.SUCCESS);
		sandbox.completeTestRuns();
		assertThat(active(id).connection().name()).isEqualTo("Acme 2");
	}

	@Test
	void reportsWhyTheLastTestFailed() {
		String id = connection(-1);
		testNeeded(id);
		sandbox.completeTestRuns();
		TestRun last = testNeeded(id).lastRun();
		assertThat(last.status()).isEqualTo(TestRunStatus.FAILED);
		assertThat(last.failure().code()).isEqualTo("saml_idp_certificate_expired");
		assertThat(last.failure().message()).isEqualTo("The IdP's signing certificate has expired.");
		assertThat(patches()).isEmpty();
	}

	@Test
	void findsSuccessBehindFailureAndOnFurtherPages() {
		String id = connection(300);
		for (int i = 0; i < 101; i++) {
			this.service.createTestRun(id).block(LIMIT);
		}
		sandbox.completeTestRuns();
		assertThat(active(id).testRun().status()).isEqualTo(TestRunStatus.SUCCESS);
		assertThat(sandbox.requests()).map(RecordedRequest::url)
			.filteredOn((url) -> url.contains("test_runs?"))
			.containsExactly("/v1/enterprise_connections/" + id + "/test_runs?limit=100&offset=0",
					"/v1/enterprise_connections/" + id + "/test_runs?limit=100&offset=100");
	}

	@Test
	void doesNotChangeActiveConnections() {
		String id = connection(300);
		this.service.update(id, new EnterpriseConnectionPatch().active(true)).block(LIMIT);
		assertThat(active(id).testRun()).isNull();
		assertThat(patches()).hasSize(1);
	}

	@Test
	void succeedsWhenTheResponseToTheActivationIsLost() {
		String id = connection(300);
		testNeeded(id);
		sandbox.completeTestRuns();
		Fault fault = sandbox.faults().on("PATCH", "/v1/enterprise_connections/*").times(1).afterCommit().status(502);
		assertThat(active(id).connection().active()).isTrue();
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(patches()).hasSize(1);
	}

	@Test
	void passesOnWhyItCannotBeActivated() {
		String id = connection(300);
		testNeeded(id);
		sandbox.completeTestRuns();
		Fault fault = sandbox.faults()
			.on("PATCH", "/v1/enterprise_connections/*")
			.times(1)
			.status(422, "saml_connection_cant_be_activated");
		StepVerifier.create(this.activation.activate(id))
			.expectErrorSatisfies((failure) -> assertThat(((SsoApiException) failure).code())
				.isEqualTo("saml_connection_cant_be_activated"))
			.verify(LIMIT);
		assertThat(fault.fired()).isEqualTo(1);
	}

	@Test
	void awaitsTheRunThatItHasCreated() {
		String id = connection(300);
		ActivationResult.TestNeeded needed = testNeeded(id);
		sandbox.completeTestRuns();
		TestRun run = this.activation.awaitTestRun(needed, LIMIT).block(LIMIT);
		assertThat(run.status()).isEqualTo(TestRunStatus.SUCCESS);
		assertThat(this.activation.awaitTestRun(id, LIMIT).block(LIMIT)).isEqualTo(run);
	}

	@Test
	void rejectsArgumentsAtTheCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.activate("../users"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.awaitTestRun("../users", LIMIT));
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.awaitTestRun("ent_1", Duration.ZERO))
			.withMessage("'timeout' must be positive");
		assertThat(sandbox.requests()).isEmpty();
	}

	private ActivationResult.TestNeeded testNeeded(String id) {
		return (ActivationResult.TestNeeded) this.activation.activate(id).block(LIMIT);
	}

	private ActivationResult.Active active(String id) {
		return (ActivationResult.Active) this.activation.activate(id).block(LIMIT);
	}

	private static List<String> patches() {
		return sandbox.requests()
			.stream()
			.filter((request) -> request.method().equals("PATCH"))
			.map(RecordedRequest::body)
			.toList();
	}

	private String connection(int days) {
		Instant now = Instant.now();
		return this.service
			.create(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.SAML_OKTA)
				.domains("acme.example")
				.saml(new NewEnterpriseConnection.Saml().idpEntityId("https://idp.acme.example")
					.idpSsoUrl("https://idp.acme.example/sso")
					.idpCertificates(TestCertificates.selfSigned("idp", now.minus(Duration.ofDays(300)),
							now.plus(Duration.ofDays(days))))))
			.block(LIMIT)
			.id();
	}

}
