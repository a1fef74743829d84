// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.client.DecodingReport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Catalog of the enterprise connections of a tenant at Auth0, without database and social
 * connections.
 */
public final class Auth0ConnectionCatalog implements ConnectionCatalog {

	private static final int CONCURRENT_READS = 4;

	private static final ConnectionStrategy[] ENTERPRISE = { ConnectionStrategy.SAMLP, ConnectionStrategy.OIDC,
			ConnectionStrategy.OKTA, ConnectionStrategy.WAAD, ConnectionStrategy.ADFS, ConnectionStrategy.GOOGLE_APPS,
			ConnectionStrategy.PINGFEDERATE, ConnectionStrategy.AD };

	private final String account;

	private final Auth0ConnectionService service;

	private Auth0ConnectionCatalog(String account, Auth0ConnectionService service) {
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
	}

	/**
	 * Create the catalog of a tenant.
	 * @param service the service of the tenant
	 * @return the catalog
	 */
	public static Auth0ConnectionCatalog create(Auth0ConnectionService service) {
		return create(Account.DEFAULT, service);
	}

	/**
	 * Create the catalog of a tenant.
	 * @param account the name of the account
	 * @param service the service of the tenant
	 * @return the catalog
	 */
	public static Auth0ConnectionCatalog create(String account, Auth0ConnectionService service) {
		return new Auth0ConnectionCatalog(account, service);
	}

	@Override
	public String vendor() {
		return Auth0Vendor.NAME;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.service.list(enterprise().take(limit))
			.map((page) -> new Page<>(page.data().stream().map(this::entry).toList(), null, page.skipped()));
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		return this.service.listAll(enterprise()).map(this::entry);
	}

	@Override
	public Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return DecodingReport.countSkipped(listAll(), onSkipped);
	}

	@Override
	public Mono<CatalogEntry> get(String id) {
		return this.service.get(id)
			.filter(Auth0ConnectionCatalog::isEnterprise)
			.map(this::entry)
			.onErrorResume(SsoApiException.NotFound.class, (failure) -> Mono.empty());
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return Flux.fromIterable(ids).flatMap(this::get, CONCURRENT_READS);
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		return (connection instanceof Auth0Connection auth0 && isEnterprise(auth0)) ? entry(auth0) : null;
	}

	private static boolean isEnterprise(Auth0Connection connection) {
		return connection.strategy() == null || List.of(ENTERPRISE).contains(connection.strategy());
	}

	private CatalogEntry entry(Auth0Connection connection) {
		return CatalogEntries.of(this.account, connection);
	}

	private static Auth0ConnectionQuery enterprise() {
		return new Auth0ConnectionQuery().strategy(ENTERPRISE);
	}

}
