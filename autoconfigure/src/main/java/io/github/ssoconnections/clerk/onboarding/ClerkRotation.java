// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.ClerkLint;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.onboarding.CertificateReplacement;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.RotationAction;
import io.github.ssoconnections.onboarding.RotationResult;
import io.github.ssoconnections.onboarding.RotationState;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * {@link ConnectionRotation} over {@link EnterpriseConnectionCertificates}.
 */
final class ClerkRotation implements ConnectionRotation {

	private final ClerkAccount clerk;

	private final EnterpriseConnectionCertificates certificates;

	private final Clock clock;

	ClerkRotation(ClerkAccount clerk, Clock clock) {
		this.clerk = clerk;
		this.certificates = clerk.enterpriseConnectionCertificates();
		this.clock = clock;
	}

	@Override
	public Mono<RotationState> get(String connectionId) {
		return this.clerk.enterpriseConnections().get(connectionId).map(this::state);
	}

	private RotationState state(EnterpriseConnection connection) {
		Instant now = this.clock.instant();
		CatalogEntry entry = Objects.requireNonNull(this.clerk.connectionCatalog().toEntry(connection));
		List<CatalogCertificate> trusted = (entry.certificates() != null) ? entry.certificates() : List.of();
		EnterpriseConnection.Saml saml = connection.saml();
		String metadataUrl = (saml != null && StringUtils.hasText(saml.idpMetadataUrl())) ? saml.idpMetadataUrl()
				: null;
		Map<RotationAction, String> unsupported = new EnumMap<>(RotationAction.class);
		if (saml == null) {
			for (RotationAction action : RotationAction.values()) {
				unsupported.put(action, "Only SAML connections have signing certificates.");
			}
		}
		else if (metadataUrl == null) {
			unsupported.put(RotationAction.REFRESH, "The connection has no metadata URL.");
		}
		return new RotationState(connection.id(),
				trusted.stream().map((certificate) -> RotationState.Certificate.of(certificate, now)).toList(),
				ClerkLint.check(connection, now), metadataUrl, unsupported);
	}

	@Override
	public Mono<RotationResult> add(String connectionId, SigningCertificate certificate) {
		return this.certificates.add(connectionId, certificate).map(ClerkRotation::result);
	}

	@Override
	public Mono<RotationResult> remove(String connectionId, String sha256) {
		return this.certificates.remove(connectionId, sha256).map(ClerkRotation::result);
	}

	@Override
	public Mono<RotationResult> replace(String connectionId, CertificateReplacement replacement) {
		Assert.notNull(replacement, "'replacement' must not be null");
		SigningCertificate certificate = replacement.certificate();
		if (replacement.replaced() != null) {
			return this.certificates.replace(connectionId, replacement.replaced(), certificate)
				.map(ClerkRotation::result);
		}
		return this.certificates.list(connectionId).flatMap((trusted) -> {
			if (trusted.size() > 1) {
				return Mono.error(
						rejected("the connection trusts " + trusted.size() + " certificates: name the one to replace"));
			}
			return (trusted.isEmpty() || trusted.contains(certificate))
					? this.certificates.add(connectionId, certificate)
					: this.certificates.replace(connectionId, trusted.get(0).sha256(), certificate);
		}).map(ClerkRotation::result);
	}

	private SsoApiException rejected(String reason) {
		return ClerkFailures.invalidRequest(this.clerk, "enterprise_connections.update", "not sent: " + reason);
	}

	@Override
	public Mono<RotationResult> refresh(String connectionId) {
		return this.certificates.refreshMetadata(connectionId).map(ClerkRotation::result);
	}

	@Override
	public Mono<RotationResult> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch) {
		return this.certificates.refreshMetadata(connectionId, fetch).map(ClerkRotation::result);
	}

	private static RotationResult result(CertificateChange change) {
		List<String> notes = new ArrayList<>();
		change.lost().forEach((one) -> notes.add("The certificate " + one + " was written, and is not trusted."));
		change.returned().forEach((one) -> notes.add("The certificate " + one + " was removed, and is trusted again."));
		return new RotationResult(change.connectionId(), change.before(), change.after(), change.isComplete(),
				change.verified(), notes);
	}

}
