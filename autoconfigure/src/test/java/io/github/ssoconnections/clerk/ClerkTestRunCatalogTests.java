// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.LastTestRun;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.VirtualIndex;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

class ClerkTestRunCatalogTests {

	private static final Instant T = Instant.parse("2026-11-01T00:00:00Z");

	private final EnterpriseConnectionService service = mock(EnterpriseConnectionService.class);

	private final TestCatalog catalog = new TestCatalog("clerk").with("ent_1", T);

	@Test
	void hasTheNewestRun() {
		runs(run("success", 1, null), run("failed", 3, "No such user"), run("success", 2, null));
		assertThat(lastTestRun()).isEqualTo(new LastTestRun("failed", T.plusSeconds(3), "No such user"));
	}

	@Test
	void ignoresRunsThatNobodyCompleted() {
		runs(run("pending", 3, null), run("success", 2, "not the reason"));
		assertThat(lastTestRun()).isEqualTo(new LastTestRun("success", T.plusSeconds(2), null));
		runs(run("pending", 3, null));
		assertThat(lastTestRun()).isEqualTo(LastTestRun.NONE);
	}

	@Test
	void requestsCompletedRunsOnly() {
		runs(run("success", 1, null));
		lastTestRun();
		ArgumentCaptor<TestRunQuery> query = ArgumentCaptor.captor();
		then(this.service).should().listTestRuns(eq("ent_1"), query.capture());
		assertThat(query.getValue().toString())
			.isEqualTo(new TestRunQuery().status(TestRunStatus.SUCCESS, TestRunStatus.FAILED).limit(10).toString());
	}

	@Test
	void saysThatThereIsNone() {
		runs();
		assertThat(lastTestRun()).isEqualTo(LastTestRun.NONE).matches(LastTestRun::isNone);
	}

	@Test
	void isUnknownForConnectionsWithoutTestRuns() {
		given(this.service.listTestRuns(eq("ent_1"), any()))
			.willReturn(Mono.error(new SsoApiException.NotFound(failure(404))));
		assertThat(lastTestRun()).isNull();
	}

	@Test
	void isUnknownForTheConnectionsWhoseRequestFails() {
		this.catalog.with("ent_2", T);
		runs(run("success", 2, null));
		given(this.service.listTestRuns(eq("ent_2"), any()))
			.willReturn(Mono.error(new SsoApiException.Unavailable(failure(500))));
		assertThat(ClerkTestRunCatalog.create(this.catalog, this.service)
			.listAll()
			.collectMap(CatalogEntry::id, (entry) -> Optional.ofNullable(entry.details().lastTestRun()))
			.block(Clerk.TIMEOUT)).containsEntry("ent_2", Optional.empty())
			.containsEntry("ent_1", Optional.of(new LastTestRun("success", T.plusSeconds(2), null)));
	}

	@Test
	void keepsTheKnownRunInTheIndex() {
		VirtualIndex virtual = new VirtualIndex(ClerkTestRunCatalog.create(this.catalog, this.service));
		runs(run("failed", 2, "No such user"));
		virtual.refresh();
		given(this.service.listTestRuns(eq("ent_1"), any()))
			.willReturn(Mono.error(new SsoApiException.Unavailable(failure(500))));
		virtual.refresh();
		IndexedAccount account = virtual.index().accounts().iterator().next();
		assertThat(account.failure()).isNull();
		assertThat(account.connections().get("ent_1").details().lastTestRun())
			.isEqualTo(new LastTestRun("failed", T.plusSeconds(2), "No such user"));
	}

	@Test
	void failsWithoutValidCredentials() {
		given(this.service.listTestRuns(eq("ent_1"), any()))
			.willReturn(Mono.error(new SsoApiException.Unauthorized(failure(401))));
		assertThatExceptionOfType(SsoApiException.Unauthorized.class).isThrownBy(this::lastTestRun);
	}

	@Test
	void readsOneConnection() {
		runs(run("success", 2, null));
		assertThat(ClerkTestRunCatalog.create(this.catalog, this.service)
			.get("ent_1")
			.block(Clerk.TIMEOUT)
			.details()
			.lastTestRun()).isNotNull();
	}

	private LastTestRun lastTestRun() {
		CatalogEntry entry = ClerkTestRunCatalog.create(this.catalog, this.service).listAll((skipped) -> {
		}).single().block(Clerk.TIMEOUT);
		return entry.details().lastTestRun();
	}

	private void runs(TestRun... runs) {
		given(this.service.listTestRuns(eq("ent_1"), any())).willReturn(Mono.just(new Page<>(List.of(runs), 3L)));
	}

	private static TestRun run(String status, int second, String error) {
		List<TestRun.Log> logs = Stream.ofNullable(error)
			.map((message) -> new TestRun.Log("error", "code", "short", message, Map.of()))
			.toList();
		return new TestRun("run_" + second, new TestRunStatus(status), null, null, logs, null, null,
				T.plusSeconds(second), Map.of());
	}

	private static SsoApiException.Details failure(int status) {
		return new SsoApiException.Details(Account.ofDefault("clerk"), "x", status, "reason", List.of(), null, null,
				false, null);
	}

}
