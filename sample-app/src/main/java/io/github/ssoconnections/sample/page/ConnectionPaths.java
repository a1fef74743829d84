// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.catalog.CatalogEntry;

import org.springframework.web.util.UriUtils;

/**
 * Addresses of the pages of connections.
 */
public final class ConnectionPaths {

	private ConnectionPaths() {
	}

	/**
	 * Return the address of the page of a connection.
	 * @param entry the connection
	 * @return the path
	 */
	public static String of(CatalogEntry entry) {
		return of(entry.vendor(), entry.account(), (entry.id() != null) ? entry.id() : "");
	}

	/**
	 * Return the address of the page of a connection.
	 * @param vendor the vendor
	 * @param account the name of the account
	 * @param id the vendor's id
	 * @return the path
	 */
	public static String of(String vendor, String account, String id) {
		return "/connections/" + segment(vendor) + "/" + segment(account) + "/" + segment(id);
	}

	private static String segment(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
