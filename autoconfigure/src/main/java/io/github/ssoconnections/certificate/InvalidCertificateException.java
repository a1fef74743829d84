// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import io.github.ssoconnections.InvalidArgumentException;

/**
 * Thrown for content that is not a certificate. The message names the kind of content, if
 * it is known, and contains nothing of it.
 */
public final class InvalidCertificateException extends InvalidArgumentException {

	InvalidCertificateException(String message) {
		super(message);
	}

}
