// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import reactor.core.publisher.Mono;

/**
 * The example of the page {@code certificates.md} about fetching. Run by
 * {@link MetadataExamplesTests}.
 */
final class MetadataExamples {

	private final SamlMetadataClient metadata;

	MetadataExamples(SamlMetadataClient metadata) {
		this.metadata = metadata;
	}

	Mono<String> look(String url) {
		// tag::fetch-metadata[]
		Mono<String> response = Mono.defer(() -> this.metadata.fetch(url))
			.map((metadata) -> "Signs with " + metadata.signingCertificates().size() + " certificate(s)")
			.onErrorResume(IllegalArgumentException.class, (ex) -> Mono.just("Not this one: " + ex.getMessage()))
			.onErrorResume(SsoApiException.class, (ex) -> Mono.just("Not there: " + ex.getMessage()));
		// end::fetch-metadata[]
		return response;
	}

}
