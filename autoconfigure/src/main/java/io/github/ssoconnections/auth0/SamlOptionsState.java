// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A SAML connection that was read, as far as its certificate is concerned.
 *
 * @param connection the connection as it came
 * @param options its options
 */
record SamlOptionsState(UnknownFields connection, ConnectionOptions options) {

	static final String SIGNING_CERT = "signingCert";

	static final String METADATA_URL = "metadataUrl";

	/** Where the certificate comes from, and what Auth0 derives from it. */
	private static final Set<String> CERTIFICATE = Set.of(SIGNING_CERT, METADATA_URL, "metadataXml", "cert", "expires",
			"subject", "thumbprints");

	/** What Auth0 also reads from metadata. */
	private static final Set<String> METADATA = Set.of("signInEndpoint", "signOutEndpoint", "bindingMethod");

	/**
	 * Sent, and not compared. An assumption: Auth0 sets it by itself when it has
	 * announced the expiration of a certificate, and may reset it for a new one.
	 */
	private static final String NOTIFICATION = "cert_rollover_notification";

	boolean isSaml() {
		return Stream.of(ConnectionStrategy.SAMLP, ConnectionStrategy.PINGFEDERATE)
			.anyMatch((strategy) -> strategy.value().equals(this.connection.get("strategy")));
	}

	@Nullable String metadataUrl() {
		String url = this.options.get(SamlpOptions.METADATA_URL);
		return StringUtils.hasText(url) ? url : null;
	}

	@Nullable SigningCertificate certificate() {
		return certificate(this.options);
	}

	private static @Nullable SigningCertificate certificate(ConnectionOptions options) {
		List<SigningCertificate> certificates = TrustedCertificates.of(options);
		return (certificates == null || certificates.isEmpty()) ? null : certificates.get(0);
	}

	static @Nullable String fingerprint(ConnectionOptions options) {
		SigningCertificate certificate = certificate(options);
		return (certificate != null) ? certificate.sha256() : null;
	}

	/**
	 * Return whether a certificate is used, and no other one is left beside it.
	 */
	boolean uses(SigningCertificate wanted) {
		return metadataUrl() == null && wanted.equals(certificate())
				&& Stream.of(SIGNING_CERT, "cert")
					.filter((name) -> this.options.get(name) != null)
					.allMatch((name) -> wanted.equals(certificate(ConnectionOptions.of(Map.of(name, value(name))))));
	}

	private Object value(String name) {
		Object value = this.options.get(name);
		return (value != null) ? value : "";
	}

	/**
	 * Return all options to send.
	 * @param source the option that the certificate comes from
	 * @param value its value
	 */
	OtherOptions with(String source, String value) {
		OtherOptions all = new OtherOptions();
		this.options.forEach((name, option) -> {
			if (option != null && !CERTIFICATE.contains(name)) {
				all.set(name, OptionTree.withoutNulls(option));
			}
		});
		return all.set(source, value);
	}

	List<String> changedOptions(ConnectionOptions now, boolean byMetadata) {
		return OptionTree.differences(this.options, now)
			.stream()
			.filter((name) -> !name.equals(NOTIFICATION))
			.filter((name) -> !byMetadata || !METADATA.contains(name))
			.filter((name) -> !CERTIFICATE.contains(name)
					|| (name.equals(METADATA_URL) && (byMetadata || now.get(name) != null)))
			.toList();
	}

	/**
	 * Return whether other options prove that Auth0 has read the metadata: another client
	 * may have changed any option, but not those that come from the metadata.
	 * @param now the options
	 * @param wanted the certificate in the metadata, {@code null} if unknown
	 */
	boolean isRefreshed(ConnectionOptions now, @Nullable String wanted) {
		String after = fingerprint(now);
		return (wanted != null) ? wanted.equals(after)
				: (!Objects.equals(fingerprint(this.options), after) || !metadataOptions(now).isEmpty());
	}

	List<String> metadataOptions(ConnectionOptions now) {
		return OptionTree.differences(this.options, now).stream().filter(METADATA::contains).toList();
	}

}
