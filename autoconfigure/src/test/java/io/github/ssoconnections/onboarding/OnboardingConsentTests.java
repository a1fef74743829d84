// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * An onboarding changes nothing that its caller has not seen or asked for.
 */
class OnboardingConsentTests {

	private static final IdpSettings METADATA = IdpSettings.metadata(Fixture.METADATA);

	private final Fixture.Clerk clerk = new Fixture.Clerk();

	private final Fixture.Auth0 auth0 = new Fixture.Auth0();

	@AfterEach
	void close() {
		this.clerk.sandbox().close();
		this.auth0.sandbox().close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Fixture.TIMEOUT);
	}

	private static void conflicts(Mono<?> call) {
		assertThatExceptionOfType(SsoApiException.Conflict.class).isThrownBy(() -> result(call));
	}

	private static IdpSettings byHand(String ssoUrl, String certificate) {
		return IdpSettings.saml("https://idp.acme.com", ssoUrl, certificate);
	}

	private static String certificate(String name) {
		return TestCertificates.selfSigned(name, Instant.now().minusSeconds(60), Instant.now().plusSeconds(86400));
	}

	@Test
	void doesNotMoveAnActiveConnectionIntoAnOrganization() {
		Onboarding onboarding = this.clerk.onboarding();
		OnboardingRequest without = OnboardingRequest.of("Acme", METADATA, "acme.com", "acme.org");
		String id = result(onboarding.create(without)).connectionId();
		assertThat(result(onboarding.create(this.clerk.request(METADATA))).organizationId()).as("inactive").isNotNull();
		String other = result(onboarding.create(OnboardingRequest.of("Other", METADATA, "other.com"))).connectionId();
		result(this.clerk.account(WebClient.builder())
			.enterpriseConnections()
			.update(other, new EnterpriseConnectionPatch().active(true)));
		conflicts(onboarding.create(OnboardingRequest.of("Other", METADATA, "other.com")
			.withOrganization(CustomerOrganization.named("other", "Other Inc."))));
		assertThat(id).isNotEqualTo(other);
		assertThat(result(onboarding.get(other)).organizations()).isEmpty();
	}

	@Test
	void doesNotTakeTheOrganizationOfAnotherCustomer() {
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			Onboarding onboarding = fixture.onboarding();
			result(onboarding.create(fixture.request(METADATA)));
			OnboardingRequest namesake = new OnboardingRequest("Acme GmbH", METADATA, List.of("acme.de"),
					CustomerOrganization.named("acme", "Acme GmbH"), fixture.request(METADATA).clientIds(), false,
					null);
			conflicts(onboarding.create(namesake));
			assertThat(fixture.inventory()).noneMatch((line) -> line.contains("GmbH") || line.contains("acme-gmbh"));
		}
	}

	@Test
	void rejectsCorrectedValuesOfAConnectionThatExists() {
		String wrong = certificate("wrong");
		String right = certificate("right");
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			Onboarding onboarding = fixture.onboarding();
			result(onboarding.create(fixture.request(byHand("https://idp.acme.com/sso", wrong))));
			result(onboarding.create(fixture.request(byHand("https://idp.acme.com/sso", wrong))));
			conflicts(onboarding.create(fixture.request(byHand("https://idp.acme.com/other", wrong))));
			conflicts(onboarding.create(fixture.request(byHand("https://idp.acme.com/sso", right))));
		}
	}

	@Test
	void findsAConnectionThatWasRenamed() {
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			Onboarding onboarding = fixture.onboarding();
			String id = result(onboarding.create(fixture.request(METADATA))).connectionId();
			onboarding.rename(id, "Acme Europe").block(Fixture.TIMEOUT);
			assertThat(result(onboarding.create(fixture.request(METADATA))).connectionId()).isEqualTo(id);
		}
	}

	@Test
	void activatesForNoMoreThanTheReviewNames() {
		Onboarding onboarding = this.auth0.onboarding();
		this.auth0.sandbox().auth0().clients("app", "other", "third");
		String id = result(onboarding.create(this.auth0.request(METADATA))).connectionId();
		ActivationReview review = result(onboarding.review(id));
		assertThat(review.clientIds()).containsExactly("app");
		assertThat(review.organizationIds()).hasSize(1);
		ActivationPlan plan = ActivationPlan.of(List.of("app", "other"), review.organizationIds());
		result(this.auth0.account(WebClient.builder()).connectionActivation().setPlan(id, plan));
		conflicts(onboarding.activate(review));
		ActivationReview second = result(onboarding.review(id));
		assertThat(second.clientIds()).containsExactlyInAnyOrder("app", "other");
		this.auth0.account(WebClient.builder())
			.connectionClients()
			.update(id, List.of(ClientChange.enable("third")))
			.block(Fixture.TIMEOUT);
		conflicts(onboarding.activate(second));
		assertThat(result(onboarding.activate(result(onboarding.review(id)))).isActive()).isTrue();
	}

	@Test
	void createsNoConnectionForAClientThatDoesNotExist() {
		assertThatExceptionOfType(SsoApiException.NotFound.class)
			.isThrownBy(() -> result(this.auth0.onboarding().create(this.auth0.request(METADATA).withClients("tpyo"))))
			.withMessageContaining("clients.get");
		assertThat(this.auth0.inventory()).noneMatch((line) -> line.startsWith("connection"));
	}

	@Test
	void suspendsAConnectionThatOtherClientsUse() {
		Onboarding onboarding = this.auth0.onboarding();
		this.auth0.sandbox().auth0().clients("app", "third");
		String id = result(onboarding.create(this.auth0.request(METADATA))).connectionId();
		this.auth0.account(WebClient.builder())
			.connectionClients()
			.update(id, List.of(ClientChange.enable("third")))
			.block(Fixture.TIMEOUT);
		OnboardedConnection connection = result(onboarding.get(id));
		assertThat(connection.state().isActive()).isTrue();
		assertThat(result(onboarding.deactivate(id)).isActive()).isFalse();
		assertThat(result(onboarding.get(id)).json()).contains("\"active\" : false");
	}

	@Test
	void saysWhatAnActivationChangesAtClerk() {
		Onboarding onboarding = this.clerk.onboarding();
		ClerkAccount account = this.clerk.account(WebClient.builder());
		String organization = result(
				account.organizations().create(new NewOrganization().name("Acme Inc.").slug("acme")))
			.id();
		for (String domain : List.of("acme.com", "acme.net")) {
			result(account.organizationDomains()
				.create(organization,
						new NewOrganizationDomain().name(domain).enrollmentMode(EnrollmentMode.AUTOMATIC_SUGGESTION))
				.flatMap(account.organizationDomains()::markVerified));
		}
		this.clerk.sandbox().addUser("ann@acme.com").addUser("bob@ACME.org").addUser("eve@other.com");
		OnboardingCheck check = result(onboarding.check(this.clerk.request(METADATA)));
		assertThat(check.removedDomains()).containsExactly("acme.com");
		String id = result(onboarding.create(this.clerk.request(METADATA))).connectionId();
		ActivationReview review = result(onboarding.review(id));
		assertThat(review.removedDomains()).containsExactly("acme.com");
		assertThat(review.existingUsers()).isEqualTo(2);
		assertThat(review.existingUsersComplete()).isTrue();
		assertThat(review.testNeeded()).isTrue();
		assertThat(review.organizationIds()).containsExactly(organization);
		assertThat(this.clerk.sandbox().verifiedOrganizationDomains()).as("nothing is removed")
			.contains("acme.com", "acme.net");
	}

	@Test
	void saysWhatIsLeftOfACustomer() {
		String atClerk = result(this.clerk.onboarding().create(this.clerk.request(METADATA))).connectionId();
		assertThat(result(this.clerk.onboarding().offboard(atClerk)).remaining())
			.noneMatch((sentence) -> sentence.contains("directory"));
		String directory = result(this.clerk.account(WebClient.builder())
			.directories()
			.create(new NewDirectory().enterpriseConnectionId(atClerk).name("Acme").provider("okta"))).id();
		assertThat(result(this.clerk.onboarding().offboard(atClerk)).remaining())
			.contains("The directory " + directory + " of the connection still provisions users.")
			.anyMatch((sentence) -> sentence.startsWith("Sessions"));
		String atAuth0 = result(this.auth0.onboarding().create(this.auth0.request(METADATA))).connectionId();
		String scim = "The SCIM configuration of the connection still provisions users.";
		assertThat(result(this.auth0.onboarding().offboard(atAuth0)).remaining()).doesNotContain(scim)
			.anyMatch((sentence) -> sentence.startsWith("Sessions and refresh tokens"));
		result(this.auth0.account(WebClient.builder()).scimConfigurations().create(atAuth0));
		Offboarding offboarding = result(this.auth0.onboarding().offboard(atAuth0));
		assertThat(offboarding.remaining()).contains(scim);
		assertThat(offboarding.deletion()).anyMatch((sentence) -> sentence.contains("all users of the connection"));
	}

	@Test
	void testsTheSignInOfAGivenClient() {
		Onboarding onboarding = this.auth0.onboarding();
		this.auth0.sandbox().auth0().clients("app", "third").organizationUsage("third", "allow");
		String id = result(onboarding.create(this.auth0.request(METADATA))).connectionId();
		assertThat(result(onboarding.test(id)).url().value()).contains("client_id=app&")
			.contains("redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback");
		SignInTest test = result(onboarding.test(id, "third"));
		assertThat(test.recorded()).isFalse();
		assertThat(test.url().value()).startsWith("https://login.example.com/authorize?")
			.contains("client_id=third&", "connection=acme&",
					"redirect_uri=https%3A%2F%2Fthird.example.com%2Fcallback");
		assertThat(test.missing()).isNotEmpty();
	}

	@Test
	void suspendsADomainConnection() {
		Onboarding onboarding = this.auth0.onboarding();
		String id = result(onboarding.create(this.auth0.request(METADATA))).connectionId();
		result(this.auth0.account(WebClient.builder())
			.connections()
			.update(id, new Auth0ConnectionPatch().isDomainConnection(true)));
		assertThat(result(onboarding.get(id)).state().isActive()).isTrue();
		conflicts(onboarding.delete(id).thenReturn(id));
		assertThat(result(onboarding.deactivate(id)).isActive()).isFalse();
	}

	@Test
	void changesTheVersionWithTheClients() {
		Onboarding onboarding = this.auth0.onboarding();
		String id = result(onboarding.create(this.auth0.request(METADATA))).connectionId();
		String version = result(onboarding.get(id)).version();
		this.auth0.account(WebClient.builder())
			.connectionClients()
			.update(id, List.of(ClientChange.enable("app")))
			.block(Fixture.TIMEOUT);
		assertThat(result(onboarding.get(id)).version()).isNotEqualTo(version);
	}

	@Test
	void deletesAgain() {
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			List<OnboardingStepCompleted> events = new CopyOnWriteArrayList<>();
			Onboarding onboarding = fixture.onboarding(WebClient.builder(), events);
			String id = result(onboarding.create(fixture.request(METADATA))).connectionId();
			onboarding.delete(id).block(Fixture.TIMEOUT);
			onboarding.delete(id).block(Fixture.TIMEOUT);
			assertThat(events).map(OnboardingStepCompleted::step)
				.filteredOn(OnboardingStep.DELETION::equals)
				.hasSize(2);
		}
	}

	@Test
	void publishesTheTestThatAnActivationCreates() {
		List<OnboardingStepCompleted> events = new CopyOnWriteArrayList<>();
		Onboarding onboarding = this.clerk.onboarding(WebClient.builder(), events);
		String id = result(onboarding.create(this.clerk.request(METADATA))).connectionId();
		Activation activation = result(onboarding.activate(result(onboarding.review(id))));
		assertThat(activation.isActive()).isFalse();
		assertThat(activation.testNeeded().url()).isNotNull();
		assertThat(events).map(OnboardingStepCompleted::step).endsWith(OnboardingStep.TEST_LINK);
	}

	@Test
	void rejectsAPublicClientAtAuth0() {
		OnboardingRequest request = this.auth0.request(IdpSettings.oidc("https://idp.acme.com", "client", null));
		Onboarding onboarding = this.auth0.onboarding();
		assertThatIllegalArgumentException().isThrownBy(() -> onboarding.create(request))
			.withMessageContaining("'clientSecret'");
		assertThatIllegalArgumentException().isThrownBy(() -> onboarding.check(request));
		assertThat(this.auth0.sandbox().requests()).map(RecordedRequest::method).doesNotContain("POST");
		OnboardingState state = result(this.clerk.onboarding()
			.create(this.clerk.request(IdpSettings.oidc("https://idp.acme.com", "c", null))));
		assertThat(state.isDone(OnboardingStep.CONNECTION)).isTrue();
	}

}
