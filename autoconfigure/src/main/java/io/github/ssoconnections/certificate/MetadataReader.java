// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the IdPs in a metadata document.
 *
 * @see <a href=
 * "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for
 * SAML 2.0</a>
 */
final class MetadataReader {

	private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

	private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

	/** Limit per MiB of the document. */
	private static final int MAX_ENTITIES = 1000;

	private static final int MAX_ENTITY_LENGTH = 1024 * 1024;

	private final MetadataXml xml;

	private final @Nullable String chosen;

	private final List<IdpEntity> idps = new ArrayList<>();

	private final int maxEntities;

	private int entities;

	private MetadataReader(MetadataXml xml, @Nullable String chosen, int maxEntities) {
		this.xml = xml;
		this.chosen = chosen;
		this.maxEntities = maxEntities;
	}

	/**
	 * Read a document to its end.
	 * @param text the document
	 * @return the IdPs for SAML 2.0, in their order
	 */
	static List<IdpEntity> read(String text) {
		int maxEntities = MAX_ENTITIES * Math.max(1, (text.length() + XmlBytes.MAX_SIZE - 1) / XmlBytes.MAX_SIZE);
		MetadataReader reader = new MetadataReader(new MetadataXml(text), null, maxEntities);
		reader.readRoot();
		return reader.idps;
	}

	/**
	 * Read one entity of a document of any length, and the document to its end.
	 * @param text the document without declaration
	 * @param entityId the entity ID
	 * @return the IdP
	 * @throws InvalidMetadataException if the entity is not found, not an IdP, or not
	 * unique
	 */
	static IdpEntity readOne(Reader text, String entityId) {
		MetadataReader reader = new MetadataReader(new MetadataXml(text), entityId, Integer.MAX_VALUE);
		reader.readRoot();
		if (reader.entities == 0) {
			throw new InvalidMetadataException(
					"There is no entity with the entity ID " + Excerpt.quoted(entityId) + " in this metadata");
		}
		if (reader.idps.isEmpty()) {
			throw new InvalidMetadataException(
					"The entity " + Excerpt.quoted(entityId) + " is no IdP for SAML 2.0: it has no 'IDPSSODescriptor'");
		}
		return reader.idps.get(0);
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
		String entityId = this.xml.attribute("entityID");
		if (this.chosen == null) {
			if (++this.entities > this.maxEntities) {
				throw this.xml.invalid("There are more than " + this.maxEntities + " entities in the document");
			}
			readEntity(entityId, enclosing);
		}
		else if (entityId == null || !Invisible.strip(entityId).equals(this.chosen)) {
			this.xml.skip();
		}
		else {
			if (++this.entities > 1) {
				throw this.xml
					.invalid("There is more than one entity with the entity ID " + Excerpt.quoted(this.chosen));
			}
			this.xml.bound(MAX_ENTITY_LENGTH);
			readEntity(entityId, enclosing);
			this.xml.bound(-1);
		}
	}

	private void readEntity(@Nullable String entityId, List<Validity> enclosing) {
		IdpEntity idp = new IdpEntity(entityId, this.xml.place(), withOwn(enclosing));
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "IDPSSODescriptor") && supportsSaml2()) {
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

	private boolean supportsSaml2() {
		String protocols = this.xml.attribute("protocolSupportEnumeration");
		return protocols == null || protocols.isBlank() || List.of(protocols.strip().split("\\s+")).contains(PROTOCOL);
	}

	private void readIdp(IdpEntity idp) {
		idp.addRole(Validity.of(this.xml), this.xml.attribute("WantAuthnRequestsSigned"), this.xml.place());
		while (this.xml.nextChild()) {
			if (this.xml.is(METADATA, "KeyDescriptor") && !KeyDescriptor.isForEncryption(this.xml)) {
				KeyDescriptor.read(this.xml).forEach(idp::addCertificates);
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

	private List<Validity> withOwn(List<Validity> enclosing) {
		List<Validity> validities = new ArrayList<>(enclosing);
		validities.add(Validity.of(this.xml));
		return validities;
	}

	/**
	 * Validity of an element, not parsed yet.
	 *
	 * @param until an {@code xs:dateTime}
	 * @param cache an {@code xs:duration}
	 * @param place the position of the element
	 */
	record Validity(@Nullable String until, @Nullable String cache, Place place) {

		private static Validity of(MetadataXml xml) {
			return new Validity(xml.attribute("validUntil"), xml.attribute("cacheDuration"), xml.place());
		}

	}

}
