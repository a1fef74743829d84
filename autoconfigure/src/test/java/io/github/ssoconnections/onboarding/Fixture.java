// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.onboarding.Auth0Onboarding;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.onboarding.ClerkOnboarding;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * One vendor's sandbox, and onboardings over it.
 */
interface Fixture {

	Duration TIMEOUT = Duration.ofSeconds(30);

	String METADATA = TestMetadata.xml("https://idp.acme.com", "https://idp.acme.com/sso", TestCertificates
		.selfSigned("idp", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(300))));

	String METADATA_URL = "https://idp.acme.com/metadata";

	/**
	 * Return an onboarding of a new process.
	 * @param webClient the builder of its client
	 * @param events receives its events
	 * @return the onboarding
	 */
	Onboarding onboarding(WebClient.Builder webClient, List<OnboardingStepCompleted> events);

	default Onboarding onboarding() {
		return onboarding(WebClient.builder(), new CopyOnWriteArrayList<>());
	}

	OnboardingRequest request(IdpSettings idp);

	/**
	 * Let a test succeed, where the vendor needs one.
	 * @param onboarding the onboarding
	 * @param connectionId the connection
	 */
	void passTest(Onboarding onboarding, String connectionId);

	boolean signsIn(String email, OnboardingState state);

	/**
	 * Return everything that exists, each as a line.
	 * @return the names of organizations, connections and domains
	 */
	List<String> inventory();

	Sandbox sandbox();

	static OnboardingTools tools(@Nullable ConnectionIndex index, List<OnboardingStepCompleted> events) {
		return new OnboardingTools((url, entityId) -> Mono.fromCallable(() -> SamlMetadata.parse(METADATA)),
				(issuer) -> Mono.just(
						OidcDiscovery.parse(OidcDiscovery.url(issuer),
								"""
										{"issuer": "https://idp.acme.com", "authorization_endpoint": "https://idp.acme.com/authorize",
										 "token_endpoint": "https://idp.acme.com/token", "jwks_uri": "https://idp.acme.com/keys"}"""
									.getBytes())),
				HandOverSheets.create(), () -> index, Clock.systemUTC(), events::add);
	}

	static IdpSettings oidc() {
		return IdpSettings.oidc("https://idp.acme.com", "client", Secret.of("s3cret-of-acme"));
	}

	/** Clerk. */
	final class Clerk implements Fixture {

		private final Sandbox sandbox = Sandbox.start().publishMetadata(METADATA_URL, METADATA);

		ClerkAccount account(WebClient.Builder webClient) {
			return ClerkAccount.of(ClerkClient.create(webClient,
					ClerkConnectionDetails.of(this.sandbox.clerkApiKey(), this.sandbox.clerkBaseUrl())));
		}

		@Override
		public Onboarding onboarding(WebClient.Builder webClient, List<OnboardingStepCompleted> events) {
			ClerkAccount account = account(webClient);
			return Onboarding.create(new ClerkOnboarding(account),
					tools(new RefreshedConnectionIndex(List.of(account.connectionCatalog()),
							ConnectionIndexSettings.defaults()), events));
		}

		@Override
		public OnboardingRequest request(IdpSettings idp) {
			return OnboardingRequest.of("Acme", idp, "acme.com", "acme.org")
				.withOrganization(CustomerOrganization.named("acme", "Acme Inc."));
		}

		@Override
		public void passTest(Onboarding onboarding, String connectionId) {
			onboarding.test(connectionId).block(TIMEOUT);
			this.sandbox.completeTestRuns();
		}

		@Override
		public boolean signsIn(String email, OnboardingState state) {
			return this.sandbox.clerkSignIn(email).contains(state.connectionId());
		}

		@Override
		public List<String> inventory() {
			ClerkAccount account = account(WebClient.builder());
			return account.organizations()
				.listAll()
				.map((organization) -> "organization " + organization.slug())
				.concatWith(account.enterpriseConnections()
					.listAll()
					.map((connection) -> "connection " + connection.name()))
				.collectList()
				.block(TIMEOUT);
		}

		@Override
		public Sandbox sandbox() {
			return this.sandbox;
		}

		@Override
		public String toString() {
			return "clerk";
		}

	}

	/** Auth0. */
	final class Auth0 implements Fixture {

		private final Sandbox sandbox = Sandbox.start().publishMetadata(METADATA_URL, METADATA);

		Auth0() {
			this.sandbox.auth0().clients("app").organizationUsage("app", "allow").deletionTakes(0);
		}

		Auth0Account account(WebClient.Builder webClient) {
			Auth0ConnectionDetails details = Auth0ConnectionDetails
				.ofToken(this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token())
				.withDomain("login.example.com")
				.withTenant("tenant");
			return Auth0Account.of(Auth0Client.create(webClient, details, Auth0Settings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()))));
		}

		@Override
		public Onboarding onboarding(WebClient.Builder webClient, List<OnboardingStepCompleted> events) {
			Auth0Account account = account(webClient);
			return Onboarding.create(new Auth0Onboarding(account),
					tools(new RefreshedConnectionIndex(List.of(account.connectionCatalog()),
							ConnectionIndexSettings.defaults()), events));
		}

		@Override
		public OnboardingRequest request(IdpSettings idp) {
			return OnboardingRequest.of("Acme", idp, "acme.com", "acme.org")
				.withOrganization(CustomerOrganization.named("acme", "Acme Inc."))
				.withClients("app")
				.withDiscoveryDomains();
		}

		@Override
		public void passTest(Onboarding onboarding, String connectionId) {
			onboarding.test(connectionId).block(TIMEOUT);
		}

		@Override
		public boolean signsIn(String email, OnboardingState state) {
			return this.sandbox.auth0().signIn(state.connectionId(), "app", state.organizationId(), email).isAllowed();
		}

		@Override
		public List<String> inventory() {
			Auth0Account account = account(WebClient.builder());
			return account.organizations()
				.listAll()
				.concatMap((organization) -> account.discoveryDomains()
					.listAll(organization.id())
					.map((domain) -> "domain " + domain.domain() + " " + domain.status())
					.sort()
					.startWith("organization " + organization.name()))
				.concatWith(account.connections().listAll().map((connection) -> "connection " + connection.name()))
				.collectList()
				.block(TIMEOUT);
		}

		@Override
		public Sandbox sandbox() {
			return this.sandbox;
		}

		@Override
		public String toString() {
			return "auth0";
		}

	}

}
