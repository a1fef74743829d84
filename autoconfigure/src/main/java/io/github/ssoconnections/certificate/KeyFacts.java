// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;

import org.jspecify.annotations.Nullable;

/**
 * Algorithm and size of a key.
 */
final class KeyFacts {

	private KeyFacts() {
	}

	static String algorithm(PublicKey key) {
		return (key instanceof EdECKey edwards) ? edwards.getParams().getName() : key.getAlgorithm();
	}

	static @Nullable Integer size(PublicKey key) {
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
