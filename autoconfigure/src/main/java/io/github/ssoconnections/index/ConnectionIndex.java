// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Index of the connections of all accounts, for look-ups without a request to a vendor.
 * Contains what the last refresh read, and the changes that this application has made
 * since.
 * <p>
 * Domains are compared in ASCII and lower case, without a final dot. A subdomain matches
 * only if the connection includes subdomains. Several connections may serve a domain, as
 * vendors allow it: a look-up gives candidates, and the vendor decides.
 * <p>
 * E-mail addresses and domains are neither logged nor kept, and are not part of a
 * message.
 */
public interface ConnectionIndex {

	/**
	 * Find the connections that may serve a user.
	 * @param email the e-mail address; only what follows the last at sign is used
	 * @return the connections, active first; empty only if every connection is known
	 * @throws ConnectionsNotKnownException if an account has not been read yet, or if
	 * nothing was found and an account was read incompletely
	 * @throws IllegalArgumentException if it is no e-mail address
	 */
	default List<CatalogEntry> findByEmail(String email) {
		return entries(lookUpEmail(email));
	}

	/**
	 * Find the connections that may serve a domain.
	 * @param domain the domain, such as {@code acme.com}
	 * @return the connections, active first; empty only if every connection is known
	 * @throws ConnectionsNotKnownException if an account has not been read yet, or if
	 * nothing was found and an account was read incompletely
	 * @throws IllegalArgumentException if it is no fully qualified domain
	 */
	default List<CatalogEntry> findByDomain(String domain) {
		return entries(lookUpDomain(domain));
	}

	private static List<CatalogEntry> entries(ConnectionLookup lookup) {
		if (lookup.candidates().isEmpty() && !lookup.isComplete()) {
			throw ConnectionsNotKnownException.incomplete(lookup.gaps());
		}
		return lookup.entries();
	}

	/**
	 * Look up the connections that may serve a user, with reasons and with what is
	 * unknown.
	 * @param email the e-mail address; only what follows the last at sign is used
	 * @return the result, possibly without candidates
	 * @throws ConnectionsNotKnownException if an account has not been read yet
	 * @throws IllegalArgumentException if it is no e-mail address
	 */
	ConnectionLookup lookUpEmail(String email);

	/**
	 * Look up the connections that may serve a domain, with reasons and with what is
	 * unknown.
	 * @param domain the domain, such as {@code acme.com}
	 * @return the result, possibly without candidates
	 * @throws ConnectionsNotKnownException if an account has not been read yet
	 * @throws IllegalArgumentException if it is no fully qualified domain
	 */
	ConnectionLookup lookUpDomain(String domain);

	/**
	 * Find the connections that compete for the same users, within each account, or
	 * within accounts that serve one sign-in page.
	 * @return the conflicts, sorted by severity; empty only if every connection is known
	 * @throws ConnectionsNotKnownException if an account has not been read yet, or if
	 * there is no conflict and an account was read incompletely
	 */
	List<DomainConflict> conflicts();

	/**
	 * Find the conflicts among the connections that are known, as {@link #conflicts()},
	 * but without a failure if something is unknown: there may be more conflicts.
	 * @return the conflicts, sorted by severity
	 */
	List<DomainConflict> knownConflicts();

	/**
	 * Find the conflicts that a connection would have if it were active, without a
	 * request.
	 * @param account the account
	 * @param connectionId the vendor's id of the connection
	 * @return the conflicts, sorted by severity; empty only if every connection is known
	 * @throws ConnectionsNotKnownException if an account has not been read yet, or if
	 * there is no conflict and an account was read incompletely
	 * @throws IllegalArgumentException if the index has no such connection, or its
	 * domains are unknown
	 */
	List<DomainConflict> findConflicts(Account account, String connectionId);

	/**
	 * Find the conflicts that a new active connection would have, without a request.
	 * @param account the account
	 * @param domains the domains of the connection
	 * @return the conflicts, sorted by severity; the new connection is not part of them;
	 * empty only if every connection is known
	 * @throws ConnectionsNotKnownException if an account has not been read yet, or if
	 * there is no conflict and an account was read incompletely
	 */
	List<DomainConflict> findConflicts(Account account, Collection<String> domains);

	/**
	 * Refresh, and find the conflicts that a connection would have if it were active: for
	 * the moment before its activation.
	 * @param account the account
	 * @param connectionId the vendor's id of the connection
	 * @return the conflicts, sorted by severity; fails with an
	 * {@link io.github.ssoconnections.SsoApiException} if an account cannot be read, and
	 * with an {@link IllegalArgumentException} if it has no such connection or its
	 * domains are unknown
	 */
	Mono<List<DomainConflict>> conflictsOf(Account account, String connectionId);

	/**
	 * Refresh, and find the conflicts that a new active connection would have.
	 * @param account the account
	 * @param domains the domains of the connection
	 * @return the conflicts, sorted by severity; the new connection is not part of them;
	 * fails with an {@link io.github.ssoconnections.SsoApiException} if an account cannot
	 * be read, and with a {@link ConnectionsNotKnownException} if there is no conflict
	 * and an account was read incompletely
	 */
	Mono<List<DomainConflict>> conflictsOf(Account account, Collection<String> domains);

	/**
	 * List connections, a page at a time. Makes no request, and does not fail if an
	 * account has not been read: the page names it.
	 * @param query the filters, the order and the page
	 * @return the page
	 */
	ConnectionPage list(ConnectionQuery query);

	/**
	 * Return the age of the index.
	 * @return the end of the last successful refresh, for several accounts the earliest;
	 * {@code null} until every account has been read
	 */
	@Nullable Instant refreshedAt();

	/**
	 * Read all connections again. A call during a refresh waits for its end, and shares
	 * the next refresh with other calls.
	 * @return the completion; fails with an
	 * {@link io.github.ssoconnections.SsoApiException} if an account cannot be read,
	 * after the others have been
	 */
	Mono<Void> refresh();

	/**
	 * Read the connections of an organization again, such as after a webhook about a
	 * domain of the organization.
	 * @param account the account
	 * @param organizationId the vendor's id of the organization
	 * @return the completion; fails with an
	 * {@link io.github.ssoconnections.SsoApiException} if a connection cannot be read
	 */
	Mono<Void> refreshOrganization(Account account, String organizationId);

	/**
	 * Return a view of some accounts: look-ups do not depend on the others.
	 * @param accounts the accounts
	 * @return the view
	 * @throws IllegalArgumentException if an account is not part of this index
	 */
	ConnectionIndex of(Account... accounts);

}
