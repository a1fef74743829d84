// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples do what the page says.
 */
class ClerkNeighbourExamplesTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final ClerkNeighbourExamples examples = new ClerkNeighbourExamples();

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void addsDomainAndMarksItApart() {
		ClerkOrganizationDomains domains = ClerkOrganizationDomains.create(this.client);
		ClerkOrganizationCreation creation = ClerkOrganizationCreation.create(ClerkOrganizations.create(this.client),
				this.client);
		OrganizationDomain added = result(this.examples.add(creation, domains));
		assertThat(added.isVerified()).isFalse();
		assertThat(result(this.examples.vouchFor(domains, added)).isVerified()).isTrue();
	}

	@Test
	void createsDirectoryRotatesItsKeyAndMapsGroups() {
		ClerkDirectories directories = ClerkDirectories.create(this.client);
		String connectionId = result(EnterpriseConnectionService.create(this.client)
			.create(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.SAML_OKTA)
				.domains("acme.example")))
			.id();
		Secret key = result(this.examples.keyForTheIdp(directories, connectionId));
		String directoryId = result(directories.listAll().next()).id();
		assertThat(result(this.examples.nextKeyForTheIdp(directories, directoryId))).isNotEqualTo(key);
		assertThat(result(this.examples.mapGroups(directories, directoryId, "role_admin", "role_member")).data())
			.hasSize(2);
	}

	@Test
	void warnsOfMovedUsersAndFindsTheirConnections() {
		ClerkUserConnections users = ClerkUserConnections.create(this.client);
		EnterpriseConnectionService connections = EnterpriseConnectionService.create(this.client);
		String id = result(connections.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("moved.example"))).id();
		sandbox.addUser("jane@moved.example").addUser("jo@moved.example", id);
		assertThat(result(this.examples.warning(connections, users, id))).startsWith("1 existing user ");
		assertThat(result(this.examples.connectionNames(users, "jo@moved.example").single())).isEqualTo("Acme");
	}

	private static <T> T result(Mono<T> mono) {
		return mono.blockOptional(Duration.ofSeconds(20)).orElseThrow();
	}

}
