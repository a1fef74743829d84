// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import io.github.ssoconnections.account.Account;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The index cannot tell which connection serves a domain: an account has not been read
 * yet, or it has been read incompletely and no connection was found. Contains neither
 * e-mail addresses nor domains.
 */
public final class ConnectionsNotKnownException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<Account> accounts;

	private ConnectionsNotKnownException(List<Account> accounts, String message) {
		super(message);
		this.accounts = List.copyOf(accounts);
	}

	static ConnectionsNotKnownException notRead(List<Account> accounts) {
		return new ConnectionsNotKnownException(accounts,
				"The connections of " + accounts.stream().map(Account::toString).collect(Collectors.joining(", "))
						+ " are not known yet: no refresh has succeeded. Refreshes run if"
						+ " 'sso-connections.index.enabled' is true, or on refresh()");
	}

	static ConnectionsNotKnownException incomplete(List<AccountGap> gaps) {
		return new ConnectionsNotKnownException(gaps.stream().map(AccountGap::account).toList(),
				"Cannot tell: nothing was found, and the last refresh was incomplete ("
						+ gaps.stream().map(AccountGap::toString).collect(Collectors.joining("; ")) + ")");
	}

	/**
	 * Return the accounts whose connections are not known.
	 * @return the accounts
	 */
	public List<Account> accounts() {
		return this.accounts;
	}

	/**
	 * Return the problem detail for the caller of the application, with the status 503.
	 * @return a new problem detail, without an instance
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
	 */
	public ProblemDetail toProblemDetail() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"It is not known at the moment which connection serves the domain. Retry later.");
		problem.setType(URI.create("urn:sso-connections:connections-not-known"));
		problem.setTitle("Connections not known");
		return problem;
	}

}
