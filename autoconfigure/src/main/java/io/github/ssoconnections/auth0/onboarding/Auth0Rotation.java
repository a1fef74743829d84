// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0Lint;
import io.github.ssoconnections.auth0.CertificateSwitch;
import io.github.ssoconnections.auth0.ReplacementCertificate;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.onboarding.CertificateReplacement;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.RotationAction;
import io.github.ssoconnections.onboarding.RotationResult;
import io.github.ssoconnections.onboarding.RotationState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * {@link ConnectionRotation} over {@link Auth0ConnectionCertificates}.
 */
final class Auth0Rotation implements ConnectionRotation {

	private static final String ONE_CERTIFICATE = "a connection at Auth0 uses one certificate: replace it";

	private final Auth0Account auth0;

	private final Auth0ConnectionCertificates certificates;

	private final Clock clock;

	Auth0Rotation(Auth0Account auth0, Clock clock) {
		this.auth0 = auth0;
		this.certificates = auth0.connectionCertificates();
		this.clock = clock;
	}

	@Override
	public Mono<RotationState> get(String connectionId) {
		return this.auth0.connections().get(connectionId).map(this::state);
	}

	private RotationState state(Auth0Connection connection) {
		Instant now = this.clock.instant();
		CatalogEntry entry = this.auth0.connectionCatalog().toEntry(connection);
		List<CatalogCertificate> trusted = (entry != null && entry.certificates() != null) ? entry.certificates()
				: List.of();
		String metadataUrl = connection.isSaml() ? metadataUrl(connection) : null;
		Map<RotationAction, String> unsupported = new EnumMap<>(RotationAction.class);
		unsupported.put(RotationAction.ADD, sentence(ONE_CERTIFICATE));
		unsupported.put(RotationAction.REMOVE, sentence(ONE_CERTIFICATE));
		if (!connection.isSaml()) {
			String reason = "Only SAML connections have a signing certificate that is changed here.";
			unsupported.put(RotationAction.REPLACE, reason);
			unsupported.put(RotationAction.REFRESH, reason);
		}
		else if (metadataUrl == null) {
			unsupported.put(RotationAction.REFRESH, "The connection has no metadata URL.");
		}
		return new RotationState(connection.id(),
				trusted.stream().map((certificate) -> RotationState.Certificate.of(certificate, now)).toList(),
				Auth0Lint.check(connection, now), metadataUrl, unsupported);
	}

	private static @Nullable String metadataUrl(Auth0Connection connection) {
		String url = (connection.options() != null) ? connection.options().get(SamlpOptions.METADATA_URL) : null;
		return StringUtils.hasText(url) ? url : null;
	}

	private static String sentence(String reason) {
		return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
	}

	@Override
	public Mono<RotationResult> add(String connectionId, SigningCertificate certificate) {
		return Mono.error(unsupported());
	}

	@Override
	public Mono<RotationResult> remove(String connectionId, String sha256) {
		return Mono.error(unsupported());
	}

	private SsoApiException unsupported() {
		return Auth0Failures.invalidRequest(this.auth0, "connections.update", "not sent: " + ONE_CERTIFICATE);
	}

	@Override
	public Mono<RotationResult> replace(String connectionId, CertificateReplacement replacement) {
		Assert.notNull(replacement, "'replacement' must not be null");
		ReplacementCertificate certificate = ReplacementCertificate.of(replacement.certificate());
		return this.certificates
			.replace(connectionId, replacement.givesUpMetadataUrl() ? certificate.givingUpMetadataUrl() : certificate)
			.map(Auth0Rotation::result);
	}

	@Override
	public Mono<RotationResult> refresh(String connectionId) {
		return this.certificates.refresh(connectionId).map(Auth0Rotation::result);
	}

	@Override
	public Mono<RotationResult> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch) {
		return this.certificates.refresh(connectionId, fetch).map(Auth0Rotation::result);
	}

	private static RotationResult result(CertificateSwitch result) {
		List<String> notes = new ArrayList<>();
		if (result.wanted() != null && !result.wanted().equals(result.after())) {
			notes.add("The certificate " + result.wanted() + " is not used.");
		}
		if (!result.changedOptions().isEmpty()) {
			notes.add("Options that have changed, and should not: " + String.join(", ", result.changedOptions()) + ".");
		}
		if (!result.metadataOptions().isEmpty()) {
			notes.add("Options that have changed with the metadata: " + String.join(", ", result.metadataOptions())
					+ ".");
		}
		return new RotationResult(result.connectionId(), list(result.before()), list(result.after()),
				result.isComplete(), result.verified(), notes);
	}

	private static List<String> list(@Nullable String certificate) {
		return (certificate != null) ? List.of(certificate) : List.of();
	}

}
