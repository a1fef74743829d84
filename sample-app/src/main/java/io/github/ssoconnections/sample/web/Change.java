// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * What a request changes, for its line in the audit log.
 */
public final class Change {

	private static final String ATTRIBUTE = Change.class.getName();

	private final ChangeGuard guard;

	private @Nullable Account account;

	private @Nullable String connection;

	private String action;

	private @Nullable String outcome;

	Change(ChangeGuard guard, @Nullable Account account, @Nullable String connection, String action) {
		this.guard = guard;
		this.account = account;
		this.connection = connection;
		this.action = action;
	}

	/**
	 * Return the change of a request.
	 * @param exchange the request
	 * @return the change
	 * @throws IllegalStateException if the request changes nothing
	 */
	public static Change of(ServerWebExchange exchange) {
		if (exchange.getAttribute(ATTRIBUTE) instanceof Change change) {
			return change;
		}
		throw new IllegalStateException("The request changes nothing");
	}

	void attachTo(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
	}

	/**
	 * Name the account that is about to be changed.
	 * @param account the account
	 * @return this
	 * @throws org.springframework.web.ErrorResponseException 403 if the account is
	 * read-only
	 */
	public Change begin(Account account) {
		this.account = account;
		this.guard.requireWritable(account);
		return this;
	}

	/**
	 * Name the connection, where the path does not.
	 * @param id the id
	 * @return this
	 */
	public Change connection(String id) {
		this.connection = id;
		return this;
	}

	/**
	 * Name the action, where the path does not.
	 * @param action the action, such as {@code activate}
	 * @return this
	 */
	public Change action(String action) {
		this.action = action;
		return this;
	}

	/**
	 * Say what came of it, where the status of the response does not.
	 * @param outcome a word, such as {@code test-needed}; no data
	 * @return this
	 */
	public Change outcome(String outcome) {
		this.outcome = outcome;
		return this;
	}

	/**
	 * Write a line for a change that a request has begun and that ends after its
	 * response.
	 * @param account the account
	 * @param connection the connection, {@code null} if there is none
	 * @param action the action
	 * @param outcome a word; no data
	 */
	public static void record(Account account, @Nullable String connection, String action, String outcome) {
		LogFactory.getLog(ChangeFilter.LOG)
			.info("account=" + account.vendor() + "/" + account.name() + " connection=" + clean(connection)
					+ " action=\"" + clean(action) + "\" outcome=" + clean(outcome));
	}

	String describe(String otherwise) {
		return "account=" + ((this.account != null) ? this.account.vendor() + "/" + this.account.name() : "-")
				+ " connection=" + clean(this.connection) + " action=\"" + clean(this.action) + "\" outcome="
				+ clean((this.outcome != null) ? this.outcome : otherwise);
	}

	// Ids, patterns and words have no other characters: what has is not from us
	private static String clean(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "-";
		}
		String clean = text.replaceAll("[^A-Za-z0-9_|{}/. -]", "?");
		return (clean.length() > 160) ? clean.substring(0, 160) : clean;
	}

}
