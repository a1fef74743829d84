// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Catalog of the enterprise connections of a tenant at Auth0, without database and social
 * connections.
 */
public final class Auth0ConnectionCatalog implements ConnectionCatalog {

	private static final ConnectionStrategy[] ENTERPRISE = { ConnectionStrategy.SAMLP, ConnectionStrategy.OIDC,
			ConnectionStrategy.OKTA, ConnectionStrategy.WAAD, ConnectionStrategy.ADFS, ConnectionStrategy.GOOGLE_APPS,
			ConnectionStrategy.PINGFEDERATE, ConnectionStrategy.AD };

	private final Auth0ConnectionService service;

	private Auth0ConnectionCatalog(Auth0ConnectionService service) {
		this.service = service;
	}

	/**
	 * Create the catalog of a tenant.
	 * @param service the service of the tenant
	 * @return the catalog
	 */
	public static Auth0ConnectionCatalog create(Auth0ConnectionService service) {
		Assert.notNull(service, "'service' must not be null");
		return new Auth0ConnectionCatalog(service);
	}

	@Override
	public String vendor() {
		return Auth0Vendor.NAME;
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.service.list(enterprise().take(limit))
			.map((page) -> new Page<>(page.data().stream().map(CatalogEntries::of).toList(), null, page.skipped()));
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		return this.service.listAll(enterprise()).map(CatalogEntries::of);
	}

	private static Auth0ConnectionQuery enterprise() {
		return new Auth0ConnectionQuery().strategy(ENTERPRISE);
	}

}
