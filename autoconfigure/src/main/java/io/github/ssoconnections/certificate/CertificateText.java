// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a text holds that should be certificates, read as far as it can be: for texts that
 * are there, such as those that a vendor sends.
 *
 * @param certificates the certificates in their order, those included that
 * {@link SigningCertificate#isReadable() Java cannot read}; none if the text is empty
 * @param findings what is odd: {@link FindingCode#CERTIFICATE_INVALID} for what cannot be
 * read or is no certificate, {@link FindingCode#CERTIFICATE_FORM_UNUSUAL} for several of
 * them, and for base64 of PEM
 */
public record CertificateText(List<SigningCertificate> certificates, List<Finding> findings) {

	public CertificateText {
		certificates = List.copyOf(certificates);
		findings = List.copyOf(findings);
	}

	/**
	 * Read a text. Never fails.
	 * @param text the text, {@code null} for an empty one
	 * @return what is in it
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
