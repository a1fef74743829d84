// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.auth0.options.ConnectionOption;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Converts connections to catalog entries.
 */
final class CatalogEntries {

	private CatalogEntries() {
	}

	static CatalogEntry of(String account, Auth0Connection connection) {
		ConnectionStrategy strategy = connection.strategy();
		AuthenticationPurpose authentication = connection.authentication();
		return new CatalogEntry(Auth0Vendor.NAME, account, connection.id(), ConnectionFacts.name(connection),
				ConnectionFacts.protocol(connection), (strategy != null) ? strategy.value() : null,
				(authentication != null) ? authentication.active() : null, domains(connection.options()),
				certificates(connection), details(connection));
	}

	private static CatalogEntry.Details details(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		return new CatalogEntry.Details(isIncomplete(options), null, tenantDomain(options), idpEntityId(options), null,
				null, DefaultAuth0SecretExpiries.secretExpiresAt(connection), null);
	}

	private static @Nullable String tenantDomain(@Nullable ConnectionOptions options) {
		if (options == null) {
			return null;
		}
		String domain = options.get(StrategyOptions.TENANT_DOMAIN);
		List<String> aliases = options.get(StrategyOptions.DOMAIN_ALIASES);
		boolean alias = aliases != null && aliases.stream().anyMatch((one) -> one.equalsIgnoreCase(domain));
		return alias ? null : domain;
	}

	// Auth0 omits the options if the token lacks a scope
	private static boolean isIncomplete(@Nullable ConnectionOptions options) {
		return options == null || isUnreadable(options, StrategyOptions.DOMAIN_ALIASES)
				|| isUnreadable(options, StrategyOptions.TENANT_DOMAIN);
	}

	private static boolean isUnreadable(ConnectionOptions options, ConnectionOption<?, ?> option) {
		Object value = options.get((Object) option.name());
		return value != null && !"".equals(value) && options.get(option) == null;
	}

	private static @Nullable String idpEntityId(@Nullable ConnectionOptions options) {
		try {
			return (options != null && options.get("metadataXml") instanceof String text)
					? SamlMetadata.parse(text).entityId() : null;
		}
		catch (InvalidMetadataException ex) {
			return null;
		}
	}

	static List<String> domains(@Nullable ConnectionOptions options) {
		if (options == null) {
			return List.of();
		}
		Set<String> domains = new LinkedHashSet<>();
		List<String> aliases = options.get(StrategyOptions.DOMAIN_ALIASES);
		if (aliases != null) {
			domains.addAll(aliases);
		}
		String tenantDomain = options.get(StrategyOptions.TENANT_DOMAIN);
		if (tenantDomain != null) {
			domains.add(tenantDomain);
		}
		return List.copyOf(domains);
	}

	private static @Nullable List<CatalogCertificate> certificates(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		List<SigningCertificate> certificates = TrustedCertificates.of(options);
		Instant expires = expires(options);
		if (certificates != null && !certificates.isEmpty()) {
			Instant expiry = (certificates.size() == 1) ? expires : null;
			return certificates.stream().map((one) -> CatalogCertificate.of(one, null, expiry)).toList();
		}
		if (expires != null) {
			return List.of(new CatalogCertificate(null, null, null, expires));
		}
		// Other strategies may have certificates that Auth0 does not return
		ConnectionStrategy strategy = connection.strategy();
		return (certificates != null && strategy != null && ConnectionFacts.isSaml(strategy)) ? List.of() : null;
	}

	private static @Nullable Instant expires(@Nullable ConnectionOptions options) {
		try {
			return (options != null && options.get("expires") instanceof String text) ? Instant.parse(text) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
