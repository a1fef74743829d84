// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What a connection knows of its IdP, as far as rotation needs it.
 *
 * @param samlId the id of the SAML connection, under which both APIs know it
 * @param certificates the trusted certificates
 * @param metadataUrl the URL that the metadata was last read from
 * @param updatedAt when the connection was last changed
 */
record TrustedIdp(@Nullable String samlId, List<SigningCertificate> certificates, @Nullable String metadataUrl,
		@Nullable Instant updatedAt) {

	static TrustedIdp of(String operation, @Nullable String samlId, @Nullable List<IdpCertificate> all,
			@Nullable String primary, @Nullable String metadataUrl, @Nullable Instant updatedAt) {
		// An answer may hold the primary one alone, or what the vendor has kept there
		Set<SigningCertificate> certificates = new LinkedHashSet<>();
		if (primary != null) {
			certificates.add(parse(operation, primary));
		}
		if (all != null) {
			all.forEach((one) -> certificates.add(parse(operation, one.certificate())));
		}
		return new TrustedIdp(samlId, List.copyOf(certificates), metadataUrl, updatedAt);
	}

	// To go on without one that cannot be read would be to drop it
	private static SigningCertificate parse(String operation, @Nullable String certificate) {
		try {
			return SigningCertificate.parse((certificate != null) ? certificate : "");
		}
		catch (InvalidCertificateException ex) {
			throw malformed(operation, "a certificate of the connection cannot be read: " + ex.getMessage());
		}
	}

	static SsoApiException malformed(String operation, String reason) {
		return new SsoApiException.MalformedResponse(new SsoApiException.Details(ClerkVendor.NAME, operation, null,
				reason, List.of(), null, null, false, null), false);
	}

	List<String> fingerprints() {
		return this.certificates.stream().map(SigningCertificate::sha256).toList();
	}

}
