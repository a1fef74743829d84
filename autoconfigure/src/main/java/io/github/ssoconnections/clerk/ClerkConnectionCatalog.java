// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Collection;
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

	private static final Log logger = LogFactory.getLog(ClerkConnectionCatalog.class);

	private final EnterpriseConnectionService service;

	private final @Nullable SamlConnectionService samlService;

	private final String account;

	private volatile boolean samlListGone;

	private ClerkConnectionCatalog(String account, EnterpriseConnectionService service,
			@Nullable SamlConnectionService samlService) {
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
		this.samlService = samlService;
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
		return new ClerkConnectionCatalog(account, service, samlService);
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
		SamlConnectionService samlService = this.samlService;
		if (samlService == null || this.samlListGone) {
			return this.service.listAll().map(entries()::of);
		}
		return Flux.defer(() -> {
			SamlJoin join = new SamlJoin(entries());
			return this.service.listAll()
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
			.map(entries()::of)
			.onErrorResume(SsoApiException.NotFound.class, (failure) -> Mono.empty());
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return Flux.fromIterable(ids).flatMap(this::get, CONCURRENT_READS);
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		if (connection instanceof EnterpriseConnection enterprise) {
			return entries().of(enterprise);
		}
		return (connection instanceof SamlConnection saml && saml.enterpriseConnectionId() != null) ? entries().of(saml)
				: null;
	}

	private CatalogEntries entries() {
		return new CatalogEntries(this.account);
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
