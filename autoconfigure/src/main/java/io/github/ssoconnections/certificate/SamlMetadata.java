// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * What the SAML metadata of an IdP says. Parsing it reads nothing but the document: no
 * DTD, no schema, no network. The signature of the document, if it has one, is not
 * verified; what has expired is read like anything else, and {@link CertificateLint} says
 * so.
 * <p>
 * A document may have 1 MiB, in UTF-8 or UTF-16; a DOCTYPE is refused. Elements may be 50
 * levels deep and have 100 attributes of 8 KiB each; values within elements may have 128
 * KiB, entity IDs 1024 characters; there may be 1000 entities, each with 200 roles, SSO
 * URLs, name ID formats and signing certificates together.
 *
 * @param entityId the entity ID of the IdP, or {@code null} if it has none
 * @param ssoUrls where it takes authentication requests, in the document's order
 * @param signingCertificates the certificates whose keys it signs with, in the document's
 * order, one that is there twice twice. Those for encryption are left out, and those that
 * say nothing of their use are not; of a chain, those that issued another one are left
 * out
 * @param nameIdFormats the formats of the name IDs it can issue
 * @param validUntil when the document ceases to be valid, the soonest of those that apply
 * to the IdP, or {@code null} if it does not say
 * @param cacheDuration how long to wait until it should be read again, the shortest of
 * those that apply to the IdP, or {@code null} if it does not say; a year counts as 365
 * days, a month as 30
 * @param wantAuthnRequestsSigned whether requests to the IdP should be signed, or
 * {@code null} if it does not say
 * @see <a href=
 * "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for
 * SAML 2.0</a>
 */
public record SamlMetadata(@Nullable String entityId, List<SsoUrl> ssoUrls,
		List<SigningCertificate> signingCertificates, List<String> nameIdFormats, @Nullable Instant validUntil,
		@Nullable Duration cacheDuration, @Nullable Boolean wantAuthnRequestsSigned) {

	public SamlMetadata {
		ssoUrls = List.copyOf(ssoUrls);
		signingCertificates = List.copyOf(signingCertificates);
		nameIdFormats = List.copyOf(nameIdFormats);
	}

	/**
	 * Read the metadata of the one IdP in a document.
	 * @param xml the document
	 * @return what it says of the IdP
	 * @throws InvalidMetadataException if it cannot be read, or there is no IdP in it
	 * @throws SeveralIdpsException if there is more than one IdP in it
	 */
	public static SamlMetadata parse(byte[] xml) {
		return parse(xml, null);
	}

	/**
	 * Read the metadata of one of the IdPs in a document.
	 * @param xml the document
	 * @param entityId the entity ID of the IdP, or {@code null} for the only one
	 * @return what it says of the IdP
	 * @throws InvalidMetadataException if it cannot be read, or the IdP is not in it
	 * @throws SeveralIdpsException if none is chosen of more than one
	 */
	public static SamlMetadata parse(byte[] xml, @Nullable String entityId) {
		Assert.notNull(xml, "'xml' must not be null");
		return read(XmlBytes.decode(xml), entityId);
	}

	/**
	 * Read the metadata of the one IdP in a document that is text already, whatever
	 * encoding it says it is in.
	 * @param xml the document
	 * @return what it says of the IdP
	 * @throws InvalidMetadataException if it cannot be read, or there is no IdP in it
	 * @throws SeveralIdpsException if there is more than one IdP in it
	 */
	public static SamlMetadata parse(String xml) {
		return parse(xml, DataSize.ofBytes(XmlBytes.MAX_SIZE));
	}

	/**
	 * Read the metadata of the one IdP in a document that is text already, as
	 * {@link #parse(String)} does, but of another size.
	 * @param xml the document
	 * @param maxSize the size up to which it is read, in characters
	 * @return what it says of the IdP
	 * @throws InvalidMetadataException if it cannot be read, or there is no IdP in it
	 * @throws SeveralIdpsException if there is more than one IdP in it
	 */
	public static SamlMetadata parse(String xml, DataSize maxSize) {
		Assert.notNull(xml, "'xml' must not be null");
		Assert.notNull(maxSize, "'maxSize' must not be null");
		if (xml.length() > maxSize.toBytes()) {
			throw new InvalidMetadataException("The document is larger than " + maxSize.toMegabytes() + " MiB");
		}
		return read(xml, null);
	}

	/**
	 * Return where a browser is to be sent to sign in.
	 * @return the URL for HTTP-Redirect, or else the one for HTTP-POST, or {@code null}
	 * if there is neither
	 */
	public @Nullable String ssoUrl() {
		SsoUrl chosen = chosenSsoUrl();
		return (chosen != null) ? chosen.location() : null;
	}

	/**
	 * Return how a request is to be sent to {@link #ssoUrl()}.
	 * @return {@link SsoUrl#HTTP_REDIRECT} or {@link SsoUrl#HTTP_POST}, or {@code null}
	 * if there is neither
	 */
	public @Nullable String ssoBinding() {
		SsoUrl chosen = chosenSsoUrl();
		return (chosen != null) ? chosen.binding() : null;
	}

	private @Nullable SsoUrl chosenSsoUrl() {
		return Stream.of(SsoUrl.HTTP_REDIRECT, SsoUrl.HTTP_POST)
			.flatMap((binding) -> this.ssoUrls.stream().filter((ssoUrl) -> ssoUrl.binding().equals(binding)))
			.findFirst()
			.orElse(null);
	}

	private static SamlMetadata read(String text, @Nullable String entityId) {
		Assert.isTrue(entityId == null || StringUtils.hasText(entityId), "'entityId' must not be blank");
		List<IdpEntity> idps = MetadataReader.read((text.startsWith("\uFEFF")) ? text.substring(1) : text);
		if (idps.isEmpty()) {
			throw new InvalidMetadataException(
					"There is no IdP for SAML 2.0 in this metadata: no entity has an 'IDPSSODescriptor'");
		}
		List<IdpEntity> chosen = (entityId != null)
				? idps.stream().filter((idp) -> entityId.equals(idp.entityId())).toList() : idps;
		if (chosen.size() == 1) {
			return chosen.get(0).toMetadata();
		}
		List<String> entityIds = idps.stream().map(IdpEntity::entityId).filter(Objects::nonNull).distinct().toList();
		if (entityId == null) {
			throw new SeveralIdpsException(entityIds);
		}
		throw new InvalidMetadataException((chosen.isEmpty())
				? "There is no IdP with the entity ID " + Excerpt.quoted(entityId) + " in this metadata, but: "
						+ SeveralIdpsException.listed(entityIds)
				: "There is more than one IdP with the entity ID " + Excerpt.quoted(entityId) + " in this metadata");
	}

	/**
	 * Where an IdP takes authentication requests.
	 *
	 * @param binding how they are sent, such as {@link #HTTP_REDIRECT}
	 * @param location the URL, as the document has it
	 */
	public record SsoUrl(String binding, String location) {

		/** By a redirect, in the query of the URL. */
		public static final String HTTP_REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

		/** By a form that the browser posts. */
		public static final String HTTP_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

	}

}
