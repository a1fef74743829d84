// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import io.github.ssoconnections.Page;
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

}
