// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

	/** Auth0 uses one certificate: the first of these options that is set. */
	private static final List<String> CERTIFICATES = List.of("signingCert", "cert", "certs");

	/** Of several certificates, the first is assumed to be the one. */
	private static final Set<String> SINGLE = Set.of("signingCert", "cert");

	/** Auth0 reads the metadata at this address again every day. */
	private static final String ADFS_SERVER = "adfs_server";

	/** Read if there is no certificate option. */
	private static final List<String> METADATA = List.of("metadataXml", FEDERATION);

	private TrustedCertificates() {
	}

	/**
	 * Return the trusted certificates.
	 * @param options the options, {@code null} if they could not be read
	 * @return the distinct certificates, including those that Java cannot read;
	 * {@code null} if unknown, as there are no options, the option that Auth0 uses cannot
	 * be read, or Auth0 follows the metadata of AD FS by itself
	 */
	static @Nullable List<SigningCertificate> of(@Nullable Map<String, @Nullable Object> options) {
		if (options == null || isFollowed(options)) {
			return null;
		}
		Set<SigningCertificate> found = new LinkedHashSet<>();
		Optional<String> used = CERTIFICATES.stream().filter((name) -> isSet(options.get(name))).findFirst();
		if (used.isPresent()) {
			String name = used.get();
			forEachText(options.get(name), (text) -> add(text, SINGLE.contains(name), found));
			return (!found.isEmpty()) ? List.copyOf(found) : null;
		}
		boolean any = false;
		for (String name : METADATA) {
			// Readable metadata without a certificate means that there is none
			any |= isSet(options.get(name)) && !addMetadata(name, options.get(name), found);
		}
		return (found.isEmpty() && any) ? null : List.copyOf(found);
	}

	/**
	 * Return whether Auth0 follows the certificates of the IdP by itself, as it does for
	 * AD FS with the address of its metadata.
	 * @param options the options
	 * @return whether certificates in the options say nothing about sign-ins
	 */
	static boolean isFollowed(Map<String, @Nullable Object> options) {
		return isSet(options.get(ADFS_SERVER));
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

	private static void add(String text, boolean single, Set<SigningCertificate> found) {
		CertificateText read = CertificateText.read(text);
		read.certificates().stream().limit((single) ? 1 : Integer.MAX_VALUE).forEach(found::add);
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
			Stream<SigningCertificate> all = Stream.concat(metadata.signingCertificates().stream(),
					metadata.unreadableCertificates().stream());
			all.limit((name.equals(FEDERATION)) ? Integer.MAX_VALUE : 1).forEach(found::add);
			return true;
		}
		catch (InvalidMetadataException ex) {
			logger.debug("Auth0 returned metadata that cannot be read");
			return false;
		}
	}

}
