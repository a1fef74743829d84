// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.client.DecodingReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Catalog of the enterprise connections of an account at Clerk, which should include
 * every SAML connection. {@link #listAll()} also reads the list of SAML connections, as
 * long as the vendor supports it, and returns a connection of both lists once.
 */
@SuppressWarnings("deprecation")
public final class ClerkConnectionCatalog implements ConnectionCatalog {

	private static final int CONCURRENT_READS = 4;

	private static final int MAX_IDS = 100_000;

	private static final Log logger = LogFactory.getLog(ClerkConnectionCatalog.class);

	private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

	private final EnterpriseConnectionService service;

	private final @Nullable SamlConnectionService samlService;

	private final String account;

	private final @Nullable ClerkSecretExpiryStore secretExpiryStore;

	/** As of the last time that the store was read. */
	private volatile Map<String, Instant> secretExpiries = Map.of();

	private volatile boolean samlListGone;

	/** Ids of enterprise connections by those of their SAML connections. */
	private final Map<String, String> idsBySamlId = new ConcurrentHashMap<>();

	private ClerkConnectionCatalog(String account, EnterpriseConnectionService service,
			@Nullable SamlConnectionService samlService, @Nullable ClerkSecretExpiryStore secretExpiryStore) {
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
		this.samlService = samlService;
		this.secretExpiryStore = secretExpiryStore;
	}

	/**
	 * Create a catalog of the enterprise connections of an account.
	 * @param service the service of the account
	 * @return the catalog
	 */
	public static ClerkConnectionCatalog create(EnterpriseConnectionService service) {
		return create(Account.DEFAULT, service, null);
	}

	/**
	 * Create a catalog of all connections of an account.
	 * @param service the service of the account
	 * @param samlService the service of the same account for SAML connections
	 * @return the catalog
	 */
	public static ClerkConnectionCatalog create(EnterpriseConnectionService service,
			SamlConnectionService samlService) {
		Assert.notNull(samlService, "'samlService' must not be null");
		return create(Account.DEFAULT, service, samlService);
	}

	/**
	 * Create a catalog of the connections of an account.
	 * @param account the name of the account
	 * @param service the service of the account
	 * @param samlService the service of the same account for SAML connections, or
	 * {@code null} for the enterprise connections alone
	 * @return the catalog
	 */
	public static ClerkConnectionCatalog create(String account, EnterpriseConnectionService service,
			@Nullable SamlConnectionService samlService) {
		return create(account, service, samlService, null);
	}

	/**
	 * Create a catalog of the connections of an account, with the times at which client
	 * secrets expire. {@link #listAll()} reads the store once; if that fails, the last
	 * times are kept.
	 * @param account the name of the account
	 * @param service the service of the account
	 * @param samlService the service of the same account for SAML connections, or
	 * {@code null} for the enterprise connections alone
	 * @param secretExpiryStore the store, {@code null} if there is none
	 * @return the catalog
	 */
	public static ClerkConnectionCatalog create(String account, EnterpriseConnectionService service,
			@Nullable SamlConnectionService samlService, @Nullable ClerkSecretExpiryStore secretExpiryStore) {
		return new ClerkConnectionCatalog(account, service, samlService, secretExpiryStore);
	}

	@Override
	public String vendor() {
		return ClerkVendor.NAME;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.service.list(new EnterpriseConnectionQuery().limit(limit))
			.map((page) -> new Page<>(page.data().stream().map(entries()::of).toList(), page.totalCount(),
					page.skipped()));
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		ClerkSecretExpiryStore store = this.secretExpiryStore;
		return (store != null) ? readSecretExpiries(store).thenMany(Flux.defer(this::listConnections))
				: listConnections();
	}

	// The connections must be known even if the application's store is not available
	private Mono<Void> readSecretExpiries(ClerkSecretExpiryStore store) {
		return Mono.defer(() -> store.getAll(new Account(ClerkVendor.NAME, this.account)))
			.timeout(STORE_TIMEOUT)
			.doOnNext((times) -> this.secretExpiries = Map.copyOf(times))
			.then()
			.onErrorResume(Exception.class, (failure) -> {
				logger.warn("The expiry of client secrets could not be read from the store; the last times are kept",
						failure);
				return Mono.empty();
			});
	}

	private Flux<CatalogEntry> listConnections() {
		SamlConnectionService samlService = this.samlService;
		if (samlService == null || this.samlListGone) {
			return this.service.listAll().map((connection) -> entries().of(connection));
		}
		return Flux.defer(() -> {
			SamlJoin join = new SamlJoin(entries());
			return this.service.listAll()
				.doOnNext(this::remember)
				.<CatalogEntry>handle((connection, sink) -> join.accept(connection, sink))
				.concatWith(samlService.listAll()
					.onErrorResume(this::isSamlListUnsupported, (failure) -> Flux.empty())
					.handle((connection, sink) -> join.accept(connection, sink)))
				.concatWith(join.remaining());
		});
	}

	@Override
	public Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return DecodingReport.countSkipped(listAll(), onSkipped);
	}

	@Override
	public Mono<CatalogEntry> get(String id) {
		return this.service.get(id)
			.map(this::entry)
			.onErrorResume(SsoApiException.NotFound.class, (failure) -> Mono.empty());
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return Flux.fromIterable(ids).flatMap(this::get, CONCURRENT_READS);
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		if (connection instanceof EnterpriseConnection enterprise) {
			return entry(enterprise);
		}
		if (!(connection instanceof SamlConnection saml)) {
			return null;
		}
		String id = (saml.enterpriseConnectionId() != null) ? saml.enterpriseConnectionId()
				: this.idsBySamlId.get(saml.id());
		if (id == null) {
			return null;
		}
		remember(saml.id(), id);
		return entries().of(saml).withId(id);
	}

	@Override
	public String toEntryId(String connectionId) {
		return this.idsBySamlId.getOrDefault(connectionId, connectionId);
	}

	private CatalogEntry entry(EnterpriseConnection connection) {
		remember(connection);
		return entries().of(connection);
	}

	private void remember(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		if (saml != null && saml.id() != null) {
			remember(saml.id(), connection.id());
		}
	}

	private void remember(String samlId, String id) {
		if (this.idsBySamlId.size() < MAX_IDS || this.idsBySamlId.containsKey(samlId)) {
			this.idsBySamlId.put(samlId, id);
		}
	}

	private CatalogEntries entries() {
		return new CatalogEntries(this.account, this.secretExpiries);
	}

	private boolean isSamlListUnsupported(Throwable failure) {
		if (failure instanceof SsoApiException.Gone) {
			this.samlListGone = true;
			logger.debug("Clerk has removed the list of SAML connections", failure);
			return true;
		}
		return failure instanceof SsoApiException.NotFound || failure instanceof SsoApiException.Forbidden;
	}

}
