// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A signing certificate of an identity provider.
 *
 * @param base64 the DER in base64, without armour
 * @param issuedAt the start of validity, in milliseconds
 * @param expiresAt the end of validity, in milliseconds
 */
record IdpCertificate(String base64, long issuedAt, long expiresAt) {

	private static final int MAX_CERTIFICATES = 5;

	/**
	 * Read the certificates of a request, and put the first valid one first, as the
	 * vendor does on save.
	 * @param texts the certificates, as PEM or as base64 without armour
	 * @param parameter the parameter they came in
	 * @param now the current time
	 * @return the certificates
	 */
	static List<IdpCertificate> parseAll(List<String> texts, String parameter, Instant now) {
		if (texts.size() > MAX_CERTIFICATES) {
			throw ClerkException
				.unprocessable(ClerkError.value(parameter, "a list of at most " + MAX_CERTIFICATES + " certificates"));
		}
		List<IdpCertificate> certificates = new ArrayList<>();
		texts.forEach((text) -> certificates.add(parse(text, parameter)));
		certificates.stream().filter((certificate) -> certificate.isValid(now)).findFirst().ifPresent((primary) -> {
			certificates.remove(primary);
			certificates.add(0, primary);
		});
		return certificates;
	}

	private static IdpCertificate parse(String text, String parameter) {
		try {
			byte[] der = Base64.getDecoder().decode(TestCertificates.withoutArmour(text));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der));
			return new IdpCertificate(Base64.getEncoder().encodeToString(certificate.getEncoded()),
					certificate.getNotBefore().getTime(), certificate.getNotAfter().getTime());
		}
		catch (CertificateException | IllegalArgumentException ex) {
			throw ClerkException.unprocessable(ClerkError.format(parameter, "an X.509 certificate (PEM)"));
		}
	}

	boolean isValid(Instant now) {
		return this.issuedAt <= now.toEpochMilli() && now.toEpochMilli() <= this.expiresAt;
	}

	ObjectNode toJson() {
		return JsonNodeFactory.instance.objectNode()
			.put("certificate", this.base64)
			.put("issued_at", this.issuedAt)
			.put("expires_at", this.expiresAt);
	}

}
