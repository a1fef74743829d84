// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.List;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.onboarding.CertificateReplacement;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.RotationAction;
import io.github.ssoconnections.onboarding.RotationResult;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The example of the page {@code rotate-a-certificate.md} that is the same at either
 * vendor. Run by {@link EitherVendorExamplesTests}.
 */
final class EitherVendorExamples {

	private EitherVendorExamples() {
	}

	// tag::either-vendor[]
	@Service
	static class Rotations {

		private final Onboardings onboardings;

		Rotations(Onboardings onboardings) {
			this.onboardings = onboardings;
		}

		Mono<List<Long>> daysLeft(String account, String connectionId) {
			return this.onboardings.get(account)
				.rotation()
				.get(connectionId)
				.map((state) -> state.certificates().stream().map((one) -> one.daysLeft()).toList());
		}

		Mono<RotationResult> next(String account, String connectionId, String pem) {
			SigningCertificate next = SigningCertificate.parse(pem);
			ConnectionRotation rotation = this.onboardings.get(account).rotation();
			return rotation.get(connectionId)
				.flatMap((state) -> state.isSupported(RotationAction.ADD) ? rotation.add(connectionId, next)
						: rotation.replace(connectionId, CertificateReplacement.of(next)));
		}

	}
	// end::either-vendor[]

}
