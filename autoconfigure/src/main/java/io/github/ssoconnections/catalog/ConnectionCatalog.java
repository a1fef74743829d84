// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import io.github.ssoconnections.Page;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The connections of one account at a vendor.
 */
public interface ConnectionCatalog {

	/**
	 * Return the vendor.
	 * @return the vendor's name, such as {@code clerk}
	 */
	String vendor();

	/**
	 * List the first page of the connections, with one request.
	 * @param limit how many connections the page holds at most, 1 to 100
	 * @return the page, or an {@link io.github.ssoconnections.SsoApiException}
	 */
	Mono<Page<CatalogEntry>> list(int limit);

	/**
	 * List all connections, each once, page by page as they are asked for, and never with
	 * a request per connection.
	 * @return the connections, or an {@link io.github.ssoconnections.SsoApiException}
	 * after those that came before it
	 */
	Flux<CatalogEntry> listAll();

}
