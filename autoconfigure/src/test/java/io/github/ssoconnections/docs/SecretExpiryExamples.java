// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.github.ssoconnections.catalog.SecretExpiries;
import reactor.core.publisher.Mono;

/**
 * The example of the client secrets in {@code docs/certificates.md}.
 * {@link SecretExpiryExamplesTests} runs it.
 */
final class SecretExpiryExamples {

	private SecretExpiryExamples() {
	}

	static Mono<Void> note(SecretExpiries expiries, String connectionId) {
		// tag::note-secret-expiry[]
		Mono<Void> noted = expiries.noteSecretExpiry(connectionId,
				LocalDate.of(2027, 1, 31).atStartOfDay(ZoneOffset.UTC).toInstant());
		// end::note-secret-expiry[]
		return noted;
	}

}
