// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.Assert;

/**
 * Reader of WS-Federation metadata, as published by AD FS. The signing certificates of
 * the security token service are in a {@code RoleDescriptor}, which is not part of SAML
 * 2.0.
 */
public final class FederationMetadata {

	private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

	private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

	private static final String TOKEN_SERVICE = "SecurityTokenServiceType";

	private static final int MAX_CERTIFICATES = 200;

	private final MetadataXml xml;

	private final Set<SigningCertificate> certificates = new LinkedHashSet<>();

	private int unreadable;

	private FederationMetadata(MetadataXml xml) {
		this.xml = xml;
	}

	/**
	 * Read the signing certificates of the security token services in a document.
	 * Unreadable certificates are omitted.
	 * @param xml the document, optionally with a byte order mark
	 * @return the certificates, each once, empty if there is no security token service
	 * @throws InvalidMetadataException if the document is unreadable, or all of its
	 * certificates are
	 */
	public static List<SigningCertificate> signingCertificates(String xml) {
		Assert.notNull(xml, "'xml' must not be null");
		if (xml.length() > XmlBytes.MAX_SIZE) {
			throw new InvalidMetadataException("The document is larger than 1 MiB");
		}
		FederationMetadata metadata = new FederationMetadata(
				new MetadataXml(xml.startsWith("\uFEFF") ? xml.substring(1) : xml));
		metadata.readEntities();
		if (metadata.certificates.isEmpty() && metadata.unreadable > 0) {
			throw new InvalidMetadataException("No certificate of the security token service can be read");
		}
		return List.copyOf(metadata.certificates);
	}

	private void readEntities() {
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "EntityDescriptor") || this.xml.is(METADATA, "EntitiesDescriptor")) {
				readEntities();
			}
			else if (this.xml.is(METADATA, "RoleDescriptor") && isTokenService()) {
				readRole();
			}
			else {
				this.xml.skip();
			}
		}
	}

	private boolean isTokenService() {
		String type = this.xml.attribute(SCHEMA_INSTANCE, "type");
		return type != null && type.strip().substring(type.strip().indexOf(':') + 1).equals(TOKEN_SERVICE);
	}

	private void readRole() {
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "KeyDescriptor") && !KeyDescriptor.isForEncryption(this.xml)) {
				KeyDescriptor.read(this.xml).forEach((certificates) -> certificates.forEach(this::add));
			}
			else {
				this.xml.skip();
			}
		}
	}

	private void add(IdpEntity.Value certificate) {
		if (this.certificates.size() + this.unreadable >= MAX_CERTIFICATES) {
			throw new InvalidMetadataException(
					"There are more than " + MAX_CERTIFICATES + " certificates in the document", certificate.place());
		}
		try {
			this.certificates.add(SigningCertificate.parse(certificate.toString()));
		}
		catch (InvalidCertificateException ex) {
			this.unreadable++;
		}
	}

}
