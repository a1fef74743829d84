// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples do what the page says.
 */
class ClerkExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private static final Instant EXPIRY = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(90, ChronoUnit.DAYS);

	private static final String PEM = TestCertificates.selfSigned("current", EXPIRY.minus(100, ChronoUnit.DAYS),
			EXPIRY);

	private static final String NEXT_PEM = TestCertificates.selfSigned("next", EXPIRY.minus(100, ChronoUnit.DAYS),
			EXPIRY.plus(300, ChronoUnit.DAYS));

	private final EnterpriseConnectionService connections = EnterpriseConnectionService.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final SamlConnectionService samlConnections = ClerkExamples.secondAccount(WebClient.builder(),
			sandbox.clerkApiKey(), sandbox.clerkBaseUrl());

	private final ClerkExamples examples = new ClerkExamples(this.connections);

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void createsReadsChangesTestsAndDeletes() {
		EnterpriseConnection created = result(this.examples.create(PEM));
		String id = created.id();
		assertThat(result(this.examples.get(id))).isEqualTo(EXPIRY);
		assertThat(result(this.examples.rotate(id, PEM, NEXT_PEM)).saml().idpCertificates()).hasSize(2);
		assertThat(result(this.examples.update(id)).active()).isTrue();
		assertThat(result(this.examples.whereToSignIn(this.connections, id))).contains("/sign-in/clerk?token=");
		sandbox.completeTestRuns();
		StepVerifier.create(this.examples.whyItFailed(this.connections, id)).expectComplete().verify(TIMEOUT);
		StepVerifier.create(this.examples.unknownFields(id)).expectComplete().verify(TIMEOUT);
		assertThat(ClerkExamples.unknownValues(created)).isTrue();
		assertThat(result(ClerkExamples.saml(this.samlConnections, created)).users()).isZero();
		assertThat(result(this.examples.delete(id)).deleted()).isTrue();
	}

	@Test
	void createsOnce() {
		EnterpriseConnectionCreation creation = EnterpriseConnectionCreation.create(this.connections,
				Duration.ofSeconds(1), Duration.ofSeconds(1).plusMinutes(5));
		EnterpriseConnection created = result(this.examples.createOnce(creation));
		assertThat(result(this.examples.createOnce(creation))).isEqualTo(created);
		assertThat(result(this.examples.options(created.id()))).isEqualTo(created);
	}

	@Test
	void lists() {
		sandbox.seed();
		assertThat(result(this.examples.list()).totalCount()).isPositive();
		StepVerifier.create(this.examples.listAll()).expectNextCount(8).expectComplete().verify(TIMEOUT);
		ClerkExamples.CustomerSignIn signIn = this.examples.new CustomerSignIn(this.connections);
		StepVerifier.create(signIn.domains("org_globex").collectList())
			.assertNext((domains) -> assertThat(domains).containsExactly("globex.example", "globex-labs.example"))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void createsAnOidcConnection() {
		EnterpriseConnection created = result(this.examples.createOidc("s3cret"));
		assertThat(created.oidc().clientId()).isEqualTo("acme-app");
	}

	@Test
	void usesTheSamlApi() {
		assertThat(result(ClerkExamples.samlWrite(this.samlConnections)).active()).isTrue();
		assertThat(result(ClerkExamples.samlCount(this.samlConnections))).isEqualTo(1);
		StepVerifier.create(ClerkExamples.samlList(this.samlConnections)).expectComplete().verify(TIMEOUT);
	}

	@Test
	void clearsWithNull() {
		EnterpriseConnectionPatch patch = ClerkExamples.nullAndAbsent();
		assertThat(patch.fields()).containsOnlyKeys("saml");
		assertThat(((EnterpriseConnectionPatch.Saml) patch.fields().get("saml")).fields())
			.containsEntry("idp_metadata_url", null)
			.containsEntry("force_authn", true)
			.hasSize(2);
	}

	@Test
	void translatesARejection() {
		String id = result(this.examples.create(PEM)).id();
		StepVerifier.create(this.examples.errors(id, new EnterpriseConnectionPatch().set("new_field", 1)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(IllegalArgumentException.class)
				.hasMessage("Please correct [new_field]"))
			.verify(TIMEOUT);
	}

	@Test
	void masks() {
		assertThat(ClerkExamples.escapeHatch("a").toString()).contains("session_lifetime=******",
				"saml=Saml[sign_requests=******]");
		result(this.examples.create(PEM)
			.flatMap((connection) -> this.connections.createTestRun(connection.id())
				.thenReturn(connection)
				.doOnNext((created) -> sandbox.completeTestRuns())
				.flatMap((created) -> this.connections.listTestRuns(created.id()))
				.doOnNext((page) -> assertThat(ClerkExamples.json(page.data().get(0)))
					.contains("\"saml_response\":\"******\""))
				.thenReturn(Map.of())));
	}

	private static <T> T result(Mono<T> mono) {
		return mono.blockOptional(TIMEOUT).orElseThrow();
	}

}
