// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Catalog of a tenant at Auth0 that also has the clients and the organizations that a
 * connection is enabled for. Auth0's list does not contain them: {@link #listAll()} makes
 * one further request per connection and per organization, or more where their lists have
 * several pages. Needs the scopes {@code read:connections}, {@code read:organizations}
 * and {@code read:organization_connections}; without the latter two, the organizations
 * are unknown.
 * <p>
 * A connection that is enabled for no client is not {@linkplain CatalogEntry#active()
 * active}, unless it is a domain connection, which third-party clients can use without
 * being enabled. Where the clients are unknown, because they cannot be read or the entry
 * is made of a response of another operation, an active connection has an unknown state.
 */
public final class Auth0AssignmentCatalog implements ConnectionCatalog {

	private static final int CONCURRENT_READS = 4;

	private static final Log logger = LogFactory.getLog(Auth0AssignmentCatalog.class);

	private final ConnectionCatalog catalog;

	private final Auth0ConnectionService connections;

	private final Auth0ConnectionClients clients;

	private final Auth0Organizations organizations;

	private final Auth0OrganizationConnections organizationConnections;

	private Auth0AssignmentCatalog(ConnectionCatalog catalog, Auth0ConnectionService connections,
			Auth0ConnectionClients clients, Auth0Organizations organizations,
			Auth0OrganizationConnections organizationConnections) {
		this.catalog = catalog;
		this.connections = connections;
		this.clients = clients;
		this.organizations = organizations;
		this.organizationConnections = organizationConnections;
	}

	/**
	 * Create the catalog of a tenant.
	 * @param catalog the catalog of the connections
	 * @param connections the service for connections
	 * @param clients the service for the clients of connections
	 * @param organizations the service for organizations
	 * @param organizationConnections the service for the connections of organizations
	 * @return the catalog
	 */
	public static Auth0AssignmentCatalog create(ConnectionCatalog catalog, Auth0ConnectionService connections,
			Auth0ConnectionClients clients, Auth0Organizations organizations,
			Auth0OrganizationConnections organizationConnections) {
		Assert.notNull(catalog, "'catalog' must not be null");
		Assert.notNull(connections, "'connections' must not be null");
		Assert.notNull(clients, "'clients' must not be null");
		Assert.notNull(organizations, "'organizations' must not be null");
		Assert.notNull(organizationConnections, "'organizationConnections' must not be null");
		return new Auth0AssignmentCatalog(catalog, connections, clients, organizations, organizationConnections);
	}

	@Override
	public String vendor() {
		return this.catalog.vendor();
	}

	@Override
	public String account() {
		return this.catalog.account();
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.catalog.list(limit);
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		return withAssignments(this.catalog.listAll());
	}

	@Override
	public Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return withAssignments(this.catalog.listAll(onSkipped));
	}

	/**
	 * Read one connection, with its clients. Its organizations are {@code null}: to find
	 * them, all organizations have to be read.
	 * @param id the vendor's id
	 * @return the connection, empty if there is none
	 */
	@Override
	public Mono<CatalogEntry> get(String id) {
		return this.catalog.get(id).flatMap((entry) -> withAssignments(entry, null));
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return Flux.fromIterable(ids).flatMap(this::get, CONCURRENT_READS);
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		CatalogEntry entry = this.catalog.toEntry(connection);
		return (entry != null) ? withUnknownClients(entry) : null;
	}

	private Flux<CatalogEntry> withAssignments(Flux<CatalogEntry> entries) {
		return Mono.defer(this::organizationsByConnection)
			.map(Optional::of)
			.onErrorResume(SsoApiException.Forbidden.class, (failure) -> {
				logger.warn("The organizations of the connections at " + account() + " could not be read: " + failure);
				return Mono.just(Optional.empty());
			})
			.flatMapMany((assigned) -> entries.flatMapSequential((entry) -> withAssignments(entry,
					assigned.map((all) -> all.getOrDefault(String.valueOf(entry.id()), List.of())).orElse(null)),
					CONCURRENT_READS));
	}

	private Mono<CatalogEntry> withAssignments(CatalogEntry entry, @Nullable List<String> organizationIds) {
		String id = entry.id();
		if (id == null) {
			return Mono.just(entry);
		}
		return this.clients.listAll(id).<String>handle((client, sink) -> {
			if (client.clientId() != null) {
				sink.next(client.clientId());
			}
		})
			.collectList()
			.flatMap(
					(clientIds) -> isUsable(entry, clientIds).map((usable) -> (usable ? entry : entry.withActive(false))
						.withDetails(entry.details().withAssignments(organizationIds, clientIds))))
			.onErrorResume(Auth0AssignmentCatalog::isOfOneConnection, (failure) -> {
				logger.debug("The clients of connection " + id + " could not be read", failure);
				return Mono.just(
						withUnknownClients(entry.withDetails(entry.details().withAssignments(organizationIds, null))));
			});
	}

	private Mono<Boolean> isUsable(CatalogEntry entry, List<String> clientIds) {
		if (entry.id() == null || !clientIds.isEmpty() || Boolean.FALSE.equals(entry.active())) {
			return Mono.just(true);
		}
		return this.connections.get(entry.id())
			.map((connection) -> Boolean.TRUE.equals(connection.isDomainConnection()));
	}

	private static CatalogEntry withUnknownClients(CatalogEntry entry) {
		return Boolean.TRUE.equals(entry.active()) ? entry.withActive(null) : entry;
	}

	private static boolean isOfOneConnection(Throwable failure) {
		return failure instanceof SsoApiException && !(failure instanceof SsoApiException.Unauthorized);
	}

	private Mono<Map<String, List<String>>> organizationsByConnection() {
		Map<String, List<String>> found = new ConcurrentHashMap<>();
		return this.organizations.listAll()
			.flatMap((organization) -> connectionsOf(organization.id())
				.doOnNext((connectionId) -> found.computeIfAbsent(connectionId, (key) -> new CopyOnWriteArrayList<>())
					.add(String.valueOf(organization.id()))), CONCURRENT_READS)
			.then(Mono.just(found));
	}

	private Flux<String> connectionsOf(@Nullable String organizationId) {
		if (organizationId == null) {
			return Flux.empty();
		}
		return this.organizationConnections.list(organizationId)
			.flatMapIterable((connections) -> connections)
			.handle((connection, sink) -> {
				if (connection.connectionId() != null) {
					sink.next(connection.connectionId());
				}
			});
	}

}
