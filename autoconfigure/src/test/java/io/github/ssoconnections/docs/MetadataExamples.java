// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The example of the page {@code read-metadata.md} about fetching. Run by
 * {@link MetadataExamplesTests}.
 */
final class MetadataExamples {

	private MetadataExamples() {
	}

	// tag::fetch-metadata[]
	@Service
	static class MetadataCheck {

		private final SamlMetadataClient metadata;

		MetadataCheck(SamlMetadataClient metadata) {
			this.metadata = metadata;
		}

		Mono<String> check(String url) {
			return Mono.defer(() -> this.metadata.fetch(url))
				.map((idp) -> "Signs with " + idp.signingCertificates().size() + " certificate(s)")
				.onErrorResume(IllegalArgumentException.class, (ex) -> Mono.just("Not this one: " + ex.getMessage()))
				.onErrorResume(SsoApiException.class, (ex) -> Mono.just("Not there: " + ex.getMessage()));
		}

	}
	// end::fetch-metadata[]

}
