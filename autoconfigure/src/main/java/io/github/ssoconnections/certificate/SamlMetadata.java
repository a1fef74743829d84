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

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * SAML metadata of an IdP. Parsing uses the document alone: no DTD, no schema, no
 * network. The signature of the document is not verified, and an expired document is read
 * like any other.
 * <p>
 * Parsing is tolerant: an invalid value or certificate is omitted and reported in the
 * {@link #findings()}, with its position. A document is rejected only if it is not XML,
 * exceeds the limits, or contains no IdP. The result may therefore be insufficient for a
 * connection.
 * <p>
 * Limits: a document may have 1 MiB, in UTF-8, UTF-16 with a byte order mark, US-ASCII,
 * ISO-8859-1, ISO-8859-15 or windows-1252, under any name that Java supports for these; a
 * DOCTYPE is rejected. Leading and trailing white space, byte order marks and zero-width
 * characters are ignored. Elements may be 50 levels deep and have 100 attributes of 8 KiB
 * each, 500 namespaces within one another; there may be 10,000 different names. Values
 * within elements may have 128 KiB, entity IDs 1024 characters; there may be 1000
 * entities, each with 200 roles, SSO URLs, name ID formats and signing certificates
 * together.
 *
 * @param entityId the entity ID of the IdP, {@code null} if it is absent
 * @param ssoUrls the endpoints for authentication requests, in the order of the document
 * @param signingCertificates the signing certificates, in the order of the document,
 * including duplicates. Certificates for encryption are omitted; certificates without a
 * use are included. The issuer of another certificate in the same {@code X509Data}, by
 * name and signature, is omitted and reported as a finding
 * @param nameIdFormats the supported formats of name IDs
 * @param validUntil the end of the validity of the document, the earliest that applies to
 * the IdP; {@code null} if it is absent
 * @param cacheDuration the maximum time to cache the document, the shortest that applies
 * to the IdP; {@code null} if it is absent. A year is 365 days, a month 30 days
 * @param wantAuthnRequestsSigned whether requests to the IdP should be signed,
 * {@code null} if it is absent
 * @param unreadableCertificates the certificates that
 * {@link SigningCertificate#isReadable() Java cannot read}
 * @param findings the findings about the document, in its order
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
	 * Create metadata without findings.
	 * @param entityId the entity ID of the IdP, may be {@code null}
	 * @param ssoUrls the endpoints for authentication requests
	 * @param signingCertificates the signing certificates
	 * @param nameIdFormats the supported formats of name IDs
	 * @param validUntil the end of its validity, may be {@code null}
	 * @param cacheDuration the maximum time to cache it, may be {@code null}
	 * @param wantAuthnRequestsSigned whether requests should be signed, may be
	 * {@code null}
	 */
	public SamlMetadata(@Nullable String entityId, List<SsoUrl> ssoUrls, List<SigningCertificate> signingCertificates,
			List<String> nameIdFormats, @Nullable Instant validUntil, @Nullable Duration cacheDuration,
			@Nullable Boolean wantAuthnRequestsSigned) {
		this(entityId, ssoUrls, signingCertificates, nameIdFormats, validUntil, cacheDuration, wantAuthnRequestsSigned,
				List.of(), List.of());
	}

	/**
	 * Read the metadata of the only IdP in a document.
	 * @param xml the document
	 * @return the metadata
	 * @throws InvalidMetadataException if the document is unreadable or contains no IdP
	 * @throws SeveralIdpsException if the document contains multiple IdPs
	 */
	public static SamlMetadata parse(byte[] xml) {
		return parse(xml, null);
	}

	/**
	 * Read the metadata of one of the IdPs in a document.
	 * @param xml the document
	 * @param entityId the entity ID of the IdP, {@code null} for the only IdP
	 * @return the metadata
	 * @throws InvalidMetadataException if the document is unreadable or does not contain
	 * the IdP
	 * @throws SeveralIdpsException if the entity ID is {@code null} and the document
	 * contains multiple IdPs
	 */
	public static SamlMetadata parse(byte[] xml, @Nullable String entityId) {
		Assert.notNull(xml, "'xml' must not be null");
		return read(XmlBytes.decode(xml), entityId);
	}

	/**
	 * Decode a document by its byte order mark, or else its declared encoding.
	 * @param xml the document
	 * @return the document as text, for {@link #parse(String)}
	 * @throws InvalidMetadataException if the encoding is not supported, or the document
	 * is too large
	 */
	public static String decode(byte[] xml) {
		Assert.notNull(xml, "'xml' must not be null");
		return XmlBytes.decode(xml);
	}

	/**
	 * Read the metadata of the only IdP in a document that is already decoded. The
	 * declared encoding is ignored.
	 * @param xml the document
	 * @return the metadata
	 * @throws InvalidMetadataException if the document is unreadable or contains no IdP
	 * @throws SeveralIdpsException if the document contains multiple IdPs
	 */
	public static SamlMetadata parse(String xml) {
		return parse(xml, DataSize.ofBytes(XmlBytes.MAX_SIZE));
	}

	/**
	 * Read the metadata of the only IdP in a document that is already decoded, like
	 * {@link #parse(String)}, with another maximum size.
	 * @param xml the document
	 * @param maxSize the maximum size, in characters
	 * @return the metadata
	 * @throws InvalidMetadataException if the document is unreadable or contains no IdP
	 * @throws SeveralIdpsException if the document contains multiple IdPs
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
	 * Read the metadata of one IdP in the metadata of a federation, which may have 100
	 * MiB. The document is streamed to its end; only the selected entity is kept, which
	 * may have 1 MiB. All other limits are those of any document, except for the number
	 * of entities, which is not limited.
	 * <p>
	 * A federation signs its document, and this signature is <strong>not
	 * verified</strong>: an attacker who can modify the document in transit can replace
	 * the certificates of the IdP. Fetch it over https from the federation itself.
	 * @param xml the document; the stream is not closed
	 * @param entityId the entity ID of the IdP
	 * @return the metadata
	 * @throws InvalidMetadataException if the document is unreadable, or the entity is
	 * not found, not unique, or not an IdP
	 * @throws IOException if reading from the stream fails
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
	 * Return why the metadata is insufficient for a connection: without a readable
	 * signing certificate, no sign-in can be verified.
	 * @return the reason, {@code null} if there is a readable signing certificate
	 */
	public @Nullable String unfitReason() {
		if (!this.signingCertificates.isEmpty()) {
			return null;
		}
		String invalid = FindingCode.CERTIFICATE_INVALID.code();
		return "the metadata has no readable signing certificate, so that no sign-in could be verified"
				+ this.findings.stream()
					.filter((finding) -> finding.code().equals(invalid))
					.map((finding) -> ". " + finding.message())
					.findFirst()
					.orElse("");
	}

	/**
	 * Return a document without leading and trailing invisible characters: white space,
	 * byte order marks and zero-width characters, which are often part of copied text,
	 * and most of which vendors reject.
	 * @param xml the document, or any other text
	 * @return the document to send
	 */
	public static String strip(String xml) {
		return Invisible.strip(xml);
	}

	/**
	 * Return the URL to send a browser to for a sign-in.
	 * @return the URL for HTTP-Redirect, otherwise the URL for HTTP-POST, {@code null} if
	 * there is neither
	 */
	public @Nullable String ssoUrl() {
		SsoUrl chosen = chosenSsoUrl();
		return (chosen != null) ? chosen.location() : null;
	}

	/**
	 * Return the binding of {@link #ssoUrl()}.
	 * @return {@link SsoUrl#HTTP_REDIRECT} or {@link SsoUrl#HTTP_POST}, {@code null} if
	 * there is neither
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
	 * Endpoint of an IdP for authentication requests.
	 *
	 * @param binding the binding, such as {@link #HTTP_REDIRECT}
	 * @param location the URL, as in the document
	 */
	public record SsoUrl(String binding, String location) {

		/** Redirect with the request in the query of the URL. */
		public static final String HTTP_REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

		/** Form that the browser posts. */
		public static final String HTTP_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

	}

}
