// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * What should be a certificate is none. The message says what it is instead, where that
 * can be told, and repeats nothing of it.
 */
public final class InvalidCertificateException extends IllegalArgumentException {

	InvalidCertificateException(String message) {
		super(message);
	}

}
