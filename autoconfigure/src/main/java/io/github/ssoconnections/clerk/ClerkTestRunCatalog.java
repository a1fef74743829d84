// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.catalog.LastTestRun;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Catalog of an account at Clerk that also has the newest completed test run of each
 * connection. Clerk's list does not contain it: {@link #listAll()} makes one further
 * request per connection. A connection whose test runs cannot be read has none that is
 * known: only rejected credentials fail the whole list.
 */
public final class ClerkTestRunCatalog implements ConnectionCatalog {

	private static final int CONCURRENT_READS = 4;

	/** Clerk does not promise an order. */
	private static final int RUNS = 10;

	private static final Log logger = LogFactory.getLog(ClerkTestRunCatalog.class);

	private final ConnectionCatalog catalog;

	private final EnterpriseConnectionService service;

	private ClerkTestRunCatalog(ConnectionCatalog catalog, EnterpriseConnectionService service) {
		this.catalog = catalog;
		this.service = service;
	}

	/**
	 * Create the catalog of an account.
	 * @param catalog the catalog of the connections
	 * @param service the service of the same account
	 * @return the catalog
	 */
	public static ClerkTestRunCatalog create(ConnectionCatalog catalog, EnterpriseConnectionService service) {
		Assert.notNull(catalog, "'catalog' must not be null");
		Assert.notNull(service, "'service' must not be null");
		return new ClerkTestRunCatalog(catalog, service);
	}

	@Override
	public String vendor() {
		return this.catalog.vendor();
	}

	@Override
	public String account() {
		return this.catalog.account();
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.catalog.list(limit);
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		return this.catalog.listAll().flatMapSequential(this::withLastTestRun, CONCURRENT_READS);
	}

	@Override
	public Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return this.catalog.listAll(onSkipped).flatMapSequential(this::withLastTestRun, CONCURRENT_READS);
	}

	@Override
	public Mono<CatalogEntry> get(String id) {
		return this.catalog.get(id).flatMap(this::withLastTestRun);
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return this.catalog.getAll(ids).flatMapSequential(this::withLastTestRun, CONCURRENT_READS);
	}

	@Override
	public String toEntryId(String connectionId) {
		return this.catalog.toEntryId(connectionId);
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		return this.catalog.toEntry(connection);
	}

	private Mono<CatalogEntry> withLastTestRun(CatalogEntry entry) {
		if (entry.id() == null) {
			return Mono.just(entry);
		}
		// A link that nobody has used is a pending run, and no test
		return this.service
			.listTestRuns(entry.id(),
					new TestRunQuery().status(TestRunStatus.SUCCESS, TestRunStatus.FAILED).limit(RUNS))
			.map((page) -> entry.withDetails(entry.details().withLastTestRun(newest(page.data()))))
			.onErrorResume(ClerkTestRunCatalog::isOfOneConnection, (failure) -> {
				logger.debug("The test runs of connection " + entry.id() + " could not be read", failure);
				return Mono.just(entry);
			});
	}

	private static boolean isOfOneConnection(Throwable failure) {
		return failure instanceof SsoApiException && !(failure instanceof SsoApiException.Unauthorized);
	}

	private static LastTestRun newest(List<TestRun> runs) {
		return runs.stream()
			.filter((run) -> !TestRunStatus.PENDING.equals(run.status()))
			.min(TestRun.NEWEST_FIRST)
			.map(ClerkTestRunCatalog::summary)
			.orElse(LastTestRun.NONE);
	}

	private static LastTestRun summary(TestRun run) {
		return new LastTestRun((run.status() != null) ? run.status().value() : "unknown", run.createdAt(),
				run.failureMessage());
	}

}
