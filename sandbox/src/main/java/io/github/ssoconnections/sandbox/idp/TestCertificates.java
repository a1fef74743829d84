// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/**
 * Issues real X.509 certificates with the dates that a test needs. Each one is
 * self-signed with a fresh EC P-256 key, which is then thrown away: nothing can be signed
 * with it.
 */
public final class TestCertificates {

	private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));

	private static final byte[] COMMON_NAME = Der.oid(2, 5, 4, 3);

	private static final byte[] BASIC_CONSTRAINTS = Der.oid(2, 5, 29, 19);

	private static final BigInteger VERSION_3 = BigInteger.TWO;

	private static final SecureRandom RANDOM = new SecureRandom();

	private TestCertificates() {
	}

	/**
	 * Issue a self-signed X.509 v3 certificate.
	 * @param commonName the common name of both subject and issuer
	 * @param notBefore the start of validity, cut to the second
	 * @param notAfter the end of validity, cut to the second
	 * @return the certificate as PEM, with armour and lines of 64 characters
	 */
	public static String selfSigned(String commonName, Instant notBefore, Instant notAfter) {
		Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
		return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(encoded(commonName, notBefore, notAfter))
				+ "\n-----END CERTIFICATE-----\n";
	}

	/**
	 * Return the base64 between the PEM lines, on one line: the form of certificates in
	 * vendors' responses and in metadata.
	 * @param pem a certificate as PEM
	 * @return the certificate's DER, in base64
	 */
	public static String withoutArmour(String pem) {
		return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
	}

	private static byte[] encoded(String commonName, Instant notBefore, Instant notAfter) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair keys = generator.generateKeyPair();
			byte[] content = toBeSigned(commonName, notBefore, notAfter, keys.getPublic().getEncoded());
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(keys.getPrivate());
			signature.update(content);
			return Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has EC P-256", ex);
		}
	}

	private static byte[] toBeSigned(String commonName, Instant notBefore, Instant notAfter, byte[] publicKey) {
		byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8(commonName))));
		byte[] validity = Der.sequence(Der.time(notBefore), Der.time(notAfter));
		byte[] authority = Der.octets(Der.sequence(Der.TRUE));
		byte[] extensions = Der.sequence(Der.sequence(BASIC_CONSTRAINTS, Der.TRUE, authority));
		byte[] serialNumber = Der.integer(new BigInteger(120, RANDOM).setBit(119));
		return Der.sequence(Der.explicit(0, Der.integer(VERSION_3)), serialNumber, ECDSA_WITH_SHA256, name, validity,
				name, publicKey, Der.explicit(3, extensions));
	}

}
