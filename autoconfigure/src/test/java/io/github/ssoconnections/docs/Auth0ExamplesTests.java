// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicket;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.RecordedRequest;
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
class Auth0ExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private final Auth0Client client = Auth0Client.create(WebClient.builder(),
			Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()), settings());

	private final Auth0ConnectionService connections = Auth0ConnectionService.create(this.client);

	private final Auth0Examples examples = new Auth0Examples(this.client);

	private static Auth0Settings settings() {
		Auth0Settings defaults = Auth0Settings.defaults();
		return defaults.withClient(defaults.client().withRateLimit(RateLimitSettings.disabled()));
	}

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@Test
	void createsATicketForAnOrganization() {
		Auth0Organizations organizations = Auth0Organizations.create(this.client);
		String organization = organizations.create(new NewOrganization().name("acme")).block(TIMEOUT).id();
		SelfServiceTicket ticket = this.examples
			.ticket(Auth0SelfServiceProfiles.create(this.client), Auth0SelfServiceTickets.create(this.client),
					organization)
			.block(TIMEOUT);
		assertThat(ticket.id()).isNotNull();
		assertThat(ticket.toString()).doesNotContain("https://");
		Auth0SelfServiceTickets.create(this.client).revoke(ticket).block(TIMEOUT);
	}

	@Test
	void findsTheReasonsOfFailures() {
		String id = this.connections.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP))
			.block(TIMEOUT)
			.id();
		sandbox.auth0().signInFailed(id, "f", "Invalid thumbprint", "jane@acme.com");
		StepVerifier.create(this.examples.reasons(Auth0SignInFailures.create(this.client), id))
			.expectNext("Invalid thumbprint")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void findsTheConnectionOfAUser() {
		String id = this.connections.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP))
			.block(TIMEOUT)
			.id();
		sandbox.auth0().addUser("jane@acme.com", id);
		StepVerifier.create(this.examples.connectionNames(Auth0UserConnections.create(this.client), "Jane@acme.com"))
			.expectNext("acme")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void createsReadsAndChanges() {
		Auth0Connection created = result(this.examples.create("first"));
		String id = created.id();
		assertThat(created.options()).containsEntry("signingCert", "first").containsEntry("signSAMLRequest", true);
		assertThat(created.realms()).containsExactly("acme.com");
		assertThat(created.metadata()).containsEntry("tier", "enterprise");
		assertThat(result(this.examples.get(id))).isEqualTo("https://idp.acme.com/saml/sso");
		Auth0Connection updated = result(this.examples.update(id));
		assertThat(updated.displayName()).isEqualTo("Acme");
		assertThat(updated.authentication().active()).isFalse();
		assertThat(result(this.examples.mergeOptions(id, "second")).options()).containsEntry("signingCert", "second")
			.containsEntry("debug", true)
			.containsEntry("signInEndpoint", "https://idp.acme.com/saml/sso");
		Auth0Connection replaced = result(this.examples.replaceOptions(id));
		assertThat(replaced.options()).doesNotContainKey("debug").containsEntry("signingCert", "second");
		assertThat(replaced.displayName()).isEqualTo("Acme");
	}

	@Test
	void lists() {
		sandbox.seed();
		assertThat(result(this.examples.list()).data()).hasSize(4)
			.allSatisfy((connection) -> assertThat(connection.options()).isNull());
		assertThat(result(this.examples.total())).isEqualTo(11);
		StepVerifier.create(this.examples.listAll()).expectNextCount(3).expectComplete().verify(TIMEOUT);
		Auth0Examples.CustomerConnections customers = this.examples.new CustomerConnections(this.connections);
		StepVerifier.create(customers.namesOf(ConnectionStrategy.OKTA))
			.expectNext("Weyland")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void getsTokenOnceForSecondTenant() {
		Auth0Client second = Auth0Examples.secondTenant(WebClient.builder(), sandbox.auth0().baseUrl(),
				sandbox.auth0().audience(), sandbox.auth0().clientId(), sandbox.auth0().clientSecret());
		assertThat(result(Auth0ConnectionService.create(second).list()).data()).isEmpty();
		assertThat(result(Auth0ConnectionService.create(second).list()).data()).isEmpty();
		assertThat(sandbox.requests()).extracting(RecordedRequest::url)
			.containsExactly("/oauth/token", "/api/v2/connections?take=100", "/api/v2/connections?take=100");
	}

	@Test
	void waitsForDeletion() {
		String id = result(this.examples.create("first")).id();
		sandbox.auth0().deletionTakes(0);
		StepVerifier.create(this.examples.delete(id)).expectComplete().verify(TIMEOUT);
		sandbox.auth0().deletionTakes(1);
		String other = result(this.examples.create("first")).id();
		StepVerifier.create(this.examples.delete(other)).expectComplete().verify(TIMEOUT);
		assertThat(result(this.examples.create("first")).id()).isNotEqualTo(other);
	}

	@Test
	void goesOnWithClientsWhereItFailed() {
		String id = result(this.examples.create("first")).id();
		sandbox.faults().on("PATCH", "/api/v2/connections/*/clients").times(1).status(400);
		StepVerifier.create(this.examples.enable(Auth0ConnectionClients.create(this.client), id,
				IntStream.range(0, 60).mapToObj((i) -> "client-" + i)))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(sandbox.requests()).filteredOn((request) -> request.method().equals("PATCH")).hasSize(3);
	}

	@Test
	void usesKeysScimAndProvisioning() {
		sandbox.seed();
		assertThat(result(this.examples.nextKey(Auth0ConnectionKeys.create(this.client), idOf("weyland-okta"))).kid())
			.isNotBlank();
		assertThat(
				result(this.examples.tokenForTheIdp(Auth0ScimConfigurations.create(this.client), idOf("weyland-okta")))
					.value())
			.isNotBlank();
		assertThat(
				result(this.examples.synchronize(Auth0DirectoryProvisionings.create(this.client), idOf("wonka-google")))
					.status())
			.isEqualTo("pending");
	}

	@Test
	void looksForWhatMayHaveBeenCreated() {
		NewAuth0Connection acme = new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP);
		sandbox.faults().on("POST", "/api/v2/connections").times(1).afterCommit().reset();
		assertThat(result(this.examples.errors(acme)).name()).isEqualTo("acme");
		StepVerifier.create(this.examples.errors(acme)).expectError(IllegalStateException.class).verify(TIMEOUT);
	}

	@Test
	void createsOnceWhateverComesOfTheResponse() {
		NewAuth0Connection acme = new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP);
		String id = result(this.examples.createOrFind(acme)).id();
		assertThat(result(this.examples.createOrFind(acme)).id()).isEqualTo(id);
		assertThat(sandbox.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(1);
	}

	@Test
	void looksBeforeItWrites() {
		Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
		String id = result(this.examples.create(certificate("2027-06-01T00:00:00Z"))).id();
		String next = certificate("2028-06-01T00:00:00Z");
		assertThat(result(this.examples.look(id, next, clock)).options()).containsEntry("signingCert", next);
		StepVerifier.create(this.examples.look(id, certificate("2026-05-01T00:00:00Z"), clock))
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("certificate_expired"))
			.verify(TIMEOUT);
		assertThat(sandbox.requests()).filteredOn((request) -> request.method().equals("PATCH")).hasSize(1);
	}

	private static String certificate(String notAfter) {
		return TestCertificates.selfSigned("idp", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(notAfter));
	}

	@Test
	void sendsWhatItDoesNotKnow() {
		assertThat(result(this.examples.newer()).options()).containsEntry("new_option", true);
	}

	private String idOf(String name) {
		return result(this.connections.list(new Auth0ConnectionQuery().name(name)).map(Auth0Page::data)).get(0).id();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.blockOptional(TIMEOUT).orElseThrow();
	}

}
