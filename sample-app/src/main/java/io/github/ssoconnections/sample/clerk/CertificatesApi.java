// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.sample.web.CertificateBody;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The signing certificates of enterprise connections, changed without losing any.
 */
@RestController
@RequestMapping("/api/clerk/enterprise-connections/{id}")
class CertificatesApi {

	private final EnterpriseConnectionCertificates certificates;

	private final Clock clock = Clock.systemUTC();

	CertificatesApi(EnterpriseConnectionCertificates certificates) {
		this.certificates = certificates;
	}

	@GetMapping("/certificates")
	Mono<ResponseEntity<byte[]>> list(@PathVariable String id) {
		return this.certificates.list(id).map(this::describe).map(WireResponse::ok);
	}

	// Add a trusted certificate, a PEM.
	@PostMapping(path = "/certificates",
			consumes = { "text/plain", "application/x-pem-file", "application/pem-certificate-chain" })
	Mono<ResponseEntity<byte[]>> add(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] pem) {
		return this.certificates.add(id, CertificateBody.read(pem)).map(CertificatesApi::respond);
	}

	@DeleteMapping("/certificates/{sha256}")
	Mono<ResponseEntity<byte[]>> remove(@PathVariable String id, @PathVariable String sha256) {
		return this.certificates.remove(id, sha256).map(CertificatesApi::respond);
	}

	// Make Clerk read the metadata URL again.
	@PostMapping("/refresh-metadata")
	Mono<ResponseEntity<byte[]>> refreshMetadata(@PathVariable String id) {
		return this.certificates.refreshMetadata(id).map(CertificatesApi::respond);
	}

	private static ResponseEntity<byte[]> respond(CertificateChange change) {
		if (!change.isComplete()) {
			throw CertificateBody.problem(HttpStatus.CONFLICT, "certificates-overwritten",
					"Another writer has changed it at the same time", "Read the list, and retry: " + change.lost()
							+ " are not trusted, and " + change.returned() + " still are.");
		}
		return WireResponse.ok(change);
	}

	private Map<String, Object> describe(List<SigningCertificate> certificates) {
		List<Finding> findings = CertificateLint.check(certificates, this.clock.instant());
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("data", certificates.stream().map(CertificatesApi::describe).toList());
		members.put("findings", findings.stream().map(CertificatesApi::describe).toList());
		return members;
	}

	private static Map<String, @Nullable Object> describe(SigningCertificate certificate) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("sha256", certificate.sha256());
		members.put("subject", certificate.subject());
		members.put("issuer", certificate.issuer());
		members.put("serial_number", certificate.serialNumber());
		members.put("issued_at", certificate.notBefore());
		members.put("expires_at", certificate.notAfter());
		members.put("key_algorithm", certificate.keyAlgorithm());
		members.put("key_size", certificate.keySize());
		members.put("signature_algorithm", certificate.signatureAlgorithm());
		members.put("readable", certificate.isReadable());
		return members;
	}

	private static Map<String, Object> describe(Finding finding) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("severity", finding.severity());
		members.put("code", finding.code());
		members.put("message", finding.message());
		members.put("remedy", finding.remedy());
		return members;
	}

}
