// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The enterprise connections of an account at Clerk, which include every SAML connection.
 */
public final class ClerkConnectionCatalog implements ConnectionCatalog {

	private final EnterpriseConnectionService service;

	private ClerkConnectionCatalog(EnterpriseConnectionService service) {
		this.service = service;
	}

	/**
	 * Return the catalog of an account.
	 * @param service the service of the account
	 * @return the catalog
	 */
	public static ClerkConnectionCatalog create(EnterpriseConnectionService service) {
		Assert.notNull(service, "'service' must not be null");
		return new ClerkConnectionCatalog(service);
	}

	@Override
	public String vendor() {
		return ClerkVendor.NAME;
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		return this.service.list(new EnterpriseConnectionQuery().limit(limit))
			.map((page) -> new Page<>(page.data().stream().map(ClerkConnectionCatalog::toEntry).toList(),
					page.totalCount()));
	}

	private static CatalogEntry toEntry(EnterpriseConnection connection) {
		ConnectionProvider provider = connection.provider();
		List<String> domains = connection.domains();
		return new CatalogEntry(ClerkVendor.NAME, connection.id(), connection.name(), protocol(connection),
				(provider != null) ? provider.value() : null, connection.active(),
				(domains != null) ? domains.stream().filter(Objects::nonNull).toList() : List.of(),
				certificateExpiresAt(connection.samlConnection()));
	}

	private static @Nullable String protocol(EnterpriseConnection connection) {
		if (connection.samlConnection() != null) {
			return "saml";
		}
		return (connection.oauthConfig() != null) ? "oidc" : null;
	}

	private static @Nullable Instant certificateExpiresAt(EnterpriseConnection.@Nullable Saml saml) {
		if (saml == null) {
			return null;
		}
		List<IdpCertificate> certificates = saml.idpCertificates();
		if (saml.idpCertificateExpiresAt() != null || certificates == null || certificates.isEmpty()) {
			return saml.idpCertificateExpiresAt();
		}
		return certificates.get(0).expiresAt();
	}

}
