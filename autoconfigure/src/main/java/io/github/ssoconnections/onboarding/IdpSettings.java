// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of the customer's IdP has sent. Addresses are fetched through
 * the address filter of {@link io.github.ssoconnections.metadata.SamlMetadataClient}
 * only.
 */
public sealed interface IdpSettings {

	/**
	 * Return settings in the form of SAML metadata at a URL.
	 * @param url the URL, {@code https} only
	 * @return the settings
	 */
	static MetadataUrl metadataUrl(String url) {
		return new MetadataUrl(url);
	}

	/**
	 * Return settings in the form of a SAML metadata document.
	 * @param xml the document
	 * @return the settings
	 */
	static MetadataDocument metadata(String xml) {
		return new MetadataDocument(xml);
	}

	/**
	 * Return settings in the form of a SAML metadata document in a file.
	 * @param xml the content of the file, in any encoding that XML declares
	 * @return the settings
	 * @throws io.github.ssoconnections.certificate.InvalidMetadataException if the
	 * encoding is not supported, or the document is too large
	 */
	static MetadataDocument metadata(byte[] xml) {
		return new MetadataDocument(SamlMetadata.decode(xml));
	}

	/**
	 * Return SAML settings that were entered by hand.
	 * @param entityId the entity ID of the IdP
	 * @param ssoUrl the SSO URL of the IdP
	 * @param certificate the signing certificate, as PEM or base64
	 * @param furtherCertificates further signing certificates
	 * @return the settings
	 */
	static Saml saml(String entityId, String ssoUrl, String certificate, String... furtherCertificates) {
		Assert.notNull(certificate, "'certificate' must not be null");
		return new Saml(entityId, ssoUrl,
				Stream.concat(Stream.of(certificate), Stream.of(furtherCertificates)).toList());
	}

	/**
	 * Return OIDC settings.
	 * @param issuer the issuer, or the URL of its discovery document
	 * @param clientId the id of the client at the IdP
	 * @param clientSecret the secret of the client, {@code null} for a public client with
	 * PKCE, which Auth0 does not support
	 * @return the settings
	 */
	static Oidc oidc(String issuer, String clientId, @Nullable Secret clientSecret) {
		return new Oidc(issuer, clientId, clientSecret);
	}

	/**
	 * Return whether a connection trusts none of the signing certificates that were sent,
	 * so that it was not made of these settings.
	 * @param trusted the certificates of the connection, {@code null} if they are unknown
	 * @return whether both are known, and none is the same; {@code false} for OIDC and
	 * for metadata at a URL
	 */
	default boolean hasOtherCertificates(@Nullable List<CatalogCertificate> trusted) {
		List<SigningCertificate> sent = (this instanceof Saml saml)
				? saml.certificates().stream().map(SigningCertificate::parse).toList()
				: (this instanceof MetadataDocument document) ? SamlMetadata.parse(document.xml()).signingCertificates()
						: List.of();
		return trusted != null && !trusted.isEmpty() && !sent.isEmpty()
				&& trusted.stream()
					.noneMatch((known) -> known.sha256() == null
							|| sent.stream().anyMatch((certificate) -> certificate.sha256().equals(known.sha256())));
	}

	/**
	 * Return whether the protocol is OIDC.
	 * @return whether it is OIDC, otherwise it is SAML
	 */
	default boolean isOidc() {
		return this instanceof Oidc;
	}

	/**
	 * SAML metadata at a URL.
	 *
	 * @param url the URL, {@code https} only
	 */
	record MetadataUrl(String url) implements IdpSettings {

		public MetadataUrl {
			Assert.hasText(url, "'url' must not be empty");
		}

	}

	/**
	 * SAML metadata as a document.
	 *
	 * @param xml the document
	 */
	record MetadataDocument(String xml) implements IdpSettings {

		public MetadataDocument {
			Assert.hasText(xml, "'xml' must not be empty");
		}

	}

	/**
	 * SAML settings that were entered by hand.
	 *
	 * @param entityId the entity ID of the IdP
	 * @param ssoUrl the SSO URL of the IdP
	 * @param certificates the signing certificates, as PEM or base64, at least one
	 */
	record Saml(String entityId, String ssoUrl, List<String> certificates) implements IdpSettings {

		public Saml {
			Assert.hasText(entityId, "'entityId' must not be empty");
			Assert.hasText(ssoUrl, "'ssoUrl' must not be empty");
			Assert.notEmpty(certificates, "'certificates' must not be empty");
			certificates = List.copyOf(certificates);
		}

	}

	/**
	 * OIDC settings.
	 *
	 * @param issuer the issuer, or the URL of its discovery document
	 * @param clientId the id of the client at the IdP
	 * @param clientSecret the secret of the client, {@code null} for a public client
	 */
	record Oidc(String issuer, String clientId, @Nullable Secret clientSecret) implements IdpSettings {

		public Oidc {
			Assert.hasText(issuer, "'issuer' must not be empty");
			Assert.hasText(clientId, "'clientId' must not be empty");
		}

	}

}
