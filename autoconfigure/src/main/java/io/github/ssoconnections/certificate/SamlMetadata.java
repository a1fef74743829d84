// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * What the SAML metadata of an IdP says. Parsing it reads nothing but the document: no
 * DTD, no schema, no network. The signature of the document, if it has one, is not
 * verified, and an expired document is read like any other.
 * <p>
 * What can be read is read: an odd value or certificate is left out and stands in the
 * {@link #findings()}, with its line. Only a document that is no XML, goes beyond the
 * bounds, or has no IdP in it is rejected. What is read may therefore be unfit to make a
 * connection of.
 * <p>
 * A document may have 1 MiB, in UTF-8, UTF-16 with a byte order mark, US-ASCII,
 * ISO-8859-1, ISO-8859-15 or windows-1252, under any name that Java knows for these; a
 * DOCTYPE is rejected. White space, byte order marks and characters of no width around it
 * do not count. Elements may be 50 levels deep and have 100 attributes of 8 KiB each, 500
 * namespaces within one another; there may be 10,000 different names. Values within
 * elements may have 128 KiB, entity IDs 1024 characters; there may be 1000 entities, each
 * with 200 roles, SSO URLs, name ID formats and signing certificates together.
 *
 * @param entityId the entity ID of the IdP, or {@code null} if it has none
 * @param ssoUrls where it takes authentication requests, in the document's order
 * @param signingCertificates the certificates whose keys it signs with, in the document's
 * order, one that is there twice twice. Those for encryption are left out, and those that
 * say nothing of their use are not. Of several in one {@code X509Data}, one that issued
 * another of them, by name and by its signature, is left out, and is a finding
 * @param nameIdFormats the formats of the name IDs it can issue
 * @param validUntil when the document ceases to be valid, the soonest of those that apply
 * to the IdP, or {@code null} if it does not say
 * @param cacheDuration how long to wait until it should be read again, the shortest of
 * those that apply to the IdP, or {@code null} if it does not say; a year counts as 365
 * days, a month as 30
 * @param wantAuthnRequestsSigned whether requests to the IdP should be signed, or
 * {@code null} if it does not say
 * @param unreadableCertificates certificates that are there, and that
 * {@link SigningCertificate#isReadable() Java cannot read}
 * @param findings what is odd about the document, in its order
 * @see <a href=
 * "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for
 * SAML 2.0</a>
 */
public record SamlMetadata(@Nullable String entityId, List<SsoUrl> ssoUrls,
		List<SigningCertificate> signingCertificates, List<String> nameIdFormats, @Nullable Instant validUntil,
		@Nullable Duration cacheDuration, @Nullable Boolean wantAuthnRequestsSigned,
		List<SigningCertificate> unreadableCertificates, List<Finding> findings) {

	public SamlMetadata {
		ssoUrls = List.copyOf(ssoUrls);
		signingCertificates = List.copyOf(signingCertificates);
		nameIdFormats = List.copyOf(nameIdFormats);
		unreadableCertificates = List.copyOf(unreadableCertificates);
		findings = List.copyOf(findings);
	}

	/**
	 * Create metadata with nothing odd about it.
	 * @param entityId the entity ID of the IdP, or {@code null} if it has none
	 * @param ssoUrls where it takes authentication requests
	 * @param signingCertificates the certificates whose keys it signs with
	 * @param nameIdFormats the formats of the name IDs it can issue
	 * @param validUntil when it ceases to be valid, or {@code null}
	 * @param cacheDuration how long to wait until it should be read again, or
	 * {@code null}
	 * @param wantAuthnRequestsSigned whether requests should be signed, or {@code null}
	 */
	public SamlMetadata(@Nullable String entityId, List<SsoUrl> ssoUrls, List<SigningCertificate> signingCertificates,
			List<String> nameIdFormats, @Nullable Instant validUntil, @Nullable Duration cacheDuration,
			@Nullable Boolean wantAuthnRequestsSigned) {
		this(entityId, ssoUrls, signingCertificates, nameIdFormats, validUntil, cacheDuration, wantAuthnRequestsSigned,
				List.of(), List.of());
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
	 * Read the metadata of one IdP out of that of a federation, which may have 100 MiB.
	 * It is read piece by piece to its end, and nothing of it is kept but the chosen
	 * entity, which may have 1 MiB. All other bounds are those of any document; there may
	 * be any number of entities.
	 * <p>
	 * A federation signs its document, and this signature is <strong>not
	 * verified</strong>: whoever can change the document on its way to here decides which
	 * certificates the IdP signs with. Get it over https from the federation itself.
	 * @param xml the document, which is not closed
	 * @param entityId the entity ID of the IdP
	 * @return what it says of the IdP
	 * @throws InvalidMetadataException if it cannot be read, or the entity is not in it,
	 * there twice, or no IdP
	 * @throws IOException if the document cannot be read to its end
	 */
	public static SamlMetadata parseFederation(InputStream xml, String entityId) throws IOException {
		Assert.notNull(xml, "'xml' must not be null");
		Assert.hasText(entityId, "'entityId' must not be blank");
		try {
			XmlStream text = XmlStream.open(new BoundedStream(xml));
			return MetadataReader.readOne(text, Invisible.strip(entityId)).toMetadata();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Return why no connection can be made of it: without a signing certificate that can
	 * be read, no sign-in could be verified.
	 * @return the reason, in words that can be shown, {@code null} if it has one
	 */
	public @Nullable String unfitReason() {
		if (!this.signingCertificates.isEmpty()) {
			return null;
		}
		String invalid = FindingCode.CERTIFICATE_INVALID.code();
		return "the metadata has no signing certificate that can be read, and no sign-in could be verified"
				+ this.findings.stream()
					.filter((finding) -> finding.code().equals(invalid))
					.map((finding) -> ". " + finding.message())
					.findFirst()
					.orElse("");
	}

	/**
	 * Return a document without what does not show at its start and end: white space,
	 * byte order marks, characters of no width, which come along when it is pasted, and
	 * of which vendors accept few.
	 * @param xml the document, or any other text
	 * @return the document as it should be sent
	 */
	public static String strip(String xml) {
		return Invisible.strip(xml);
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
		List<IdpEntity> idps = MetadataReader.read(text);
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
