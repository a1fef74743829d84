// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.util.Collection;
import java.util.function.IntConsumer;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Catalog of the connections of one account.
 */
public interface ConnectionCatalog {

	/**
	 * Return the vendor.
	 * @return the vendor's name, such as {@code clerk}
	 */
	String vendor();

	/**
	 * Return the account.
	 * @return the account's name, {@value Account#DEFAULT} if it has none
	 */
	default String account() {
		return Account.DEFAULT;
	}

	/**
	 * List the first page of the connections, with one request.
	 * @param limit the maximum number of connections, 1 to 100
	 * @return the page, or an {@link io.github.ssoconnections.SsoApiException}
	 */
	Mono<Page<CatalogEntry>> list(int limit);

	/**
	 * List all connections, each once, with one request per page. Pages are fetched as
	 * the subscriber requests items.
	 * @return the connections; an {@link io.github.ssoconnections.SsoApiException} may
	 * follow connections that were already read
	 */
	Flux<CatalogEntry> listAll();

	/**
	 * List all connections, and report those that could not be decoded. By default, none
	 * is reported.
	 * @param onSkipped invoked before completion, if connections were skipped, with their
	 * number
	 * @return the connections, as in {@link #listAll()}
	 */
	default Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return listAll();
	}

	/**
	 * Read one connection.
	 * @param id the vendor's id
	 * @return the connection; empty if there is none, or if it is no enterprise
	 * connection; may fail with an {@link io.github.ssoconnections.SsoApiException}
	 */
	default Mono<CatalogEntry> get(String id) {
		return listAll().filter((entry) -> id.equals(entry.id())).next();
	}

	/**
	 * Read some connections.
	 * @param ids the vendor's ids
	 * @return those that exist, in any order; may fail with an
	 * {@link io.github.ssoconnections.SsoApiException}
	 */
	default Flux<CatalogEntry> getAll(Collection<String> ids) {
		return listAll().filter((entry) -> ids.contains(entry.id()));
	}

	/**
	 * Convert the id of a connection that was deleted. By default, it is the same.
	 * @param connectionId the id in the operation that deleted it
	 * @return the id of its entry
	 */
	default String toEntryId(String connectionId) {
		return connectionId;
	}

	/**
	 * Convert a connection in the form of the vendor. By default, changes of this
	 * application are found by the next refresh, like those made elsewhere.
	 * @param connection the connection, as an operation of the vendor returned it
	 * @return the entry, or {@code null} if this is not a connection of the catalog
	 */
	default @Nullable CatalogEntry toEntry(Object connection) {
		return null;
	}

}
