// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Converts connections at Clerk to catalog entries.
 */
final class CatalogEntries {

	private final String account;

	private final Map<String, Instant> secretExpiries;

	CatalogEntries(String account, Map<String, Instant> secretExpiries) {
		this.account = account;
		this.secretExpiries = secretExpiries;
	}

	CatalogEntry of(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		String protocol = (connection.oidc() != null) ? CatalogEntry.OIDC : null;
		if (saml == null) {
			return entry(connection.id(), connection.name(), protocol, connection.provider(), connection.active(),
					connection.domains(), (protocol != null) ? List.of() : null)
				.withDetails(details(connection));
		}
		return entry(connection.id(), connection.name(), CatalogEntry.SAML, connection.provider(), connection.active(),
				connection.domains(),
				withUnreadable(certificates(saml.idpCertificates(), saml.idpCertificate(),
						saml.idpCertificateIssuedAt(), saml.idpCertificateExpiresAt()), saml.unknownFields()))
			.withDetails(details(connection));
	}

	private CatalogEntry.Details details(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		return new CatalogEntry.Details(connection.domains() == null, (saml != null) ? saml.allowSubdomains() : null,
				null, (saml != null) ? saml.idpEntityId() : null, organizations(connection.organizationId()), null,
				(saml != null) ? null : this.secretExpiries.get(connection.id()), connection.updatedAt());
	}

	private static List<String> organizations(@Nullable String id) {
		return StringUtils.hasText(id) ? List.of(id) : List.of();
	}

	CatalogEntry of(SamlConnection connection) {
		String id = connection.enterpriseConnectionId();
		String first = connection.domain();
		List<String> domains = (CollectionUtils.isEmpty(connection.domains()) && first != null) ? List.of(first)
				: connection.domains();
		return entry((id != null) ? id : connection.id(), connection.name(), CatalogEntry.SAML, connection.provider(),
				connection.active(), domains, certificates(connection))
			.withDetails(new CatalogEntry.Details(domains == null, connection.allowSubdomains(), null,
					connection.idpEntityId(), organizations(connection.organizationId()), null, null,
					connection.updatedAt()));
	}

	static @Nullable List<CatalogCertificate> certificates(SamlConnection connection) {
		return withUnreadable(
				certificates(connection.idpCertificates(), connection.idpCertificate(),
						connection.idpCertificateIssuedAt(), connection.idpCertificateExpiresAt()),
				connection.unknownFields());
	}

	private static @Nullable List<CatalogCertificate> withUnreadable(@Nullable List<CatalogCertificate> certificates,
			Map<String, @Nullable Object> unknownFields) {
		if (certificates == null || !unknownFields.containsKey("idp_certificates")) {
			return certificates;
		}
		return Stream.concat(certificates.stream(), Stream.of(new CatalogCertificate(null, null, null, null))).toList();
	}

	private CatalogEntry entry(@Nullable String id, @Nullable String name, @Nullable String protocol,
			@Nullable ConnectionProvider provider, @Nullable Boolean active, @Nullable List<String> domains,
			@Nullable List<CatalogCertificate> certificates) {
		return new CatalogEntry(ClerkVendor.NAME, this.account, id, name, protocol,
				(provider != null) ? provider.value() : null, active,
				(domains != null) ? domains.stream().filter(Objects::nonNull).toList() : List.of(), certificates);
	}

	private static @Nullable List<CatalogCertificate> certificates(@Nullable List<IdpCertificate> all,
			@Nullable String primary, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {
		if (all != null) {
			List<CatalogCertificate> certificates = all.stream()
				.filter(Objects::nonNull)
				.flatMap((one) -> certificates(one.certificate(), one.issuedAt(), one.expiresAt()).stream())
				.toList();
			return (certificates.isEmpty() && StringUtils.hasText(primary)) ? certificates(primary, issuedAt, expiresAt)
					: certificates;
		}
		List<CatalogCertificate> certificates = certificates(primary, issuedAt, expiresAt);
		return (primary == null && certificates.isEmpty()) ? null : certificates;
	}

	private static List<CatalogCertificate> certificates(@Nullable String text, @Nullable Instant issuedAt,
			@Nullable Instant expiresAt) {
		List<SigningCertificate> certificates = CertificateText.read(text).certificates();
		if (!certificates.isEmpty()) {
			return certificates.stream().map((one) -> CatalogCertificate.of(one, issuedAt, expiresAt)).toList();
		}
		boolean given = StringUtils.hasText(text);
		return (given || expiresAt != null) ? List.of(new CatalogCertificate(null, null, issuedAt, expiresAt, given))
				: List.of();
	}

}
