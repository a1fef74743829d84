// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.url.HostNames;
import org.jspecify.annotations.Nullable;

/**
 * Filters, order and page of {@link ConnectionIndex#list(ConnectionQuery)}. Without a
 * filter, every connection is part of the result. Not thread-safe.
 */
public final class ConnectionQuery {

	/** The maximum of {@link #page(int, int)}. */
	public static final int MAX_LIMIT = 1_000;

	private static final int MAX_TEXT = 200;

	private List<String> terms = List.of();

	private @Nullable Account account;

	private @Nullable String vendor;

	private @Nullable Predicate<CatalogEntry> filter;

	private ConnectionSort sort = ConnectionSort.NAME;

	private boolean descending;

	private int offset;

	private int limit = 25;

	/**
	 * Set the words to find in the name, the domains, the id and the provider. Every word
	 * must be part of one of them; case is ignored, and a domain beyond ASCII is also
	 * found in its ASCII form.
	 * @param text the words, up to 200 characters
	 * @return this query
	 */
	public ConnectionQuery text(String text) {
		Assert.notNull(text, "'text' must not be null");
		Assert.isTrue(text.length() <= MAX_TEXT, "'text' must have at most 200 characters");
		this.terms = Arrays.stream(text.strip().split("\\s+")).filter((term) -> !term.isEmpty()).toList();
		return this;
	}

	/**
	 * Set the vendor.
	 * @param vendor the vendor, such as {@code clerk}
	 * @return this query
	 */
	public ConnectionQuery vendor(String vendor) {
		Assert.hasText(vendor, "'vendor' must not be empty");
		this.vendor = vendor;
		return this;
	}

	/**
	 * Set the account.
	 * @param account the account
	 * @return this query
	 */
	public ConnectionQuery account(Account account) {
		Assert.notNull(account, "'account' must not be null");
		this.account = account;
		return this;
	}

	/**
	 * Set the protocol.
	 * @param protocol {@link CatalogEntry#SAML} or {@link CatalogEntry#OIDC}
	 * @return this query
	 */
	public ConnectionQuery protocol(String protocol) {
		Assert.hasText(protocol, "'protocol' must not be empty");
		return filter((entry) -> protocol.equals(entry.protocol()));
	}

	/**
	 * Set whether users can sign in. Connections of which this is unknown are in neither
	 * result.
	 * @param active whether users can sign in
	 * @return this query
	 */
	public ConnectionQuery active(boolean active) {
		return filter((entry) -> entry.active() != null && entry.active() == active);
	}

	/**
	 * Add a filter.
	 * @param filter the filter, which must not block
	 * @return this query
	 */
	public ConnectionQuery filter(Predicate<CatalogEntry> filter) {
		Assert.notNull(filter, "'filter' must not be null");
		this.filter = (this.filter != null) ? this.filter.and(filter) : filter;
		return this;
	}

	/**
	 * Set the order. By default, {@link ConnectionSort#NAME}, ascending.
	 * @param sort the order
	 * @param descending whether it is reversed
	 * @return this query
	 */
	public ConnectionQuery sort(ConnectionSort sort, boolean descending) {
		Assert.notNull(sort, "'sort' must not be null");
		this.sort = sort;
		this.descending = descending;
		return this;
	}

	/**
	 * Set the page. By default, the first 25 connections.
	 * @param offset the number of connections before the page
	 * @param limit the maximum number of connections, 1 to 1000
	 * @return this query
	 */
	public ConnectionQuery page(int offset, int limit) {
		Assert.isTrue(offset >= 0, "'offset' must not be negative");
		Assert.isTrue(limit >= 1 && limit <= MAX_LIMIT, "'limit' must be between 1 and 1000");
		this.offset = offset;
		this.limit = limit;
		return this;
	}

	int offset() {
		return this.offset;
	}

	int limit() {
		return this.limit;
	}

	ConnectionSort sort() {
		return this.sort;
	}

	boolean isDescending() {
		return this.descending;
	}

	boolean includes(Account account) {
		return (this.account == null || this.account.equals(account))
				&& (this.vendor == null || this.vendor.equals(account.vendor()));
	}

	boolean includes(CatalogEntry entry) {
		return (this.filter == null || this.filter.test(entry)) && this.terms.stream().allMatch((term) -> {
			boolean found = contains(entry.name(), term) || contains(entry.id(), term)
					|| contains(entry.provider(), term);
			return found || isInDomain(entry, term);
		});
	}

	private static boolean isInDomain(CatalogEntry entry, String term) {
		String ascii = term.chars().allMatch((character) -> character < 0x80) ? term
				: HostNames.toAscii(term.toLowerCase(Locale.ROOT));
		return entry.domains().stream().anyMatch((domain) -> contains(domain, term) || contains(domain, ascii));
	}

	// Without a copy in lower case of each text
	private static boolean contains(@Nullable String text, String term) {
		if (text == null) {
			return false;
		}
		for (int start = 0; start <= text.length() - term.length(); start++) {
			if (text.regionMatches(true, start, term, 0, term.length())) {
				return true;
			}
		}
		return false;
	}

}
