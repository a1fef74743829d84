// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.lint.PublicDomains;

/**
 * The examples of the page {@code read-metadata.md} about reading. Run by
 * {@link CertificateExamplesTests}.
 */
final class CertificateExamples {

	static NewEnterpriseConnection.Saml readMetadata(byte[] document, Clock clock) {
		// tag::read-metadata[]
		SamlMetadata metadata = SamlMetadata.parse(document);
		List<Finding> findings = CertificateLint.check(metadata, clock.instant());
		if (findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR)) {
			throw new IllegalArgumentException("This cannot work: " + findings);
		}
		NewEnterpriseConnection.Saml saml = new NewEnterpriseConnection.Saml().idpEntityId(metadata.entityId())
			.idpSsoUrl(metadata.ssoUrl())
			.idpCertificates(metadata.signingCertificates().stream().map(SigningCertificate::pem).toList());
		// end::read-metadata[]
		return saml;
	}

	static SamlMetadata chooseIdp(byte[] document) {
		// tag::choose-idp[]
		SamlMetadata metadata = SamlMetadata.parse(document, "https://idp.two.example");
		// end::choose-idp[]
		return metadata;
	}

	static String readCertificate(String text) {
		// tag::read-certificate[]
		SigningCertificate certificate = SigningCertificate.parse(text);
		String summary = certificate.subject() + " until " + certificate.notAfter() + ", " + certificate.sha256();
		// end::read-certificate[]
		return summary;
	}

	// tag::vouch-for-domain[]
	void check(PublicDomains publicDomains, String domain) {
		publicDomains.find(domain).ifPresent((finding) -> {
			throw new IllegalArgumentException(finding.message() + " " + finding.remedy());
		});
	}
	// end::vouch-for-domain[]

}
