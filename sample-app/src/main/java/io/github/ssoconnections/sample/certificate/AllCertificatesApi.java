// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.lint.CertificateLint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The certificates of all connections at all vendors, as they are now.
 */
@RestController
class AllCertificatesApi {

	private static final Comparator<TrustedCertificate> BY_EXPIRY = Comparator.comparing(TrustedCertificate::notAfter,
			Comparator.nullsLast(Comparator.naturalOrder()));

	private final List<ConnectionCatalog> catalogs;

	private final CertificateLint.Thresholds thresholds;

	private final Clock clock = Clock.systemUTC();

	AllCertificatesApi(ObjectProvider<ConnectionCatalog> catalogs, CertificateProperties certificates) {
		this.catalogs = catalogs.orderedStream().toList();
		this.thresholds = certificates.toThresholds();
	}

	// List the signing certificates at both vendors, the soonest expiry first.
	@GetMapping("/api/certificates")
	Mono<List<TrustedCertificate>> list() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return Flux.fromIterable(this.catalogs)
				.flatMapSequential(ConnectionCatalog::listAll)
				.flatMapIterable((connection) -> TrustedCertificate.of(connection, now, this.thresholds))
				.collectSortedList(BY_EXPIRY);
		});
	}

}
