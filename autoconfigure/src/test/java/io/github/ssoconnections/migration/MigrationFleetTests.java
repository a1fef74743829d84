// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A migration of 200 connections of every strategy.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationFleetTests {

	private final MigrationFixture fixture = new MigrationFixture().publish(MigrationFixture.METADATA_URL,
			MigrationFixture.metadata("https://idp.acme.com"));

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void namesEveryConnection(long seed, CapturedOutput output) {
		ConnectionGenerator generator = new ConnectionGenerator(seed);
		generator.add(this.fixture, 200);
		List<String> names = this.fixture.source()
			.connections()
			.listAll()
			.map((connection) -> connection.name())
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(names).hasSize(200);
		ConnectionMigration migration = this.fixture.migration();
		List<MigrationEntry> planned = this.fixture.plan(MigrationOptions.defaults());
		List<MigrationEntry> entries = migration.run(MigrationOptions.defaults())
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(planned).map(MigrationEntry::sourceName).containsExactlyElementsOf(names);
		assertThat(entries).map(MigrationEntry::sourceName).containsExactlyElementsOf(names);
		assertThat(statuses(planned)).containsOnlyKeys(MigrationStatus.READY, MigrationStatus.BLOCKED,
				MigrationStatus.NOT_MAPPED);
		assertThat(statuses(entries)).containsOnlyKeys(MigrationStatus.DONE, MigrationStatus.BLOCKED,
				MigrationStatus.NOT_MAPPED);
		assertThat(statuses(entries).get(MigrationStatus.DONE)).isEqualTo(statuses(planned).get(MigrationStatus.READY))
			.isGreaterThan(20);
		assertThat(strategies(entries, EnumSet.of(MigrationStatus.NOT_MAPPED)))
			.containsAll(ConnectionGenerator.STRATEGIES.stream()
				.filter((strategy) -> !ConnectionGenerator.MOVED.contains(strategy))
				.toList())
			.doesNotContain("samlp", "pingfederate", "oidc", "okta");
		assertThat(strategies(entries, EnumSet.of(MigrationStatus.DONE)))
			.containsExactlyInAnyOrderElementsOf(ConnectionGenerator.MOVED);
		assertThat(entries).allSatisfy(MigrationFleetTests::hasReasons);

		MigrationReport report = MigrationReport.of(migration, entries);
		String markdown = report.toMarkdown();
		String csv = report.toCsv();
		String json = JsonMapper.shared().writeValueAsString(report);
		assertThat(names).allSatisfy((name) -> {
			assertThat(markdown).contains("### `" + name + "`\n");
			assertThat(csv).contains("\n" + name + ",con_");
			assertThat(json).contains("\"sourceName\":\"" + name + "\"");
		});
		String everything = markdown + csv + json + entries + planned + output;
		assertThat(generator.secrets()).hasSizeGreaterThan(50).noneMatch(everything::contains);
		assertSourceUntouched();
		assertInactive(statuses(entries).get(MigrationStatus.DONE));
	}

	private static void hasReasons(MigrationEntry entry) {
		switch (entry.status()) {
			case NOT_MAPPED -> assertThat(entry.notMapped()).singleElement()
				.satisfies((field) -> assertThat(field.note()).doesNotContain("does not know the strategy"));
			case BLOCKED -> assertThat(entry.blockers()).isNotEmpty();
			default -> assertThat(entry.blockers()).isEmpty();
		}
	}

	private void assertSourceUntouched() {
		assertThat(this.fixture.sandbox().requests()).filteredOn((request) -> request.url().startsWith("/api/v2"))
			.isNotEmpty()
			.allSatisfy((request) -> assertThat(request.method()).isEqualTo("GET"));
	}

	private void assertInactive(int count) {
		List<EnterpriseConnection> created = this.fixture.target()
			.enterpriseConnections()
			.listAll()
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(created).hasSize(count).noneMatch(EnterpriseConnection::active);
	}

	private static Map<MigrationStatus, Integer> statuses(List<MigrationEntry> entries) {
		Map<MigrationStatus, Integer> counts = new HashMap<>();
		entries.forEach((entry) -> counts.merge(entry.status(), 1, Integer::sum));
		return counts;
	}

	private static Set<String> strategies(List<MigrationEntry> entries, Set<MigrationStatus> statuses) {
		Set<String> strategies = new HashSet<>();
		entries.stream()
			.filter((entry) -> statuses.contains(entry.status()))
			.forEach((entry) -> strategies.add(entry.strategy()));
		return strategies;
	}

	@Test
	void createsNoneASecondTime() {
		new ConnectionGenerator(4).add(this.fixture, 80);
		List<MigrationEntry> first = this.fixture.run(MigrationOptions.defaults());
		int writes = writes();
		List<MigrationEntry> second = this.fixture.run(MigrationOptions.defaults());
		assertThat(writes()).isEqualTo(writes);
		assertThat(second).map(MigrationEntry::status)
			.containsExactlyElementsOf(first.stream().map(MigrationEntry::status).toList());
		assertThat(second).filteredOn((entry) -> entry.target() != null)
			.isNotEmpty()
			.allSatisfy((entry) -> assertThat(entry.target().created()).isFalse())
			.allSatisfy((entry) -> assertThat(entry.target().differences()).isEmpty());
		assertThat(this.fixture.plan(MigrationOptions.defaults())).map(MigrationEntry::status)
			.doesNotContain(MigrationStatus.READY);
	}

	private int writes() {
		return (int) this.fixture.sandbox()
			.requests()
			.stream()
			.map(RecordedRequest::method)
			.filter((method) -> !method.equals("GET"))
			.count();
	}

	@Test
	void knowsEveryStrategyOfTheTable() {
		assertThat(ConnectionGenerator.STRATEGIES).hasSize(55).doesNotHaveDuplicates();
	}

	@Test
	void reportsAnUnknownStrategyAndWhatCannotBeRead() {
		this.fixture.sandbox().faults().on("GET", "/api/v2/connections").times(1).respond(200, "application/json", """
				[{"id": "con_1", "name": "a", "strategy": "brand-new"}, {"id": "con_2", "name": "b"}, 5, "x"]
				""");
		List<MigrationEntry> entries = this.fixture.plan(MigrationOptions.defaults());
		assertThat(entries).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.NOT_MAPPED, MigrationStatus.NOT_MAPPED, MigrationStatus.BLOCKED);
		assertThat(entries.get(0).notMapped().get(0).note()).contains("does not know the strategy");
		assertThat(entries.get(1).notMapped().get(0).note()).contains("absent");
		assertThat(entries.get(2).blockers().get(0).note()).startsWith("2 connections of the list");
	}

}
