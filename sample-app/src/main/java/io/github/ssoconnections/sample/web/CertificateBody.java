// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Bodies of requests with a certificate, and problems with it.
 */
public final class CertificateBody {

	private CertificateBody() {
	}

	/**
	 * Read a certificate.
	 * @param pem the body
	 * @return the certificate
	 * @throws ErrorResponseException 422 if it is no certificate
	 */
	public static SigningCertificate read(byte @Nullable [] pem) {
		try {
			return SigningCertificate.parse((pem != null) ? new String(pem, StandardCharsets.UTF_8) : "");
		}
		catch (InvalidCertificateException ex) {
			throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-certificate", "This is no certificate",
					ex.getMessage() + ".");
		}
	}

	/**
	 * Create a problem.
	 * @param status the status
	 * @param type the last part of the type
	 * @param title the title
	 * @param detail the detail
	 * @return the exception
	 */
	public static ErrorResponseException problem(HttpStatus status, String type, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:sso-connections:" + type));
		problem.setTitle(title);
		return new ErrorResponseException(status, problem, null);
	}

}
