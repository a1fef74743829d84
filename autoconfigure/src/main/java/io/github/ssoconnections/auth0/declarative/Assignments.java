// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.declarative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.ReconciliationVendor.FurtherFields;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Clients and organizations that a connection is enabled for, and discovery domains of
 * these organizations. Auth0 has no look-up from a connection to its organizations: the
 * declared ones are read, and no other.
 */
final class Assignments {

	private final Auth0Account auth0;

	Assignments(Auth0Account auth0) {
		this.auth0 = auth0;
	}

	FurtherFields furtherFields() {
		return new Reader();
	}

	/**
	 * Enable a connection for organizations, then add discovery domains, then enable and
	 * disable it for clients, with whom users can sign in.
	 * @param id the id of the connection
	 * @param declared the declared fields
	 * @param current the fields of the connection
	 * @param changed returns whether a field differs
	 * @return completes when all that differ are changed
	 */
	Mono<Void> assign(String id, Map<String, @Nullable Object> declared, Map<String, @Nullable Object> current,
			Predicate<String> changed) {
		Set<String> organizations = texts(declared.get(Auth0Fields.ORGANIZATIONS));
		return enableOrganizations(id, organizations, current, changed)
			.thenMany(Mono.defer(() -> addDomains(organizations, declared, current, changed)))
			.then(Mono
				.defer(() -> changed.test(Auth0Fields.CLIENTS) ? assignClients(id, declared, current) : Mono.empty()));
	}

	private Mono<Void> enableOrganizations(String id, Set<String> organizations, Map<String, @Nullable Object> current,
			Predicate<String> changed) {
		Set<String> enabled = texts(current.get(Auth0Fields.ORGANIZATIONS));
		return Flux.fromIterable(changed.test(Auth0Fields.ORGANIZATIONS) ? organizations : Set.<String>of())
			.filter((organization) -> !enabled.contains(organization))
			.concatMap((organization) -> this.auth0.organizationConnections()
				.enable(organization, id, new OrganizationConnectionSettings().assignMembershipOnLogin(true)))
			.then();
	}

	private Mono<Void> addDomains(Set<String> organizations, Map<String, @Nullable Object> declared,
			Map<String, @Nullable Object> current, Predicate<String> changed) {
		Set<String> known = texts(current.get(Auth0Fields.DISCOVERY_DOMAINS));
		return Flux.fromIterable(changed.test(Auth0Fields.DISCOVERY_DOMAINS) ? organizations : Set.<String>of())
			.concatMap((organization) -> Flux.fromIterable(texts(declared.get(Auth0Fields.DISCOVERY_DOMAINS)))
				.filter((domain) -> !known.contains(domain))
				.concatMap((domain) -> this.auth0.discoveryDomains()
					.createOrFind(organization, new NewDiscoveryDomain().domain(domain))))
			.then();
	}

	private Mono<Void> assignClients(String id, Map<String, @Nullable Object> declared,
			Map<String, @Nullable Object> current) {
		if (!declared.containsKey(Auth0Fields.CLIENTS)) {
			return Mono.empty();
		}
		Set<String> wanted = texts(declared.get(Auth0Fields.CLIENTS));
		Set<String> enabled = texts(current.get(Auth0Fields.CLIENTS));
		List<ClientChange> changes = new ArrayList<>();
		wanted.stream().filter((client) -> !enabled.contains(client)).map(ClientChange::enable).forEach(changes::add);
		enabled.stream().filter((client) -> !wanted.contains(client)).map(ClientChange::disable).forEach(changes::add);
		return changes.isEmpty() ? Mono.empty() : this.auth0.connectionClients().update(id, changes);
	}

	private static Set<String> texts(@Nullable Object list) {
		return (list instanceof Collection<?> items)
				? items.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
	}

	/**
	 * Reads each organization once.
	 */
	private final class Reader implements FurtherFields {

		private final AtomicInteger requests = new AtomicInteger();

		private final Map<String, Mono<List<String>>> connections = new ConcurrentHashMap<>();

		private final Map<String, Mono<List<String>>> domains = new ConcurrentHashMap<>();

		@Override
		public Mono<CurrentConnection> read(CurrentConnection current,
				@Nullable Map<String, @Nullable Object> declared) {
			Map<String, @Nullable Object> fields = new LinkedHashMap<>(current.fields());
			Mono<Void> clients = (declared == null || declared.containsKey(Auth0Fields.CLIENTS))
					? clients(current.id()).doOnNext((ids) -> fields.put(Auth0Fields.CLIENTS, ids)).then()
					: Mono.empty();
			if (declared == null) {
				return clients.then(Mono.fromSupplier(() -> current.withFields(fields)));
			}
			Set<String> organizations = texts(declared.get(Auth0Fields.ORGANIZATIONS));
			Mono<Void> enabled = declared.containsKey(Auth0Fields.ORGANIZATIONS) ? Flux.fromIterable(organizations)
				.concatMap((organization) -> connections(organization).filter((ids) -> ids.contains(current.id()))
					.map((ids) -> organization))
				.collectList()
				.doOnNext((ids) -> fields.put(Auth0Fields.ORGANIZATIONS, ids))
				.then() : Mono.empty();
			Mono<Void> known = declared.containsKey(Auth0Fields.DISCOVERY_DOMAINS) ? Flux.fromIterable(organizations)
				.concatMap(this::domains)
				.collectList()
				.doOnNext((all) -> fields.put(Auth0Fields.DISCOVERY_DOMAINS,
						declaredIn(all, texts(declared.get(Auth0Fields.DISCOVERY_DOMAINS)))))
				.then() : Mono.empty();
			return clients.then(enabled).then(known).then(Mono.fromSupplier(() -> current.withFields(fields)));
		}

		private static List<String> declaredIn(List<List<String>> all, Set<String> declared) {
			return declared.stream()
				.filter((domain) -> all.stream()
					.allMatch((domains) -> domains.contains(domain.toLowerCase(Locale.ROOT))))
				.toList();
		}

		private Mono<List<String>> clients(String id) {
			return counted(() -> Assignments.this.auth0.connectionClients()
				.listAll(id)
				.flatMap((one) -> Mono.justOrEmpty(one.clientId())));
		}

		private Mono<List<String>> connections(String organization) {
			return this.connections.computeIfAbsent(organization,
					(id) -> counted(() -> Assignments.this.auth0.organizationConnections()
						.list(id)
						.flatMapIterable((list) -> list)
						.filter((connection) -> !Boolean.FALSE.equals(connection.isEnabled()))
						.flatMap((one) -> Mono.justOrEmpty(one.connectionId()))).cache());
		}

		private Mono<List<String>> domains(String organization) {
			return this.domains.computeIfAbsent(organization,
					(id) -> counted(() -> Assignments.this.auth0.discoveryDomains()
						.listAll(id)
						.flatMap((one) -> Mono.justOrEmpty(one.domain()))
						.map((domain) -> domain.toLowerCase(Locale.ROOT))).cache());
		}

		private Mono<List<String>> counted(Supplier<Flux<String>> list) {
			return Mono.defer(() -> {
				this.requests.incrementAndGet();
				return list.get()
					.collectList()
					.onErrorResume(SsoApiException.NotFound.class, (absent) -> Mono.just(List.of()));
			});
		}

		@Override
		public int requests() {
			return this.requests.get();
		}

	}

}
