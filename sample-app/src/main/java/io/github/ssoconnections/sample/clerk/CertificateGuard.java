// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Rejects a change that would remove trusted certificates unnoticed: a client that reads
 * a connection, changes a field and writes everything back means no such thing.
 */
final class CertificateGuard {

	private static final String FIELD = "idp_certificate";

	private CertificateGuard() {
	}

	static void check(Map<?, ? extends @Nullable Object> settings, String prefix, boolean replaceCertificates) {
		if (!replaceCertificates && settings.get(FIELD) != null) {
			throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem(prefix + FIELD), null);
		}
	}

	private static ProblemDetail problem(String field) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "'" + field
				+ "' replaces every certificate that the connection trusts by this one. Leave it out to keep them, send '"
				+ field + "s' with all that are to be trusted, or retry the request with "
				+ "?replace-certificates=true if this one alone is meant.");
		problem.setType(URI.create("urn:sso-connections:certificates-would-be-dropped"));
		problem.setTitle("Trusted certificates would be dropped");
		return problem;
	}

}
