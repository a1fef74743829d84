// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.FederationMetadata;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads the trusted signing certificates of the IdP from options. Auth0 accepts PEM, DER
 * in base64, and PEM in base64.
 */
final class TrustedCertificates {

	private static final Log logger = LogFactory.getLog(TrustedCertificates.class);

	/** WS-Federation metadata, with certificates in other elements. */
	private static final String FEDERATION = "fedMetadataXml";

	/** Auth0 uses one certificate: the first of these options. */
	private static final List<String> CERTIFICATES = List.of("signingCert", "cert", "certs");

	/** Read if there is no certificate option. */
	private static final List<String> METADATA = List.of("metadataXml", FEDERATION);

	private TrustedCertificates() {
	}

	/**
	 * Return the trusted certificates.
	 * @param options the options, {@code null} if they could not be read
	 * @return the distinct certificates, including those that Java cannot read;
	 * {@code null} if unknown, as there are no options or none of the values is a
	 * certificate
	 */
	static @Nullable List<SigningCertificate> of(@Nullable Map<String, @Nullable Object> options) {
		if (options == null) {
			return null;
		}
		Set<SigningCertificate> found = new LinkedHashSet<>();
		boolean any = CERTIFICATES.stream().anyMatch((name) -> isSet(options.get(name)));
		CERTIFICATES.stream()
			.takeWhile((name) -> found.isEmpty())
			.forEach((name) -> forEachText(options.get(name), (text) -> add(text, found)));
		if (found.isEmpty()) {
			for (String name : METADATA) {
				// Readable metadata without a certificate means that there is none
				any |= isSet(options.get(name)) && !addMetadata(name, options.get(name), found);
			}
		}
		return (found.isEmpty() && any) ? null : List.copyOf(found);
	}

	private static boolean isSet(@Nullable Object value) {
		return (value instanceof String text) ? StringUtils.hasText(text) : (value instanceof Collection<?> items)
				? items.stream().anyMatch(TrustedCertificates::isSet) : value != null;
	}

	private static void forEachText(@Nullable Object value, Consumer<String> consumer) {
		if (value instanceof String text) {
			consumer.accept(text);
		}
		else if (value instanceof Collection<?> items) {
			items.forEach((item) -> forEachText(item, consumer));
		}
	}

	private static void add(String text, Set<SigningCertificate> found) {
		CertificateText read = CertificateText.read(text);
		found.addAll(read.certificates());
		if (read.certificates().isEmpty() && !read.findings().isEmpty()) {
			logger.debug("Auth0 returned a certificate that cannot be read");
		}
	}

	private static boolean addMetadata(String name, @Nullable Object value, Set<SigningCertificate> found) {
		if (!(value instanceof String text)) {
			return false;
		}
		try {
			if (name.equals(FEDERATION)) {
				found.addAll(FederationMetadata.signingCertificates(text));
				if (!found.isEmpty() || !text.contains("IDPSSODescriptor")) {
					return true;
				}
			}
			SamlMetadata metadata = SamlMetadata.parse(text);
			found.addAll(metadata.signingCertificates());
			found.addAll(metadata.unreadableCertificates());
			return true;
		}
		catch (InvalidMetadataException ex) {
			logger.debug("Auth0 returned metadata that cannot be read");
			return false;
		}
	}

}
