// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The IdP of a connection, as far as certificate rotation needs it.
 *
 * @param samlId the id of the SAML connection, which is the same in both APIs
 * @param certificates the trusted certificates
 * @param metadataUrl the URL that the metadata was last read from
 * @param updatedAt when the connection was last changed
 */
record TrustedIdp(@Nullable String samlId, List<SigningCertificate> certificates, @Nullable String metadataUrl,
		@Nullable Instant updatedAt) {

	/**
	 * Read the IdP of a connection. A certificate that Java cannot read is written back
	 * unchanged. Any other unreadable value would be lost with the next write, and is a
	 * failure.
	 */
	static TrustedIdp of(Account account, String operation, @Nullable String samlId, @Nullable List<IdpCertificate> all,
			@Nullable String primary, @Nullable String metadataUrl, @Nullable Instant updatedAt) {
		Set<SigningCertificate> certificates = new LinkedHashSet<>(read(account, operation, samlId, primary));
		if (all != null) {
			for (IdpCertificate one : all) {
				String text = (one != null) ? one.certificate() : null;
				if (text == null) {
					throw unreadable(account, operation, samlId, "A certificate has no text.");
				}
				certificates.addAll(read(account, operation, samlId, text));
			}
		}
		return new TrustedIdp(StringUtils.hasText(samlId) ? samlId : null, List.copyOf(certificates), metadataUrl,
				updatedAt);
	}

	private static List<SigningCertificate> read(Account account, String operation, @Nullable String samlId,
			@Nullable String text) {
		CertificateText read = CertificateText.read(text);
		if (read.certificates().isEmpty() && !read.findings().isEmpty()) {
			throw unreadable(account, operation, samlId, read.findings().get(0).message());
		}
		return read.certificates();
	}

	private static SsoApiException unreadable(Account account, String operation, @Nullable String samlId,
			String reason) {
		return malformed(account, operation, "the certificates of the connection " + samlId + " cannot be read. "
				+ reason + " Write the whole list with an update of the connection");
	}

	static SsoApiException malformed(Account account, String operation, String reason) {
		return new SsoApiException.MalformedResponse(
				new SsoApiException.Details(account, operation, null, reason, List.of(), null, null, false, null),
				false);
	}

	List<String> fingerprints() {
		return this.certificates.stream().map(SigningCertificate::sha256).toList();
	}

}
