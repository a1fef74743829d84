// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Certificates in a text, read as far as possible: for existing texts, such as the
 * responses of a vendor.
 *
 * @param certificates the certificates in their order, including certificates that
 * {@link SigningCertificate#isReadable() Java cannot read}; empty for an empty text
 * @param findings {@link FindingCode#CERTIFICATE_INVALID} for content that is unreadable
 * or not a certificate, {@link FindingCode#CERTIFICATE_FORM_UNUSUAL} for multiple
 * certificates, and for base64 of PEM
 */
public record CertificateText(List<SigningCertificate> certificates, List<Finding> findings) {

	public CertificateText {
		certificates = List.copyOf(certificates);
		findings = List.copyOf(findings);
	}

	/**
	 * Read a text. Never fails.
	 * @param text the text, may be {@code null}
	 * @return the certificates
	 */
	public static CertificateText read(@Nullable String text) {
		if (text == null) {
			return new CertificateText(List.of(), List.of());
		}
		try {
			CertificateReader reader = CertificateReader.read(text);
			List<Finding> findings = new ArrayList<>();
			reader.problems().forEach((problem) -> findings.add(invalid(problem)));
			if (reader.forms().contains(CertificateReader.Form.BASE64_OF_TEXT)) {
				findings.add(FindingCode.CERTIFICATE_FORM_UNUSUAL
					.finding("A certificate is in base64 twice: it is base64 of PEM, or of base64."));
			}
			if (reader.forms().contains(CertificateReader.Form.SEVERAL)) {
				findings.add(FindingCode.CERTIFICATE_FORM_UNUSUAL
					.finding("There are " + reader.certificates().size() + " certificates in one text."));
			}
			return new CertificateText(reader.certificates(), findings);
		}
		catch (InvalidCertificateException ex) {
			return new CertificateText(List.of(), List.of(invalid(ex.getMessage())));
		}
	}

	private static Finding invalid(@Nullable String problem) {
		return FindingCode.CERTIFICATE_INVALID.finding("A certificate cannot be read: " + problem + ".");
	}

}
