// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.FindingCode;

import org.springframework.util.StringUtils;

/**
 * Certificates of the signing keys of an IdP.
 *
 * @param signing the readable certificates, without issuers of other certificates
 * @param unreadable the certificates that Java cannot read
 */
record MetadataCertificates(List<SigningCertificate> signing, List<SigningCertificate> unreadable) {

	static MetadataCertificates of(List<List<IdpEntity.Value>> elements, MetadataFindings findings) {
		CertificateChain chain = new CertificateChain();
		MetadataCertificates all = new MetadataCertificates(new ArrayList<>(), new ArrayList<>());
		elements.forEach((element) -> {
			Map<SigningCertificate, Place> places = new HashMap<>();
			List<SigningCertificate> together = new ArrayList<>();
			element.forEach((value) -> read(value, findings).forEach((certificate) -> {
				together.add(certificate);
				places.putIfAbsent(certificate, value.place());
			}));
			CertificateChain.Parts parts = chain.split(together);
			parts.signers().forEach((one) -> ((one.isReadable()) ? all.signing : all.unreadable).add(one));
			parts.issuers()
				.forEach((one) -> findings.add(FindingCode.CERTIFICATE_ISSUER, "The certificate " + one.displayName()
						+ " is the issuer of another certificate beside it, and is not used as a signing certificate",
						places.getOrDefault(one, new Place(1, 1))));
		});
		return all;
	}

	private static List<SigningCertificate> read(IdpEntity.Value value, MetadataFindings findings) {
		if (value.text() == null) {
			findings.add(FindingCode.CERTIFICATE_INVALID,
					"A signing certificate cannot be read: there is an element in its text", value.place());
			return List.of();
		}
		try {
			CertificateReader reader = CertificateReader.read(value.text());
			reader.problems()
				.forEach((problem) -> findings.add(FindingCode.CERTIFICATE_INVALID,
						"A signing certificate cannot be read: " + problem, value.place()));
			if (reader.certificates().isEmpty() && reader.problems().isEmpty()) {
				findings.add(FindingCode.CERTIFICATE_INVALID, "A signing certificate is empty", value.place());
			}
			List<String> forms = reader.forms().stream().map(MetadataCertificates::describe).toList();
			if (!forms.isEmpty()) {
				findings.add(FindingCode.CERTIFICATE_FORM_UNUSUAL, "A signing certificate is read, but has "
						+ StringUtils.collectionToDelimitedString(forms, " and "), value.place());
			}
			return reader.certificates();
		}
		catch (InvalidCertificateException ex) {
			findings.add(FindingCode.CERTIFICATE_INVALID, "A signing certificate cannot be read: " + ex.getMessage(),
					value.place());
			return List.of();
		}
	}

	private static String describe(CertificateReader.Form form) {
		return switch (form) {
			case PEM -> "lines of PEM around it";
			case BASE64_OF_TEXT -> "been put into base64 twice";
			case SEVERAL -> "another one after it in the same element";
		};
	}

}
