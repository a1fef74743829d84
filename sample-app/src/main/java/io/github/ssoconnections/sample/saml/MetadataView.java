// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.saml;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

/**
 * What a metadata document says of an IdP, and what there is to say about that.
 *
 * @param entityId the entity ID
 * @param ssoUrls where it takes authentication requests
 * @param signingCertificates what it signs with
 * @param unreadableCertificates what it may sign with, and Java cannot read
 * @param validUntil when the document ceases to be valid
 * @param wantAuthnRequestsSigned whether requests to the IdP should be signed, which
 * depends on the vendor, so that no finding says it
 * @param findings what is wrong or soon will be, the worst first
 */
record MetadataView(@Nullable String entityId, List<SamlMetadata.SsoUrl> ssoUrls, List<Certificate> signingCertificates,
		List<Certificate> unreadableCertificates, @Nullable Instant validUntil,
		@Nullable Boolean wantAuthnRequestsSigned, List<Finding> findings) {

	static MetadataView of(SamlMetadata metadata, Instant now) {
		return new MetadataView(metadata.entityId(), metadata.ssoUrls(),
				metadata.signingCertificates().stream().map(Certificate::of).toList(),
				metadata.unreadableCertificates().stream().map(Certificate::of).toList(), metadata.validUntil(),
				metadata.wantAuthnRequestsSigned(), CertificateLint.check(metadata, now));
	}

	record Certificate(@Nullable String subject, @Nullable String issuer, String sha256, @Nullable Instant notBefore,
			@Nullable Instant notAfter, @Nullable String keyAlgorithm, @Nullable Integer keySize) {

		private static Certificate of(SigningCertificate certificate) {
			return new Certificate(certificate.subject(), certificate.issuer(), certificate.sha256(),
					certificate.notBefore(), certificate.notAfter(), certificate.keyAlgorithm(), certificate.keySize());
		}

	}

}
