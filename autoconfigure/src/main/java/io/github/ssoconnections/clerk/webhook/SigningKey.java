// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.ssoconnections.Secret;

/**
 * Key of symmetric signatures.
 */
final class SigningKey {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private static final int MIN_LENGTH = 16;

	private final SecretKeySpec key;

	private SigningKey(SecretKeySpec key) {
		this.key = key;
	}

	/**
	 * Decode a signing secret.
	 * @param secret the secret
	 * @return the key
	 * @throws IllegalArgumentException if it is no signing secret; without the secret
	 */
	static SigningKey of(Secret secret) {
		String text = secret.value();
		byte[] key = decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
		if (key.length < MIN_LENGTH) {
			throw invalid();
		}
		return new SigningKey(new SecretKeySpec(key, ALGORITHM));
	}

	private static byte[] decode(String base64) {
		// Without its padding, it may have been cut off
		if (base64.length() % 4 != 0) {
			throw invalid();
		}
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			// Its message quotes the secret
			throw invalid();
		}
	}

	private static IllegalArgumentException invalid() {
		return new IllegalArgumentException("a signing secret must be 'whsec_' and the Base64 of at least 16 bytes");
	}

	/**
	 * Return the signature.
	 * @param prefix the signed text before the body
	 * @param body the body
	 * @return the signature, as the bytes of its Base64
	 */
	byte[] sign(String prefix, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
			return Base64.getEncoder().encode(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

}
