// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

/**
 * Fingerprint, names and key of a certificate.
 */
final class CertificateFacts {

	/** Attribute of certificates of Okta that RFC 2253 has no name for. */
	private static final Map<String, String> EMAIL_ADDRESS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

	private CertificateFacts() {
	}

	static String sha256(byte[] der) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

	static String name(X500Principal principal) {
		return principal.getName(X500Principal.RFC2253, EMAIL_ADDRESS);
	}

	static String keyAlgorithm(PublicKey key) {
		return (key instanceof EdECKey edwards) ? edwards.getParams().getName() : key.getAlgorithm();
	}

	static @Nullable Integer keySize(PublicKey key) {
		if (key instanceof RSAKey rsa) {
			return rsa.getModulus().bitLength();
		}
		if (key instanceof ECKey curve) {
			return curve.getParams().getCurve().getField().getFieldSize();
		}
		if (key instanceof DSAKey dsa && dsa.getParams() != null) {
			return dsa.getParams().getP().bitLength();
		}
		if (key instanceof EdECKey edwards) {
			return (edwards.getParams().getName().equals("Ed448")) ? 456 : 256;
		}
		return null;
	}

}
