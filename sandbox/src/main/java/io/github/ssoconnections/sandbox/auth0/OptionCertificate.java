// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A signing certificate in the options, and what the vendor says of it.
 */
final class OptionCertificate {

	private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

	private static final DateTimeFormatter EXPIRES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Map<String, String> NAMES = Map.of("CN", "commonName", "C", "countryName", "ST",
			"stateOrProvinceName", "L", "localityName", "O", "organizationName", "OU", "organizationalUnitName");

	private final X509Certificate certificate;

	private OptionCertificate(X509Certificate certificate) {
		this.certificate = certificate;
	}

	/**
	 * Read a certificate.
	 * @param text the certificate as PEM, as base64 of PEM or as base64
	 * @return the certificate, or {@code null} if it is none
	 */
	static @Nullable OptionCertificate read(String text) {
		try {
			byte[] bytes = text.contains(BEGIN) ? text.strip().getBytes(StandardCharsets.US_ASCII)
					: Base64.getMimeDecoder().decode(text);
			return new OptionCertificate((X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(bytes)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return null;
		}
	}

	String pem() {
		Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
		return BEGIN + "\n" + lines.encodeToString(encoded()) + "\n-----END CERTIFICATE-----\n";
	}

	String base64OfPem() {
		return Base64.getEncoder().encodeToString(pem().getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Write expiry, subject and thumbprint.
	 * @param options the options, to be changed in place
	 */
	void describe(ObjectNode options) {
		options.put("expires", EXPIRES.format(this.certificate.getNotAfter().toInstant()));
		ObjectNode subject = options.putObject("subject");
		try {
			for (Rdn rdn : new LdapName(this.certificate.getSubjectX500Principal().getName(X500Principal.RFC2253))
				.getRdns()) {
				subject.put(NAMES.getOrDefault(rdn.getType(), rdn.getType()), String.valueOf(rdn.getValue()));
			}
		}
		catch (InvalidNameException ex) {
			throw new IllegalStateException(ex);
		}
		options.putArray("thumbprints").add(thumbprint());
	}

	private String thumbprint() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(encoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] encoded() {
		try {
			return this.certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
