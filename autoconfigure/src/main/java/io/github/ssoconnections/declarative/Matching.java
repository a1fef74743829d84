// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which connection a declaration means.
 */
final class Matching {

	private final boolean uniqueNames;

	private final List<CurrentConnection> all;

	private final Map<String, CurrentConnection> byId = new LinkedHashMap<>();

	private final Map<String, List<CurrentConnection>> byName = new LinkedHashMap<>();

	private final Map<String, DesiredConnection> matched = new LinkedHashMap<>();

	/** Connections that a declaration may mean. */
	private final Set<String> unclear = new HashSet<>();

	Matching(boolean uniqueNames, List<CurrentConnection> all) {
		this.uniqueNames = uniqueNames;
		this.all = all;
		for (CurrentConnection current : all) {
			this.byId.put(current.id(), current);
			this.byName.computeIfAbsent(current.name().strip(), (name) -> new ArrayList<>()).add(current);
		}
	}

	/**
	 * Reject declarations of which two mean one connection.
	 * @param uniqueNames whether a name is unique
	 * @param desired the declarations
	 */
	static void rejectDuplicates(boolean uniqueNames, Collection<DesiredConnection> desired) {
		Map<Object, DesiredConnection> seen = new LinkedHashMap<>();
		for (DesiredConnection one : desired) {
			Object key = uniqueNames ? one.name().strip()
					: List.of(one.name().strip(), Comparison.domains(one.domains()));
			for (Object identity : (one.id() != null) ? List.of("id " + one.id(), key) : List.of(key)) {
				DesiredConnection first = seen.put(identity, one);
				if (first != null && !(one.id() != null && first.id() != null && !one.id().equals(first.id()))) {
					throw duplicate(first, one);
				}
			}
		}
	}

	private static InvalidDeclarationException duplicate(DesiredConnection first, DesiredConnection second) {
		return new InvalidDeclarationException(second.describe() + ": the same connection is declared twice, also at "
				+ first.describe() + ": remove one of them");
	}

	/**
	 * Find the connection that a declaration means.
	 * @param desired the declaration
	 * @return the connection, {@code null} if it does not exist
	 * @throws UnclearMatchException if that cannot be said
	 */
	@Nullable CurrentConnection find(DesiredConnection desired) {
		CurrentConnection current = (desired.id() != null) ? findById(desired, desired.id())
				: this.uniqueNames ? only(named(desired)) : findByNameAndDomains(desired);
		if (current != null) {
			DesiredConnection first = this.matched.put(current.id(), desired);
			if (first != null) {
				throw duplicate(first, desired);
			}
		}
		else {
			requireNoneUnreadable(desired);
		}
		return current;
	}

	private List<CurrentConnection> named(DesiredConnection desired) {
		return this.byName.getOrDefault(desired.name().strip(), List.of());
	}

	private CurrentConnection findById(DesiredConnection desired, String id) {
		CurrentConnection current = this.byId.get(id);
		if (current == null) {
			throw new UnclearMatchException("the account has no connection with the id " + id
					+ ": correct the id, or remove it to create a connection");
		}
		if (this.uniqueNames && !current.name().equals(desired.name())) {
			this.unclear.add(id);
			throw new UnclearMatchException("the connection " + id + " has the name " + current.name()
					+ ", which cannot be changed: correct the name or the id");
		}
		return current;
	}

	private @Nullable CurrentConnection findByNameAndDomains(DesiredConnection desired) {
		List<CurrentConnection> named = named(desired);
		if (desired.domains() == null) {
			return only(named);
		}
		for (CurrentConnection current : named) {
			if (current.domains() == null) {
				this.unclear.add(current.id());
				throw new UnclearMatchException("the domains of the connection " + current.id()
						+ " of this name cannot be read: declare the id of the connection");
			}
		}
		Set<String> domains = Comparison.domains(desired.domains());
		List<CurrentConnection> same = named.stream()
			.filter((current) -> Comparison.domains(current.domains()).equals(domains))
			.toList();
		return only(!same.isEmpty() ? same : named.stream().filter((current) -> shares(current, domains)).toList());
	}

	private @Nullable CurrentConnection only(List<CurrentConnection> found) {
		if (found.size() > 1) {
			found.forEach((current) -> this.unclear.add(current.id()));
			throw new UnclearMatchException("several connections may be meant, with the ids "
					+ found.stream().map(CurrentConnection::id).toList() + ": declare the id of the connection");
		}
		return found.isEmpty() ? null : found.get(0);
	}

	private void requireNoneUnreadable(DesiredConnection desired) {
		Set<String> domains = Comparison.domains(desired.domains());
		for (CurrentConnection current : this.byName.getOrDefault("", List.of())) {
			if (current.domains() == null || this.uniqueNames || shares(current, domains)) {
				this.unclear.add(current.id());
				throw new UnclearMatchException("the name of the connection " + current.id()
						+ " cannot be read, and it may be meant: check it at the vendor");
			}
		}
	}

	private static boolean shares(CurrentConnection current, Set<String> domains) {
		Set<String> shared = new HashSet<>(Comparison.domains(current.domains()));
		shared.retainAll(domains);
		return !shared.isEmpty();
	}

	/**
	 * Return the connections that no declaration means, or may mean.
	 * @return the connections
	 */
	List<CurrentConnection> undeclared() {
		return this.all.stream().filter((current) -> !isDeclared(current)).toList();
	}

	private boolean isDeclared(CurrentConnection current) {
		return this.matched.containsKey(current.id()) || this.unclear.contains(current.id());
	}

	/**
	 * Return the undeclared connections that a creation may duplicate.
	 * @param desired the declaration
	 * @return those of a shared domain, those whose domains cannot be read and, where
	 * names are not unique, those of the same name
	 */
	List<CurrentConnection> findSimilar(DesiredConnection desired) {
		Set<String> domains = Comparison.domains(desired.domains());
		return undeclared().stream()
			.filter((current) -> shares(current, domains) || (current.domains() == null && !domains.isEmpty())
					|| (!this.uniqueNames && Objects.equals(current.name().strip(), desired.name().strip())))
			.toList();
	}

	/**
	 * Find the undeclared connection to be deleted.
	 * @param nameOrId the name or the id
	 * @return the connections, none or one
	 * @throws UnclearMatchException if it is declared, or several are meant
	 */
	List<CurrentConnection> findDeleted(String nameOrId) {
		CurrentConnection identified = this.byId.get(nameOrId);
		List<CurrentConnection> found = (identified != null) ? List.of(identified)
				: this.byName.getOrDefault(nameOrId.strip(), List.of());
		if (found.size() > 1) {
			throw new UnclearMatchException("several connections have the name " + nameOrId + ", with the ids "
					+ found.stream().map(CurrentConnection::id).toList() + ": ask for the deletion by id");
		}
		if (found.stream().anyMatch(this::isDeclared)) {
			throw new UnclearMatchException(
					"a declared connection, or one that may be, is not deleted: remove its declaration");
		}
		return found;
	}

	/**
	 * Thrown if it cannot be said which connection is meant.
	 */
	static final class UnclearMatchException extends RuntimeException {

		UnclearMatchException(String message) {
			super(message, null, false, false);
		}

	}

}
