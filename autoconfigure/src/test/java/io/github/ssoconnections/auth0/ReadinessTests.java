// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.activation.MissingPart;
import io.github.ssoconnections.auth0.activation.SignInPart;
import io.github.ssoconnections.auth0.activation.SignInReadiness;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.auth0.SignInDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0Readiness}: each part that is missing keeps the person out, and
 * is found.
 */
class ReadinessTests {

	private static final String APP = "app";

	private final Sandbox sandbox = Sandbox.start();

	private Auth0Client client;

	private String connection;

	private String organization;

	@BeforeEach
	void setUp() {
		this.client = client(this.sandbox.auth0().token());
		this.connection = Auth0
			.result(Auth0ConnectionService.create(this.client)
				.create(new NewAuth0Connection().name("acme")
					.strategy(ConnectionStrategy.SAMLP)
					.options(new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com")))))
			.id();
		this.organization = Auth0
			.result(Auth0Organizations.create(this.client).create(new NewOrganization().name("acme")))
			.id();
		this.sandbox.auth0().clients(APP).organizationUsage(APP, "allow");
		Auth0ConnectionClients.create(this.client)
			.update(this.connection, List.of(ClientChange.enable(APP)))
			.block(Auth0.TIMEOUT);
		assignMembership(true);
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private Auth0Client client(String token) {
		return Auth0.client(WebClient.builder(), this.sandbox.auth0().baseUrl(), token);
	}

	private void assignMembership(boolean assigned) {
		Auth0.result(Auth0OrganizationConnections.create(this.client)
			.enable(this.organization, this.connection,
					new OrganizationConnectionSettings().assignMembershipOnLogin(assigned)));
	}

	private DiscoveryDomain addDomain(String name) {
		return Auth0.result(Auth0DiscoveryDomains.create(this.client)
			.create(this.organization, new NewDiscoveryDomain().domain(name)));
	}

	private SignInReadiness check() {
		return Auth0
			.result(Auth0Readiness.create(this.client).check(this.connection, APP, this.organization, "ACME.com"));
	}

	private SignInDecision signIn() {
		return this.sandbox.auth0().signIn(this.connection, APP, this.organization, "ann@acme.com");
	}

	private void assertReady() {
		assertThat(check().missing()).isEmpty();
		assertThat(check().isReady()).isTrue();
		assertThat(signIn().isAllowed()).isTrue();
	}

	private void assertMissing(SignInPart part, String call, String scope) {
		assertThat(signIn().missing()).hasSize(1);
		assertThat(check().isReady()).isFalse();
		assertThat(check().missing()).singleElement().satisfies((missing) -> {
			assertThat(missing.part()).isEqualTo(part);
			assertThat(missing.isUnknown()).isFalse();
			assertThat(missing.call()).isEqualTo(call);
			assertThat(missing.scope()).isEqualTo(scope);
			assertThat(missing.text()).isNotBlank();
		});
	}

	@Test
	void isReadyWhenNothingIsMissing() {
		assertReady();
		assertThat(Auth0.result(Auth0Readiness.create(this.client).check(this.connection, APP, this.organization))
			.isReady()).isTrue();
	}

	@Test
	void changesNothing() {
		int before = this.sandbox.requests().size();
		check();
		assertThat(this.sandbox.requests().stream().skip(before)).hasSize(4)
			.allSatisfy((request) -> assertThat(request.method()).isEqualTo("GET"));
	}

	@Test
	void needsActiveConnection() {
		Auth0.result(Auth0ConnectionService.create(this.client)
			.update(this.connection, new Auth0ConnectionPatch().authentication(AuthenticationPurpose.of(false))));
		assertMissing(SignInPart.CONNECTION_ACTIVE, "PATCH /connections/{id}", "update:connections");
	}

	@Test
	void needsEnabledClient() {
		Auth0ConnectionClients.create(this.client)
			.update(this.connection, List.of(ClientChange.disable(APP)))
			.block(Auth0.TIMEOUT);
		assertMissing(SignInPart.CLIENT_ENABLED, "PATCH /connections/{id}/clients", "update:connections");
	}

	@Test
	void needsConnectionOfTheOrganization() {
		Auth0OrganizationConnections.create(this.client)
			.disable(this.organization, this.connection)
			.block(Auth0.TIMEOUT);
		assertMissing(SignInPart.ORGANIZATION_ENABLED, "POST /organizations/{id}/enabled_connections",
				"create:organization_connections");
	}

	@Test
	void needsMembership() {
		assignMembership(false);
		assertMissing(SignInPart.MEMBERSHIP, "PATCH /organizations/{id}/enabled_connections/{connectionId}",
				"update:organization_connections");
	}

	@Test
	void needsClientForOrganizations() {
		this.sandbox.auth0().organizationUsage(APP, "deny");
		assertMissing(SignInPart.ORGANIZATION_USAGE, "PATCH /clients/{id}", "update:clients");
	}

	@Test
	void takesUsageThatIsNotSetForDeny() {
		this.sandbox.auth0().clients("other");
		Auth0ConnectionClients.create(this.client)
			.update(this.connection, List.of(ClientChange.enable("other")))
			.block(Auth0.TIMEOUT);
		assertThat(this.sandbox.auth0().signIn(this.connection, "other", this.organization, "ann@acme.com").missing())
			.containsExactly("the client denies organizations");
		assertThat(Auth0.result(Auth0Readiness.create(this.client).check(this.connection, "other", this.organization))
			.missing()).extracting(MissingPart::part).containsExactly(SignInPart.ORGANIZATION_USAGE);
	}

	@Test
	void needsDomainAliasWithoutPrompt() {
		Auth0.result(Auth0ConnectionService.create(this.client)
			.mergeOptions(this.connection, new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of("other.com"))));
		assertMissing(SignInPart.DOMAIN_ALIAS, "PATCH /connections/{id}", "update:connections_options");
		assertThat(check().isReadyWithout(SignInPart.DOMAIN_ALIAS)).isTrue();
		assertThat(check().isReadyWithout(SignInPart.MEMBERSHIP)).isFalse();
	}

	@Test
	void needsDiscoveryDomainWithPrompt() {
		this.sandbox.auth0().organizationPrompt(APP, "email");
		String scope = "create:organization_discovery_domains or update:organization_discovery_domains";
		String call = "POST or PATCH /organizations/{id}/discovery-domains";
		assertMissing(SignInPart.DISCOVERY_DOMAIN, call, scope);
		DiscoveryDomain pending = addDomain("acme.com");
		assertMissing(SignInPart.DISCOVERY_DOMAIN, call, scope);
		Auth0.result(Auth0DiscoveryDomains.create(this.client).markVerified(this.organization, pending));
		assertReady();
	}

	@Test
	void needsPromptForEmail() {
		Auth0.result(Auth0DiscoveryDomains.create(this.client).markVerified(this.organization, addDomain("acme.com")));
		this.sandbox.auth0().organizationPrompt(APP, "organization_name");
		assertMissing(SignInPart.DISCOVERY_METHOD, "PATCH /clients/{id}", "update:clients");
		this.sandbox.auth0().organizationPrompt(APP);
		assertMissing(SignInPart.DISCOVERY_METHOD, "PATCH /clients/{id}", "update:clients");
	}

	@ParameterizedTest
	@CsvSource({ "read:connections,CONNECTION_ACTIVE CLIENT_ENABLED DOMAIN_ALIAS",
			"read:connections_options,DOMAIN_ALIAS", "read:clients,ORGANIZATION_USAGE",
			"read:organization_connections,ORGANIZATION_ENABLED MEMBERSHIP" })
	void namesTheScopeThatTheTokenLacks(String scope, String parts) {
		String[] scopes = { "read:connections", "read:connections_options", "read:clients",
				"read:organization_connections" };
		String[] others = Arrays.stream(scopes).filter((each) -> !each.equals(scope)).toArray(String[]::new);
		SignInReadiness readiness = Auth0.result(Auth0Readiness.create(client(this.sandbox.auth0().token(others)))
			.check(this.connection, APP, this.organization));
		assertThat(readiness.isReady()).isFalse();
		assertThat(readiness.missing()).allSatisfy((missing) -> {
			assertThat(missing.isUnknown()).isTrue();
			assertThat(missing.scope()).isEqualTo(scope);
			assertThat(missing.call()).startsWith("GET /");
			assertThat(missing.text()).contains(scope);
		}).map((missing) -> missing.part().name()).containsExactly(parts.split(" "));
	}

	@Test
	void failsWhenReadingIsForbiddenForAnotherReason() {
		this.sandbox.faults()
			.on("GET", "/api/v2/organizations/" + this.organization + "/enabled_connections")
			.status(403, "operation_not_supported");
		StepVerifier.create(Auth0Readiness.create(this.client).check(this.connection, APP, this.organization))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
				.hasMessageContaining("operation_not_supported"))
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "con_none,app,,connections.get", ",none,,clients.get", ",app,org_none,organization_connections.list" })
	void failsByTypeWhenSomethingDoesNotExist(String connectionId, String clientId, String organizationId,
			String operation) {
		StepVerifier
			.create(Auth0Readiness.create(this.client)
				.check((connectionId != null) ? connectionId : this.connection, clientId,
						(organizationId != null) ? organizationId : this.organization))
			.expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(SsoApiException.NotFound.class);
				assertThat(((SsoApiException) failure).operation()).isEqualTo(operation);
			})
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "..,a,a", "a,..,a", "a,a,..", ",a,a", "a,,a", "a,a," })
	void rejectsInvalidIdBeforeARequest(String connectionId, String clientId, String organizationId) {
		Auth0Readiness readiness = Auth0Readiness.create(this.client);
		assertThatIllegalArgumentException().isThrownBy(() -> readiness.check(connectionId, clientId, organizationId));
	}

}
