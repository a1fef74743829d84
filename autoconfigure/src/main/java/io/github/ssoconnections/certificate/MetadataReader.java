// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Collects the IdPs of a metadata document.
 *
 * @see <a href=
 * "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for
 * SAML 2.0</a>
 */
final class MetadataReader {

	private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

	private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

	private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

	/** In a document of 1 MiB, and as many more in a larger one. */
	private static final int MAX_ENTITIES = 1000;

	private static final int MAX_ENTITY_ID_LENGTH = 1024;

	private final MetadataXml xml;

	private final List<IdpEntity> idps = new ArrayList<>();

	private final int maxEntities;

	private int entities;

	private MetadataReader(MetadataXml xml, int length) {
		this.xml = xml;
		this.maxEntities = MAX_ENTITIES * Math.max(1, (length + XmlBytes.MAX_SIZE - 1) / XmlBytes.MAX_SIZE);
	}

	/**
	 * Read a document to its end.
	 * @param text the document
	 * @return the IdPs for SAML 2.0 in it, in their order
	 */
	static List<IdpEntity> read(String text) {
		MetadataReader reader = new MetadataReader(new MetadataXml(text), text.length());
		reader.readRoot();
		return reader.idps;
	}

	private void readRoot() {
		this.xml.nextChild();
		if (this.xml.is(METADATA, "EntityDescriptor")) {
			readEntity(List.of());
		}
		else if (this.xml.is(METADATA, "EntitiesDescriptor")) {
			readEntities(List.of());
		}
		else {
			throw this.xml.invalid("The root element is " + Excerpt.quoted(this.xml.name()) + " in the namespace "
					+ Excerpt.quoted(Objects.requireNonNullElse(this.xml.namespace(), ""))
					+ ", and not 'EntityDescriptor' or 'EntitiesDescriptor' in '" + METADATA + "'");
		}
		this.xml.nextChild();
	}

	private void readEntities(List<Validity> enclosing) {
		List<Validity> validities = withOwn(enclosing);
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "EntityDescriptor")) {
				readEntity(validities);
			}
			else if (this.xml.is(METADATA, "EntitiesDescriptor")) {
				readEntities(validities);
			}
			else {
				this.xml.skip();
			}
		}
	}

	private void readEntity(List<Validity> enclosing) {
		if (++this.entities > this.maxEntities) {
			throw this.xml.invalid("There are more than " + this.maxEntities + " entities in the document");
		}
		String entityId = this.xml.attribute("entityID");
		if (entityId != null && entityId.length() > MAX_ENTITY_ID_LENGTH) {
			throw this.xml.invalid("An entity ID is longer than " + MAX_ENTITY_ID_LENGTH + " characters");
		}
		IdpEntity idp = new IdpEntity(entityId, withOwn(enclosing));
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "IDPSSODescriptor") && speaksSaml2()) {
				readIdp(idp);
			}
			else {
				this.xml.skip();
			}
		}
		if (idp.isIdp()) {
			this.idps.add(idp);
		}
	}

	private boolean speaksSaml2() {
		String protocols = this.xml.attribute("protocolSupportEnumeration");
		return protocols == null || List.of(protocols.strip().split("\\s+")).contains(PROTOCOL);
	}

	private void readIdp(IdpEntity idp) {
		idp.addRole(Validity.of(this.xml), this.xml.attribute("WantAuthnRequestsSigned"), this.xml.place());
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "KeyDescriptor") && !"encryption".equals(this.xml.attribute("use"))) {
				readKey(idp);
			}
			else if (this.xml.is(METADATA, "SingleSignOnService")) {
				idp.addSsoUrl(this.xml.attribute("Binding"), this.xml.attribute("Location"), this.xml.place());
				this.xml.skip();
			}
			else if (this.xml.is(METADATA, "NameIDFormat")) {
				Place place = this.xml.place();
				idp.addNameIdFormat(this.xml.text(), place);
			}
			else {
				this.xml.skip();
			}
		}
	}

	private void readKey(IdpEntity idp) {
		while (this.xml.nextChild()) {
			if (this.xml.is(SIGNATURE, "KeyInfo")) {
				readKeyInfo(idp);
			}
			else {
				this.xml.skip();
			}
		}
	}

	private void readKeyInfo(IdpEntity idp) {
		while (this.xml.nextChild()) {
			if (this.xml.is(SIGNATURE, "X509Data")) {
				idp.addCertificates(readCertificates());
			}
			else {
				this.xml.skip();
			}
		}
	}

	private List<IdpEntity.Value> readCertificates() {
		List<IdpEntity.Value> certificates = new ArrayList<>();
		while (this.xml.nextChild()) {
			if (this.xml.is(SIGNATURE, "X509Certificate")) {
				Place place = this.xml.place();
				certificates.add(new IdpEntity.Value(this.xml.text(), place));
			}
			else {
				this.xml.skip();
			}
		}
		return certificates;
	}

	private List<Validity> withOwn(List<Validity> enclosing) {
		List<Validity> validities = new ArrayList<>(enclosing);
		validities.add(Validity.of(this.xml));
		return validities;
	}

	/**
	 * What an element says of how long it may be used, not yet read.
	 *
	 * @param until an {@code xs:dateTime}
	 * @param cache an {@code xs:duration}
	 * @param place where the element is
	 */
	record Validity(@Nullable String until, @Nullable String cache, Place place) {

		private static Validity of(MetadataXml xml) {
			return new Validity(xml.attribute("validUntil"), xml.attribute("cacheDuration"), xml.place());
		}

	}

}
