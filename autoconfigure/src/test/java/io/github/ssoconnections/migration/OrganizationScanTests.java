// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OrganizationScan}.
 */
class OrganizationScanTests {

	private final MigrationFixture fixture = new MigrationFixture();

	private final Auth0Account source = this.fixture.source();

	private final OrganizationScan scan = OrganizationScan.create(this.source);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private List<String> organizations(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> this.source.organizations()
				.create(new NewOrganization().name("o" + number))
				.block(MigrationFixture.TIMEOUT)
				.id())
			.toList();
	}

	private List<String> requestsSince(int before) {
		List<RecordedRequest> all = this.fixture.sandbox().requests();
		return all.subList(before, all.size())
			.stream()
			.map((request) -> request.method() + " " + request.url().replaceFirst("/api/v2", ""))
			.toList();
	}

	private int requests() {
		return this.fixture.sandbox().requests().size();
	}

	@Test
	void showsTheCostFirst() {
		organizations(3);
		int before = requests();
		ScanCost cost = this.scan.cost(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT);
		assertThat(requestsSince(before)).containsExactly("GET /organizations?page=0&per_page=1&include_totals=true");
		assertThat(cost).isEqualTo(new ScanCost(3, 4));
		before = requests();
		this.scan.complete(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT);
		assertThat(requestsSince(before)).hasSize((int) cost.requests());
	}

	@Test
	void countsThePagesOfManyOrganizations() {
		organizations(101);
		ScanCost cost = this.scan.cost(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT);
		assertThat(cost).isEqualTo(new ScanCost(101, 103));
		int before = requests();
		OrganizationScanState state = this.scan.complete(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT);
		assertThat(state.organizations()).hasSize(101);
		assertThat(requestsSince(before)).hasSize(103);
		assertThat(this.scan.cost(state).block(MigrationFixture.TIMEOUT)).isEqualTo(new ScanCost(0, 0));
	}

	@Test
	void failsWithoutATotal() {
		this.fixture.sandbox()
			.faults()
			.on("GET", "/api/v2/organizations")
			.times(1)
			.respond(200, "application/json", "{\"organizations\": []}");
		assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
			.isThrownBy(() -> this.scan.cost(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT))
			.withMessageContaining("the response has no total");
	}

	@Test
	void findsTheConnectionsOfEachOrganization() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		String connection = this.source.connections().listAll().single().block(MigrationFixture.TIMEOUT).id();
		List<String> ids = organizations(3);
		for (String id : List.of(ids.get(0), ids.get(2))) {
			this.source.organizationConnections()
				.enable(id, connection, new OrganizationConnectionSettings())
				.block(MigrationFixture.TIMEOUT);
		}
		OrganizationScanState state = this.scan.complete(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT);
		assertThat(state.complete()).isTrue();
		assertThat(state.of(connection)).map(ScannedOrganization::name).containsExactly("o0", "o2");
		assertThat(state.organizations().get(1)).isEqualTo(new ScannedOrganization(ids.get(1), "o1", List.of()));
	}

	@Test
	void stopsAndContinuesFromAStoredState() {
		List<String> ids = organizations(5);
		int start = requests();
		List<ScannedOrganization> first = this.scan.run(OrganizationScanState.none())
			.take(2)
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(requestsSince(start)).as("one page of the list, and two organizations").hasSize(3);
		OrganizationScanState state = OrganizationScanState.none().with(first.get(0)).with(first.get(1));
		assertThat(state.complete()).isFalse();
		JsonMapper mapper = JsonMapper.shared();
		OrganizationScanState stored = mapper.readValue(mapper.writeValueAsString(state), OrganizationScanState.class);
		assertThat(stored).isEqualTo(state);
		assertThat(this.scan.cost(stored).block(MigrationFixture.TIMEOUT)).isEqualTo(new ScanCost(3, 4));
		int before = requests();
		OrganizationScanState complete = this.scan.complete(stored).block(MigrationFixture.TIMEOUT);
		assertThat(complete.organizations()).map(ScannedOrganization::id).containsExactlyElementsOf(ids);
		assertThat(requestsSince(before)).hasSize(4)
			.noneMatch((request) -> request.contains(ids.get(0)) || request.contains(ids.get(1)));
		before = requests();
		assertThat(this.scan.run(complete).collectList().block(MigrationFixture.TIMEOUT)).isEmpty();
		assertThat(requestsSince(before)).isEmpty();
	}

	@Test
	void leavesOutWhatIsDeletedMeanwhileAndFailsOtherwise() {
		List<String> ids = organizations(3);
		String path = "/api/v2/organizations/" + ids.get(1) + "/enabled_connections";
		this.fixture.sandbox().faults().on("GET", path).times(1).status(404);
		assertThat(this.scan.complete(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT).organizations())
			.map(ScannedOrganization::id)
			.containsExactly(ids.get(0), ids.get(2));
		this.fixture.sandbox().faults().on("GET", path).times(1).status(403);
		assertThatExceptionOfType(SsoApiException.Forbidden.class)
			.isThrownBy(() -> this.scan.complete(OrganizationScanState.none()).block(MigrationFixture.TIMEOUT));
	}

}
