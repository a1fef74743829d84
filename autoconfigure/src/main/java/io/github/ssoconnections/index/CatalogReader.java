// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads all connections of an account.
 */
final class CatalogReader {

	/** Reads that confirm a deletion, per refresh. */
	private static final int MAX_CONFIRMATIONS = 1_000;

	private final ConnectionCatalog catalog;

	CatalogReader(ConnectionCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Read the list, and the connections that are missing in it.
	 * @param reading where to put the connections
	 * @param before the connections that were known before, by id
	 * @param timeout the maximum time without a connection
	 * @param scheduler the scheduler of the timeout
	 * @return the connections
	 */
	Mono<Reading> read(Reading reading, Map<String, CatalogEntry> before, Duration timeout, Scheduler scheduler) {
		return Mono.defer(() -> this.catalog.listAll(reading::addSkipped)
			.timeout(timeout, scheduler)
			.doOnNext(reading::add)
			.then(Mono.defer(() -> keepUnconfirmed(reading, before))));
	}

	// Pagination over a changing list can miss a connection: only a read proves a
	// deletion
	private Mono<Reading> keepUnconfirmed(Reading reading, Map<String, CatalogEntry> before) {
		Map<String, CatalogEntry> missing = new LinkedHashMap<>();
		before.forEach((id, entry) -> {
			if (!reading.found().containsKey(id)) {
				missing.put(id, entry);
			}
		});
		if (missing.isEmpty() || reading.isTooMany()) {
			return Mono.just(reading);
		}
		List<String> checked = missing.keySet().stream().limit(MAX_CONFIRMATIONS).toList();
		missing.values().stream().skip(MAX_CONFIRMATIONS).forEach(reading::add);
		return Flux.defer(() -> this.catalog.getAll(checked))
			.doOnNext(reading::add)
			.then()
			.onErrorResume((failure) -> Mono.fromRunnable(() -> checked.stream()
				.filter((id) -> !reading.found().containsKey(id))
				.forEach((id) -> reading.add(Objects.requireNonNull(missing.get(id))))))
			.thenReturn(reading);
	}

}
