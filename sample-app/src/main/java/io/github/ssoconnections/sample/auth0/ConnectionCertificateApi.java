// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.CertificateSwitch;
import io.github.ssoconnections.auth0.ReplacementCertificate;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one signing certificate of a SAML connection.
 */
@RestController
@RequestMapping("/api/auth0/connections/{id}")
class ConnectionCertificateApi {

	private final Auth0ConnectionCertificates certificates;

	ConnectionCertificateApi(Auth0ConnectionCertificates certificates) {
		this.certificates = certificates;
	}

	@PostMapping(path = "/certificate",
			consumes = { "text/plain", "application/x-pem-file", "application/pem-certificate-chain" })
	Mono<ResponseEntity<byte[]>> replace(@PathVariable String id,
			@RequestParam(name = "give_up_metadata_url", defaultValue = "false") boolean giveUpMetadataUrl,
			@RequestBody(required = false) byte @Nullable [] pem) {
		ReplacementCertificate certificate = ReplacementCertificate.of(read(pem));
		return this.certificates.replace(id, (giveUpMetadataUrl) ? certificate.givingUpMetadataUrl() : certificate)
			.map(ConnectionCertificateApi::respond);
	}

	@PostMapping("/refresh-metadata")
	Mono<ResponseEntity<byte[]>> refresh(@PathVariable String id) {
		return this.certificates.refresh(id).map(ConnectionCertificateApi::respond);
	}

	private static SigningCertificate read(byte @Nullable [] pem) {
		try {
			return SigningCertificate.parse((pem != null) ? new String(pem, StandardCharsets.UTF_8) : "");
		}
		catch (InvalidCertificateException ex) {
			throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-certificate", "This is no certificate",
					ex.getMessage() + ".");
		}
	}

	private static ResponseEntity<byte[]> respond(CertificateSwitch result) {
		if (!result.isComplete()) {
			throw problem(HttpStatus.CONFLICT, "certificate-overwritten",
					(result.changedOptions().isEmpty()) ? "Auth0 does not use the wanted certificate"
							: "Other options of the connection have changed at the same time",
					"The certificate is " + result.after() + ", and these options have changed: "
							+ result.changedOptions() + ".");
		}
		return WireResponse.ok(result);
	}

	private static ErrorResponseException problem(HttpStatus status, String type, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:sso-connections:" + type));
		problem.setTitle(title);
		return new ErrorResponseException(status, problem, null);
	}

}
