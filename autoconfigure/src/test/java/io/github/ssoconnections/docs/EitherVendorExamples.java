// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.onboarding.CertificateReplacement;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.RotationResult;
import io.github.ssoconnections.onboarding.RotationState;
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

		private final SamlMetadataClient metadata;

		Rotations(Onboardings onboardings, SamlMetadataClient metadata) {
			this.onboardings = onboardings;
			this.metadata = metadata;
		}

		Mono<RotationState> get(Account account, String connectionId) {
			return rotation(account).get(connectionId);
		}

		Mono<RotationResult> add(Account account, String connectionId, String nextPem) {
			return rotation(account).add(connectionId, SigningCertificate.parse(nextPem));
		}

		Mono<RotationResult> remove(Account account, String connectionId, String oldSha256) {
			return rotation(account).remove(connectionId, oldSha256);
		}

		Mono<RotationResult> replace(Account account, String connectionId, String nextPem) {
			CertificateReplacement next = CertificateReplacement.of(SigningCertificate.parse(nextPem));
			return rotation(account).replace(connectionId, next);
		}

		Mono<RotationResult> refresh(Account account, String connectionId) {
			return rotation(account).refresh(connectionId, this.metadata::fetch);
		}

		private ConnectionRotation rotation(Account account) {
			return this.onboardings.get(account).rotation();
		}

	}
	// end::either-vendor[]

}
