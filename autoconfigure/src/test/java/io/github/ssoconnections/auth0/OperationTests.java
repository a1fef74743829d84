// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.testing.OperationContract;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.testing.WireOperation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Rules of every operation of every service.
 */
@Tag("blockhound")
class OperationTests extends OperationContract {

	/** Methods that send more than one request. */
	private static final Stream<String> ELSEWHERE = Stream.of("mergeOptions(String, StrategyOptions)",
			"replaceOptions(String, StrategyOptions)", "awaitDeleted(String, Duration)",
			"setMetadata(String, String, String)");

	OperationTests() {
		super(Wire.auth0(), "auth0", "aZ_09-|");
	}

	@Override
	protected Stream<? extends WireOperation> operations() {
		return Stream.of(Operation.values());
	}

	@Override
	protected String rejection() {
		return "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"Insufficient scope\",\"errorCode\":\"not_allowed\"}";
	}

	@Test
	void everyMethodIsTested() {
		assertThat(Stream.concat(Operation.of("CONNECTIONS_").map(Operation::signature), ELSEWHERE))
			.containsExactlyInAnyOrderElementsOf(WireOperation.signatures(Auth0ConnectionService.class));
		tests("CLIENTS_", Auth0ConnectionClients.class);
		tests("KEYS_", Auth0ConnectionKeys.class);
		tests("SCIM_", Auth0ScimConfigurations.class);
		tests("DIRECTORY_", Auth0DirectoryProvisionings.class);
		tests("ORGANIZATIONS_", Auth0Organizations.class, "createOrFind(NewOrganization)");
		tests("PROFILES_", Auth0SelfServiceProfiles.class);
		tests("TICKETS_", Auth0SelfServiceTickets.class, "revoke(SelfServiceTicket)");
		tests("LOGS_", Auth0SignInFailures.class);
		tests("DISCOVERY_", Auth0DiscoveryDomains.class, "createOrFind(String, NewDiscoveryDomain)",
				"markVerified(String, DiscoveryDomain)", "check(DiscoveryDomain)", "findConflicts(String, String)");
		tests("APPLICATIONS_", Auth0Applications.class);
		tests("ENABLED_", Auth0OrganizationConnections.class, "enable(String, String, OrganizationConnectionSettings)");
	}

	private static void tests(String prefix, Class<?> service, String... elsewhere) {
		assertThat(Stream.concat(Operation.of(prefix).map(Operation::signature), Stream.of(elsewhere)))
			.containsExactlyInAnyOrderElementsOf(WireOperation.signatures(service));
	}

	@ParameterizedTest
	@CsvSource({ "200,DONE", "202,IN_PROGRESS", "204,DONE" })
	void reportsTheStateOfADeletion(int status, ConnectionDeletion deletion) {
		this.wire.respondsWith(status, "");
		StepVerifier.create(Auth0.connections(this.wire).delete("con_1"))
			.expectNext(deletion)
			.expectComplete()
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "200,ONLINE", "404,OFFLINE" })
	void reportsTheStatusOfAConnector(int status, ConnectionStatus online) {
		this.wire.respondsWith(status, "{\"statusCode\":" + status + "}");
		StepVerifier.create(Auth0.connections(this.wire).getStatus("con_1"))
			.expectNext(online)
			.expectComplete()
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void rejectsAUserWithoutAddress(String email) {
		Auth0ConnectionService service = Auth0.connections(this.wire);
		assertThatIllegalArgumentException().isThrownBy(() -> service.deleteUser("con_1", email));
		assertThat(this.wire.requests()).isEmpty();
	}

	@Test
	void rejectsAnInvalidTokenId() {
		Auth0ScimConfigurations service = Auth0ScimConfigurations.create(Auth0.client(this.wire));
		assertThatIllegalArgumentException().isThrownBy(() -> service.deleteToken("con_1", "../con_2"));
		assertThat(this.wire.requests()).isEmpty();
	}

	@Test
	void listsPageByPage() {
		this.wire.respondsTo("/connections?strategy=samlp&take=2", 200,
				"{\"connections\":[{\"id\":\"con_1\"},{\"id\":\"con_2\"}],\"next\":\"n 1\"}");
		this.wire.respondsTo("/connections?strategy=samlp&take=2&from=n%201", 200,
				"{\"connections\":[{\"id\":\"con_3\"}]}");
		StepVerifier
			.create(Auth0.connections(this.wire)
				.listAll(new Auth0ConnectionQuery().strategy(ConnectionStrategy.SAMLP).take(2))
				.map(Auth0Connection::id))
			.expectNext("con_1", "con_2", "con_3")
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(this.wire.urls()).hasSize(2);
	}

	@Test
	void reportsTheMissingScope() {
		this.wire.respondsWith(403, "{\"statusCode\":403,\"error\":\"Forbidden\","
				+ "\"message\":\"Insufficient scope, expected any of: read:connections\"}");
		StepVerifier.create(Auth0.connections(this.wire).get("con_1"))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
				.hasMessageContaining("read:connections"))
			.verify(Auth0.TIMEOUT);
	}

}
