// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.organization.ActivationReview;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An activation removes no verified domain that its caller has not seen.
 */
class ClerkReviewedActivationTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final EnterpriseConnectionService connections = EnterpriseConnectionService.create(this.client);

	private final ClerkOrganizationDomains domains = ClerkOrganizationDomains.create(this.client);

	private final EnterpriseConnectionActivation direct = EnterpriseConnectionActivation.create(this.connections,
			this.client, this.domains::listVerifiedNames);

	private final ClerkReviewedActivation activation = ClerkReviewedActivation.create(this.client, this.connections,
			this.direct, this.domains);

	private String organizationId;

	private String connectionId;

	@BeforeEach
	void create() {
		this.organizationId = result(
				ClerkOrganizations.create(this.client).create(new NewOrganization().name("Acme").slug("acme")))
			.id();
		Instant now = Instant.now();
		this.connectionId = result(this.connections.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com", "acme.org")
			.organizationId(this.organizationId)
			.saml(new NewEnterpriseConnection.Saml().idpEntityId("https://idp.acme.com")
				.idpSsoUrl("https://idp.acme.com/sso")
				.idpCertificates(TestCertificates.selfSigned("idp", now.minus(Duration.ofDays(1)),
						now.plus(Duration.ofDays(90)))))))
			.id();
	}

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Clerk.TIMEOUT);
	}

	private void addVerified(String name) {
		OrganizationDomain domain = result(this.domains.create(this.organizationId,
				new NewOrganizationDomain().name(name).enrollmentMode(EnrollmentMode.AUTOMATIC_SUGGESTION)));
		result(this.domains.markVerified(domain));
	}

	private void activateAfterTest(ActivationReview review) {
		result(this.connections.createTestRun(this.connectionId));
		sandbox.completeTestRuns();
		assertThat(result(this.activation.activate(review))).isInstanceOf(ActivationResult.Active.class);
	}

	@Test
	void namesDomainsThatWouldBeRemoved() {
		addVerified("acme.com");
		addVerified("other.com");
		result(this.domains.create(this.organizationId, new NewOrganizationDomain().name("acme.org")));
		ActivationReview review = result(this.activation.review(this.connectionId));
		assertThat(review.verifiedDomains()).singleElement().satisfies((domain) -> {
			assertThat(domain.name()).isEqualTo("acme.com");
			assertThat(domain.enrollmentMode()).isEqualTo(EnrollmentMode.AUTOMATIC_SUGGESTION);
			assertThat(domain.totalPendingInvitations()).isZero();
			assertThat(domain.totalPendingSuggestions()).isZero();
		});
		activateAfterTest(review);
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("other.com");
	}

	@Test
	void activatesWithConsentToTheDomainsOnly() {
		addVerified("acme.com");
		addVerified("acme.org");
		addVerified("other.com");
		result(this.connections.createTestRun(this.connectionId));
		sandbox.completeTestRuns();
		for (Mono<ActivationResult> rejected : List.of(this.direct.activate(this.connectionId),
				this.direct.activate(this.connectionId, Set.of("acme.com", "other.com")))) {
			StepVerifier.create(rejected)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
					.hasMessageContaining("acme.org")
					.hasMessageNotContaining("other.com"))
				.verify(Clerk.TIMEOUT);
		}
		assertThat(result(this.connections.get(this.connectionId)).active()).isFalse();
		assertThat(sandbox.requests()).filteredOn((request) -> request.url().contains("/enterprise_connections/"))
			.extracting(RecordedRequest::method)
			.doesNotContain("PATCH");
		assertThat(result(this.direct.activate(this.connectionId, Set.of("ACME.com", "acme.org"))))
			.isInstanceOf(ActivationResult.Active.class);
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("other.com");
	}

	@Test
	void removesNoDomainThatTheReviewDoesNotName() {
		ActivationReview review = result(this.activation.review(this.connectionId));
		assertThat(review.verifiedDomains()).isEmpty();
		addVerified("acme.org");
		result(this.connections.createTestRun(this.connectionId));
		sandbox.completeTestRuns();
		StepVerifier.create(this.activation.activate(review))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("acme.org"))
			.verify(Clerk.TIMEOUT);
		assertThat(result(this.connections.get(this.connectionId)).active()).isFalse();
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("acme.org");
	}

	@Test
	void activatesConnectionWhoseOrganizationIsGone() {
		addVerified("acme.com");
		sandbox.faults().on("GET", "/v1/organizations/*/domains").status(404);
		ActivationReview review = result(this.activation.review(this.connectionId));
		assertThat(review.verifiedDomains()).isEmpty();
		activateAfterTest(review);
	}

	@Test
	void restoresAfterDeactivationOnly() {
		addVerified("acme.com");
		ActivationReview review = result(this.activation.review(this.connectionId));
		activateAfterTest(review);
		assertThat(sandbox.verifiedOrganizationDomains()).isEmpty();
		StepVerifier.create(this.activation.restore(review))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("deactivate or delete the connection first"))
			.verify(Clerk.TIMEOUT);
		result(this.connections.update(this.connectionId, new EnterpriseConnectionPatch().active(false)));
		for (int i = 0; i < 2; i++) {
			assertThat(result(this.activation.restore(review).collectList())).singleElement().satisfies((domain) -> {
				assertThat(domain.name()).isEqualTo("acme.com");
				assertThat(domain.isVerified()).isTrue();
				assertThat(domain.enrollmentMode()).isEqualTo(EnrollmentMode.AUTOMATIC_SUGGESTION);
			});
		}
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("acme.com");
	}

	@Test
	void restoresTheEnrollmentModeOfADomainThatWasAddedAgain() {
		addVerified("acme.com");
		ActivationReview review = result(this.activation.review(this.connectionId));
		activateAfterTest(review);
		result(this.connections.delete(this.connectionId));
		result(this.domains.create(this.organizationId,
				new NewOrganizationDomain().name("acme.com").enrollmentMode(EnrollmentMode.MANUAL_INVITATION)));
		assertThat(result(this.activation.restore(review).collectList())).singleElement().satisfies((domain) -> {
			assertThat(domain.isVerified()).isTrue();
			assertThat(domain.enrollmentMode()).isEqualTo(EnrollmentMode.AUTOMATIC_SUGGESTION);
		});
	}

	@Test
	void restoresAfterDeletion() {
		addVerified("acme.com");
		ActivationReview review = result(this.activation.review(this.connectionId));
		activateAfterTest(review);
		result(this.connections.delete(this.connectionId));
		assertThat(result(this.activation.restore(review).collectList())).hasSize(1);
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("acme.com");
	}

}
