// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a vendor does in a {@link Reconciliation}. Everything else is the same at every
 * vendor.
 */
public interface ReconciliationVendor {

	/**
	 * Return the account.
	 * @return the account
	 */
	Account account();

	/**
	 * Return the host of the vendor's API.
	 * @return the host, to which a plan is bound
	 */
	String apiHost();

	/**
	 * Return the fields that are compared in their own way.
	 * @return the rules
	 */
	FieldRules rules();

	/**
	 * Return whether a name finds at most one connection, and is immutable.
	 * @return whether names are unique; otherwise a connection is found by its id, or its
	 * name and domains
	 */
	boolean hasUniqueNames();

	/**
	 * Return the fields of a declaration with the vendor's names in a request. Makes no
	 * request.
	 * @param desired the declaration
	 * @return the fields; not unmodifiable
	 * @throws IllegalArgumentException if the vendor has no such field, or rejects the
	 * value
	 */
	Map<String, @Nullable Object> toFields(DesiredConnection desired);

	/**
	 * Complete the declared fields of a connection that does not exist.
	 * @param desired the declaration
	 * @param declared the declared fields
	 * @return the fields
	 * @throws IllegalArgumentException if a field is missing
	 */
	Map<String, @Nullable Object> toCreation(DesiredConnection desired, Map<String, @Nullable Object> declared);

	/**
	 * Return the fields that a connection with the declared fields has: a metadata
	 * document that the vendor does not return is replaced by the fields that are derived
	 * from it.
	 * @param declared the declared fields
	 * @return the fields to compare
	 */
	Map<String, @Nullable Object> toComparable(Map<String, @Nullable Object> declared);

	/**
	 * List all connections.
	 * @return the connections
	 */
	Flux<CurrentConnection> list();

	/**
	 * Get a connection.
	 * @param id the vendor's id
	 * @return the connection; fails if it is not found
	 */
	Mono<CurrentConnection> get(String id);

	/**
	 * Begin to read fields that need further calls, for one plan.
	 * @return the reader
	 */
	FurtherFields furtherFields();

	/**
	 * Create a connection, with all declared fields.
	 * @param planned what is declared
	 * @return completes when it has all fields; fails if the connection exists
	 */
	Mono<Void> create(PlannedConnection planned);

	/**
	 * Change the fields of a connection that differ, and nothing else.
	 * @param planned what is declared, and differs
	 * @param current the connection as it was just read
	 * @return completes when all fields are changed
	 */
	Mono<Void> update(PlannedConnection planned, CurrentConnection current);

	/**
	 * Delete a connection.
	 * @param id the vendor's id
	 * @return completes when the vendor has accepted the deletion
	 */
	Mono<Void> delete(String id);

	/**
	 * Return what is lost when a connection is deleted.
	 * @return the warning
	 */
	String deletionWarning();

	/**
	 * Return a connection as a declaration of its present state.
	 * @param current the connection, with further fields if they were read
	 * @return the declaration; secrets are masked
	 */
	DesiredConnection toDesired(CurrentConnection current);

	/**
	 * Return the secret fields that the vendor does not return, so that a declaration of
	 * the present state does not have them.
	 * @param current the connection
	 * @return the fields, empty if there are none
	 */
	default List<FieldPath> findHidden(CurrentConnection current) {
		return List.of();
	}

	/**
	 * Return the secret fields that an update would lose, as the vendor neither returns
	 * them nor keeps what is not sent.
	 * @param current the connection
	 * @param changes what differs
	 * @return the fields, empty if there are none
	 */
	default List<FieldPath> findLost(CurrentConnection current, List<FieldChange> changes) {
		return List.of();
	}

	/**
	 * Reader of fields that need further calls.
	 */
	interface FurtherFields {

		/**
		 * Read the fields of a connection.
		 * @param current the connection
		 * @param declared the declared fields, which decide what is read; {@code null} to
		 * read what can be read with one request
		 * @return the connection with further fields
		 */
		Mono<CurrentConnection> read(CurrentConnection current, @Nullable Map<String, @Nullable Object> declared);

		/**
		 * Find the verified domains that the vendor removes when a connection is
		 * activated.
		 * @param current the connection, {@code null} for a creation
		 * @param declared the declared fields
		 * @return the domains, empty if there are none
		 */
		default Mono<Set<String>> findRemovedDomains(@Nullable CurrentConnection current,
				Map<String, @Nullable Object> declared) {
			return Mono.just(Set.of());
		}

		/**
		 * Return the number of requests so far.
		 * @return the number
		 */
		int requests();

	}

}
