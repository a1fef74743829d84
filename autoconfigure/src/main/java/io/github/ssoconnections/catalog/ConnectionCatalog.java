// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.account.Account;
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

}
