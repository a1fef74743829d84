// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.Organization;
import io.github.ssoconnections.auth0.organization.OrganizationAccessLevel;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0Organizations} and {@link Auth0OrganizationConnections}: what
 * takes more than one request.
 */
class OrganizationTests {

	private final Sandbox sandbox = Sandbox.start();

	private Auth0Client client;

	private String connection;

	private String organization;

	@BeforeEach
	void create() {
		this.client = Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken(this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token()));
		this.connection = Auth0ConnectionService.create(this.client)
			.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP))
			.block(Auth0.TIMEOUT)
			.id();
		this.organization = Auth0Organizations.create(this.client)
			.create(new NewOrganization().name("acme"))
			.block(Auth0.TIMEOUT)
			.id();
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void findsOrganizationOfTheSameName() {
		Auth0Organizations organizations = Auth0Organizations.create(this.client);
		assertThat(organizations.createOrFind(new NewOrganization().name("acme")).block(Auth0.TIMEOUT).created())
			.isFalse();
		assertThat(organizations.createOrFind(new NewOrganization().name("other")).block(Auth0.TIMEOUT).created())
			.isTrue();
		assertThat(organizations.listAll().map(Organization::name).collectList().block(Auth0.TIMEOUT))
			.containsExactlyInAnyOrder("acme", "other");
	}

	@Test
	void findsOrganizationThatAnotherCallerCreatedMeanwhile() {
		this.sandbox.faults().on("GET", "/api/v2/organizations/name/acme").times(1).status(404);
		CreateResult<Organization> found = Auth0Organizations.create(this.client)
			.createOrFind(new NewOrganization().name("acme"))
			.block(Auth0.TIMEOUT);
		assertThat(found.created()).isFalse();
		assertThat(found.value().id()).isEqualTo(this.organization);
	}

	@Test
	void needsANameToFind() {
		Auth0Organizations organizations = Auth0Organizations.create(this.client);
		assertThatIllegalArgumentException().isThrownBy(() -> organizations.createOrFind(new NewOrganization()))
			.withMessageContaining("name");
	}

	@Test
	void enablesTwiceWithTheSameEnd() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		OrganizationConnectionSettings settings = new OrganizationConnectionSettings().assignMembershipOnLogin(true);
		OrganizationConnection first = connections.enable(this.organization, this.connection, settings)
			.block(Auth0.TIMEOUT);
		assertThat(first.assignMembershipOnLogin()).isTrue();
		assertThat(connections.enable(this.organization, this.connection, settings).block(Auth0.TIMEOUT))
			.isEqualTo(first);
		assertThat(connections.enable(this.organization, this.connection, new OrganizationConnectionSettings())
			.block(Auth0.TIMEOUT)).isEqualTo(first);
		assertThat(connections.list(this.organization).block(Auth0.TIMEOUT)).containsExactly(first);
		connections.disable(this.organization, this.connection).block(Auth0.TIMEOUT);
		assertThat(connections.list(this.organization).block(Auth0.TIMEOUT)).isEmpty();
	}

	@Test
	void updatesSettingsWhenEnabledAlready() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		connections.enable(this.organization, this.connection, new OrganizationConnectionSettings())
			.block(Auth0.TIMEOUT);
		OrganizationConnection changed = connections
			.enable(this.organization, this.connection,
					new OrganizationConnectionSettings().assignMembershipOnLogin(true))
			.block(Auth0.TIMEOUT);
		assertThat(changed.assignMembershipOnLogin()).isTrue();
	}

	@Test
	void reportsTheConflictOfAnOrganizationWithTooManyConnections() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		this.sandbox.faults()
			.on("POST", "/api/v2/organizations/" + this.organization + "/enabled_connections")
			.status(409, "too_many_connections");
		StepVerifier
			.create(connections.enable(this.organization, this.connection,
					new OrganizationConnectionSettings().assignMembershipOnLogin(true)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("too_many_connections"))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void enablesAConnectionThatAnotherCallerEnabledMeanwhile() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		OrganizationConnectionSettings settings = new OrganizationConnectionSettings().assignMembershipOnLogin(true);
		Auth0.result(connections.enable(this.organization, this.connection, new OrganizationConnectionSettings()));
		this.sandbox.faults()
			.on("GET", "/api/v2/organizations/" + this.organization + "/enabled_connections/" + this.connection)
			.times(1)
			.status(404);
		assertThat(Auth0.result(connections.enable(this.organization, this.connection, settings))
			.assignMembershipOnLogin()).isTrue();
	}

	@Test
	void rejectsFieldsOfEarlyAccessWithTheNameOfTheProperty() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		int before = this.sandbox.requests().size();
		for (OrganizationConnectionSettings settings : List.of(new OrganizationConnectionSettings().isEnabled(true),
				new OrganizationConnectionSettings().organizationConnectionName("Okta"),
				new OrganizationConnectionSettings().organizationAccessLevel(OrganizationAccessLevel.NONE))) {
			String field = settings.fields().keySet().iterator().next();
			for (ThrowingCallable call : List.<ThrowingCallable>of(
					() -> connections.enable(this.organization, this.connection, settings),
					() -> connections.update(this.organization, this.connection, settings))) {
				assertThatIllegalArgumentException().isThrownBy(call)
					.withMessage("'" + field
							+ "' is early access: set the property 'sso-connections.auth0.early-access.organization-connections'");
			}
		}
		assertThat(this.sandbox.requests()).hasSize(before);
	}

	@Test
	void enablesDisabledConnectionInEarlyAccess() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections
			.create(Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token()),
					Auth0Settings.defaults().withEarlyAccessOrganizationConnections(true)));
		OrganizationConnectionSettings settings = new OrganizationConnectionSettings().assignMembershipOnLogin(true)
			.organizationConnectionName("Okta");
		OrganizationConnection enabled = connections.enable(this.organization, this.connection, settings)
			.block(Auth0.TIMEOUT);
		assertThat(enabled.isEnabled()).isTrue();
		assertThat(enabled.organizationConnectionName()).isEqualTo("Okta");
		assertThat(enabled.organizationAccessLevel()).isNull();
		assertThat(connections.enable(this.organization, this.connection, settings).block(Auth0.TIMEOUT))
			.isEqualTo(enabled);
		connections
			.update(this.organization, this.connection,
					new OrganizationConnectionSettings().isEnabled(false)
						.organizationAccessLevel(OrganizationAccessLevel.READONLY))
			.block(Auth0.TIMEOUT);
		assertThat(connections.list(this.organization).block(Auth0.TIMEOUT)).isEmpty();
		assertThat(connections.get(this.organization, this.connection).block(Auth0.TIMEOUT).isEnabled()).isFalse();
		OrganizationConnection again = connections
			.enable(this.organization, this.connection, new OrganizationConnectionSettings())
			.block(Auth0.TIMEOUT);
		assertThat(again.isEnabled()).isTrue();
		assertThat(again.assignMembershipOnLogin()).isTrue();
		assertThat(again.organizationAccessLevel()).isEqualTo(OrganizationAccessLevel.READONLY);
		assertThat(connections.list(this.organization).block(Auth0.TIMEOUT)).containsExactly(again);
		connections.disable(this.organization, this.connection).block(Auth0.TIMEOUT);
		assertThat(connections.list(this.organization).block(Auth0.TIMEOUT)).isEmpty();
		OrganizationConnection kept = connections.get(this.organization, this.connection).block(Auth0.TIMEOUT);
		assertThat(kept.isEnabled()).isFalse();
		assertThat(kept.organizationConnectionName()).isEqualTo("Okta");
		assertThat(kept.organizationAccessLevel()).isEqualTo(OrganizationAccessLevel.READONLY);
		connections.remove(this.organization, this.connection).block(Auth0.TIMEOUT);
		StepVerifier.create(connections.get(this.organization, this.connection))
			.expectError(SsoApiException.NotFound.class)
			.verify(Auth0.TIMEOUT);
		assertThat(this.sandbox.requests()).extracting(RecordedRequest::url)
			.filteredOn((url) -> url.contains("connections?"))
			.containsOnly("/api/v2/organizations/" + this.organization + "/connections?per_page=100&is_enabled=true");
	}

	@Test
	void rejectsInvalidConnectionIdBeforeARequest() {
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(this.client);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> connections.enable(this.organization, "../con_2", new OrganizationConnectionSettings()));
	}

}
