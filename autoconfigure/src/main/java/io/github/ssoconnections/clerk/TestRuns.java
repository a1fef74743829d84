// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * All test runs of a connection.
 *
 * @param runs the runs, newest first
 */
record TestRuns(List<TestRun> runs) {

	private static final int PAGE_SIZE = 100;

	static Mono<TestRuns> list(EnterpriseConnectionService service, String id) {
		Mono<Listed> first = page(service, id, 0);
		return Mono.defer(() -> {
			Set<TestRun> all = new LinkedHashSet<>();
			return first.expand((page) -> {
				// A page without new runs ends the list, whatever the total count is
				boolean ended = !all.addAll(page.runs()) || page.next() >= page.totalCount();
				return ended ? Mono.empty() : page(service, id, page.next());
			}).then(Mono.fromSupplier(() -> new TestRuns(all.stream().sorted(TestRun.NEWEST_FIRST).toList())));
		});
	}

	private static Mono<Listed> page(EnterpriseConnectionService service, String id, long offset) {
		return service.listTestRuns(id, new TestRunQuery().limit(PAGE_SIZE).offset(offset))
			.map((page) -> new Listed(offset + page.data().size() + page.skipped(), page.data(),
					Objects.requireNonNullElse(page.totalCount(), 0L)));
	}

	@Nullable TestRun newest() {
		return this.runs.isEmpty() ? null : this.runs.get(0);
	}

	/**
	 * Return the runs that are newer than another run.
	 * @param other the other run, {@code null} to return all runs
	 * @return the newer runs
	 */
	TestRuns newerThan(@Nullable TestRun other) {
		List<String> ids = this.runs.stream().map(TestRun::id).toList();
		int index = (other != null) ? ids.indexOf(other.id()) : -1;
		return (index < 0) ? this : new TestRuns(this.runs.subList(0, index));
	}

	/**
	 * Return the newest run that has succeeded after a change.
	 * @param change the time of the change, {@code null} if it is not known
	 * @return the run, {@code null} if there is none or the time of the change is not
	 * known
	 */
	@Nullable TestRun successAfter(@Nullable Instant change) {
		return this.runs.stream().filter((run) -> run.isSuccessAfter(change)).findFirst().orElse(null);
	}

	/**
	 * Return the newest run that has succeeded, otherwise the newest run.
	 * @return the run, {@code null} if there is none
	 */
	@Nullable TestRun decisive() {
		return this.runs.stream()
			.filter((run) -> TestRunStatus.SUCCESS.equals(run.status()))
			.findFirst()
			.orElse(newest());
	}

	private record Listed(long next, List<TestRun> runs, long totalCount) {

	}

}
