// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds and reads the metadata of the IdP of a connection, through the address filter.
 */
final class IdpMetadataReader {

	private final SamlMetadataClient client;

	IdpMetadataReader(SamlMetadataClient client) {
		this.client = client;
	}

	/**
	 * Return the metadata that a connection is created from.
	 * @param draft the draft
	 * @return the metadata, not read yet; {@code null} if there is none, or the entity ID
	 * was given in its place
	 */
	static @Nullable IdpMetadata find(Draft draft) {
		MigrationOverride override = draft.override();
		if (override.metadata() != null) {
			return new IdpMetadata("options.metadataXml", null, override.metadata(), null, null);
		}
		if (override.metadataUrl() != null) {
			return new IdpMetadata("options.metadataUrl", override.metadataUrl(), null, null, null);
		}
		if (override.entityId() != null) {
			return null;
		}
		String url = draft.text(SamlpOptions.METADATA_URL);
		String xml = draft.text(SamlpOptions.METADATA_XML);
		if (url != null) {
			return new IdpMetadata("options.metadataUrl", url, null, null, null);
		}
		return (xml != null) ? new IdpMetadata("options.metadataXml", null, xml, null, null) : null;
	}

	Mono<IdpMetadata> read(IdpMetadata found) {
		String url = found.url();
		Mono<SamlMetadata> metadata = (url != null) ? Mono.defer(() -> this.client.fetch(url))
				: Mono.fromCallable(() -> SamlMetadata.parse(String.valueOf(found.xml())));
		return metadata.map(found::withMetadata)
			.onErrorResume(
					(failure) -> failure instanceof SsoApiException || failure instanceof IllegalArgumentException,
					(failure) -> Mono.just(found.withProblem(reason(failure))));
	}

	private static String reason(Throwable failure) {
		String reason = String.valueOf(failure.getMessage());
		return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
	}

}
