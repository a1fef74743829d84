// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.ClerkLint;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.TestRun;
import reactor.core.publisher.Mono;

/**
 * The examples of the page {@code certificates.md} about changing. Run by
 * {@link RotationExamplesTests}.
 */
final class RotationExamples {

	private final EnterpriseConnectionCertificates certificates;

	private final EnterpriseConnectionActivation activation;

	private final Consumer<String> browser;

	RotationExamples(EnterpriseConnectionCertificates certificates, EnterpriseConnectionActivation activation,
			Consumer<String> browser) {
		this.certificates = certificates;
		this.activation = activation;
		this.browser = browser;
	}

	Mono<CertificateChange> refreshMetadata(String id) {
		EnterpriseConnectionCertificates certificates = this.certificates;
		// tag::refresh-metadata[]
		Mono<CertificateChange> refreshed = certificates.refreshMetadata(id);
		// end::refresh-metadata[]
		return refreshed;
	}

	Mono<TestRun> activate(String id) {
		EnterpriseConnectionActivation activation = this.activation;
		// tag::activate[]
		Mono<TestRun> tested = activation.activate(id).flatMap((result) -> {
			if (result instanceof ActivationResult.TestNeeded needed) {
				show(needed.link().url().value());
				return activation.awaitTestRun(needed, Duration.ofMinutes(5));
			}
			return Mono.empty();
		});
		// end::activate[]
		return tested;
	}

	private void show(String url) {
		this.browser.accept(url);
	}

	static EnterpriseConnectionPatch look(EnterpriseConnection present, Clock clock) {
		// tag::look-before-write[]
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().active(true).domains("acme.com");
		List<Finding> findings = ClerkLint.check(patch, present, clock.instant());
		if (findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR)) {
			throw new IllegalArgumentException("This cannot work: " + findings);
		}
		// end::look-before-write[]
		return patch;
	}

}
