// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.metadata.ForbiddenAddressException;
import io.github.ssoconnections.metadata.OidcDiscoveryClient;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import reactor.core.publisher.Mono;

/**
 * Reads what an administrator has sent, through the address filter.
 */
final class IdpReader {

	private final SamlMetadataClient metadata;

	private final OidcDiscoveryClient discovery;

	IdpReader(SamlMetadataClient metadata, OidcDiscoveryClient discovery) {
		Assert.notNull(metadata, "'metadata' must not be null");
		Assert.notNull(discovery, "'discovery' must not be null");
		this.metadata = metadata;
		this.discovery = discovery;
	}

	/**
	 * Validate what can be validated without a request.
	 * @param idp the settings
	 * @throws IllegalArgumentException if a URL, the metadata or a certificate is invalid
	 */
	void validate(IdpSettings idp) {
		if (idp instanceof IdpSettings.MetadataUrl url) {
			this.metadata.fetch(url.url());
		}
		else if (idp instanceof IdpSettings.Oidc oidc) {
			this.discovery.fetch(oidc.issuer());
		}
		else if (idp instanceof IdpSettings.Saml saml) {
			saml.certificates().forEach(SigningCertificate::parse);
		}
		else if (idp instanceof IdpSettings.MetadataDocument document) {
			SamlMetadata.parse(document.xml());
		}
	}

	Mono<IdpDocument> read(IdpSettings idp) {
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return Mono.defer(() -> this.metadata.fetch(url.url()))
				.map(IdpReader::read)
				.onErrorResume(IdpReader::unreadable);
		}
		if (idp instanceof IdpSettings.Oidc oidc) {
			return Mono.defer(() -> this.discovery.fetch(oidc.issuer()))
				.map((document) -> new IdpDocument(null, document, document.findings()))
				.onErrorResume(IdpReader::unreadable);
		}
		if (idp instanceof IdpSettings.MetadataDocument document) {
			return Mono.fromCallable(() -> read(SamlMetadata.parse(document.xml())))
				.onErrorResume(IdpReader::unreadable);
		}
		return Mono.just(IdpDocument.NONE);
	}

	private static IdpDocument read(SamlMetadata metadata) {
		return new IdpDocument(metadata, null, metadata.findings());
	}

	private static Mono<IdpDocument> unreadable(Throwable failure) {
		if (failure instanceof SeveralIdpsException) {
			return Mono
				.just(IdpDocument.unreadable(FindingCode.METADATA_AMBIGUOUS.finding(failure.getMessage() + ".")));
		}
		if (failure instanceof InvalidMetadataException) {
			return Mono.just(IdpDocument.unreadable(FindingCode.METADATA_INVALID
				.finding("The metadata cannot be read: " + failure.getMessage() + ".")));
		}
		if (failure instanceof ForbiddenAddressException || failure instanceof SsoApiException
				|| failure instanceof IllegalArgumentException) {
			return Mono.just(IdpDocument.unreadable(
					FindingCode.URL_UNREACHABLE.finding("The document cannot be read: " + reason(failure) + ".")));
		}
		return Mono.error(failure);
	}

	private static String reason(Throwable failure) {
		String reason = String.valueOf(failure.getMessage());
		return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
	}

}
