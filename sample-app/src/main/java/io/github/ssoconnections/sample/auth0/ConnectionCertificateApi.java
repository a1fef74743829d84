// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.CertificateSwitch;
import io.github.ssoconnections.auth0.ReplacementCertificate;
import io.github.ssoconnections.sample.web.CertificateBody;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

	// Replace the signing certificate, a PEM.
	@PostMapping(path = "/certificate",
			consumes = { "text/plain", "application/x-pem-file", "application/pem-certificate-chain" })
	Mono<ResponseEntity<byte[]>> replace(@PathVariable String id,
			@RequestParam(name = "give_up_metadata_url", defaultValue = "false") boolean giveUpMetadataUrl,
			@RequestBody(required = false) byte @Nullable [] pem) {
		ReplacementCertificate certificate = ReplacementCertificate.of(CertificateBody.read(pem));
		return this.certificates.replace(id, (giveUpMetadataUrl) ? certificate.givingUpMetadataUrl() : certificate)
			.map(ConnectionCertificateApi::respond);
	}

	// Make Auth0 read the metadata URL again.
	@PostMapping("/refresh-metadata")
	Mono<ResponseEntity<byte[]>> refresh(@PathVariable String id) {
		return this.certificates.refresh(id).map(ConnectionCertificateApi::respond);
	}

	private static ResponseEntity<byte[]> respond(CertificateSwitch result) {
		if (!result.isComplete()) {
			throw CertificateBody.problem(HttpStatus.CONFLICT, "certificate-overwritten",
					(result.changedOptions().isEmpty()) ? "Auth0 does not use the wanted certificate"
							: "Other options of the connection have changed at the same time",
					"The certificate is " + result.after() + ", and these options have changed: "
							+ result.changedOptions() + ".");
		}
		return WireResponse.ok(result);
	}

}
