// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.ConnectionSort;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the table is shown, as its address says. A value that is none is the default.
 *
 * @param text the words to find
 * @param account vendor and account, such as {@code clerk/default}
 * @param vendor the vendor
 * @param protocol the protocol
 * @param state whether users can sign in, or the connection needs attention
 * @param sort the order
 * @param descending whether the order is reversed
 * @param number the number of the page, from 1
 * @param size the rows of a page
 */
public record ConnectionTable(String text, String account, String vendor, String protocol, String state,
		ConnectionSort sort, boolean descending, int number, int size) {

	private static final int MAX_TEXT = 200;

	private static final List<Integer> SIZES = List.of(25, 50, 100);

	static ConnectionTable of(MultiValueMap<String, String> parameters) {
		String text = value(parameters, "q").strip();
		String size = value(parameters, "size");
		String number = value(parameters, "page");
		return new ConnectionTable(text.substring(0, Math.min(text.length(), MAX_TEXT)),
				oneOf(value(parameters, "account"), "[\\w.-]{1,64}/[\\w.-]{1,64}"),
				oneOf(value(parameters, "vendor"), "[\\w.-]{1,64}"), oneOf(value(parameters, "protocol"), "saml|oidc"),
				oneOf(value(parameters, "state"), "active|inactive|unknown|attention"), sort(value(parameters, "sort")),
				value(parameters, "order").equals("desc"), Paging.number(number),
				SIZES.stream().filter((one) -> String.valueOf(one).equals(size)).findFirst().orElse(SIZES.get(0)));
	}

	private static String value(MultiValueMap<String, String> parameters, String name) {
		String value = parameters.getFirst(name);
		return (value != null) ? value : "";
	}

	private static String oneOf(String value, String pattern) {
		return value.matches(pattern) ? value : "";
	}

	private static ConnectionSort sort(String name) {
		return Arrays.stream(ConnectionSort.values())
			.filter((sort) -> word(sort).equals(name))
			.findFirst()
			.orElse(ConnectionSort.NAME);
	}

	private static String word(ConnectionSort sort) {
		return sort.name().toLowerCase(Locale.ROOT);
	}

	ConnectionQuery toQuery() {
		ConnectionQuery query = new ConnectionQuery().text(this.text)
			.sort(this.sort, this.descending)
			.page((this.number - 1) * this.size, this.size);
		if (!this.account.isEmpty()) {
			String[] parts = this.account.split("/");
			query.account(new Account(parts[0], parts[1]));
		}
		if (!this.vendor.isEmpty()) {
			query.vendor(this.vendor);
		}
		if (!this.protocol.isEmpty()) {
			query.protocol(this.protocol);
		}
		if (this.state.equals("unknown")) {
			query.filter((entry) -> entry.active() == null);
		}
		else if (!this.state.isEmpty() && !isNeedingAttention()) {
			query.active(this.state.equals("active"));
		}
		return query;
	}

	boolean isNeedingAttention() {
		return this.state.equals("attention");
	}

	/**
	 * Return whether there is a filter.
	 * @return whether connections may be left out
	 */
	public boolean isFiltered() {
		return !(this.text + this.account + this.vendor + this.protocol + this.state).isEmpty();
	}

	/**
	 * Return the rows that a page can have.
	 * @return the numbers
	 */
	public List<Integer> sizes() {
		return SIZES;
	}

	/**
	 * Return how a column is sorted.
	 * @param column the order that the column stands for
	 * @return the value of {@code aria-sort}
	 */
	public String ariaSort(String column) {
		return !word(this.sort).equals(column) ? "none" : this.descending ? "descending" : "ascending";
	}

	/**
	 * Return the address of the first page in another order.
	 * @param column the order; the reverse if it is the present one
	 * @return the address
	 */
	public String sortedBy(String column) {
		return address(column, ariaSort(column).equals("ascending"), 1);
	}

	String page(int number) {
		return address(word(this.sort), this.descending, number);
	}

	private String address(String sort, boolean descending, int number) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/connections");
		add(address, "q", this.text);
		add(address, "account", this.account);
		add(address, "vendor", this.vendor);
		add(address, "protocol", this.protocol);
		add(address, "state", this.state);
		add(address, "sort", sort.equals(word(ConnectionSort.NAME)) ? "" : sort);
		add(address, "order", descending ? "desc" : "");
		add(address, "size", (this.size != SIZES.get(0)) ? String.valueOf(this.size) : "");
		add(address, "page", (number > 1) ? String.valueOf(number) : "");
		return address.encode().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String value) {
		if (!value.isEmpty()) {
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

}
