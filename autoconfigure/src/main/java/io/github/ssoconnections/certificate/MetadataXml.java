// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of an XML document, within bounds. The JDK's own parser, since
 * the class path may hold one whose settings differ.
 */
final class MetadataXml {

	private static final int MAX_TEXT_LENGTH = 128 * 1024;

	private final XMLStreamReader reader;

	private int depth;

	private int bound = -1;

	MetadataXml(String text) {
		this(reader(text));
	}

	/**
	 * Create a walk.
	 * @param text the document without declaration, of which {@link XmlScan} has seen
	 * what is read
	 */
	MetadataXml(Reader text) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("Nothing outside the document is read");
		});
		try {
			this.reader = factory.createXMLStreamReader(text);
		}
		catch (XMLStreamException ex) {
			throw notWellFormed(ex);
		}
	}

	private static Reader reader(String text) {
		String stripped = XmlProlog.strip(text);
		XmlProlog.checkRoot(stripped);
		new XmlScan().accept(stripped, 0, stripped.length());
		return new StringReader(stripped);
	}

	/**
	 * Bound the length of what follows.
	 * @param characters how much it may be, negative for any length
	 */
	void bound(int characters) {
		this.bound = (characters < 0) ? -1 : this.reader.getLocation().getCharacterOffset() + characters;
	}

	/**
	 * Go on to the next child of the element whose start, or whose previous child's end,
	 * was the last thing read.
	 * @return whether there is one; if not, the element has ended
	 */
	boolean nextChild() {
		while (true) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
			if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
				return false;
			}
		}
	}

	/** Go on to the end of the element that has just begun. */
	void skip() {
		int parent = this.depth - 1;
		while (this.depth > parent) {
			next();
		}
	}

	/**
	 * Read the element that has just begun to its end. Comments and processing
	 * instructions divide no text: a value must not end where one of them stands.
	 * @return all of its text, {@code null} if there is an element in it
	 */
	@Nullable String text() {
		String element = name();
		int parent = this.depth - 1;
		StringBuilder text = new StringBuilder();
		boolean plain = true;
		while (this.depth > parent) {
			int event = next();
			switch (event) {
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (text.length() + this.reader.getTextLength() > MAX_TEXT_LENGTH) {
						throw invalid("The text of '" + element + "' is longer than 128 KiB");
					}
					text.append(this.reader.getTextCharacters(), this.reader.getTextStart(),
							this.reader.getTextLength());
				}
				case XMLStreamConstants.START_ELEMENT -> {
					plain = false;
				}
				default -> {
				}
			}
		}
		return (plain) ? text.toString() : null;
	}

	boolean is(String namespace, String name) {
		return name.equals(name()) && namespace.equals(namespace());
	}

	String name() {
		return this.reader.getLocalName();
	}

	@Nullable String namespace() {
		return this.reader.getNamespaceURI();
	}

	/**
	 * Return an attribute of the element that has just begun.
	 * @param name its name, without a namespace
	 * @return its value, or {@code null} if it is not there
	 */
	@Nullable String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			String namespace = this.reader.getAttributeNamespace(i);
			if ((namespace == null || namespace.isEmpty()) && name.equals(this.reader.getAttributeLocalName(i))) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	/**
	 * Return an attribute of a namespace of the element that has just begun.
	 * @param namespace its namespace
	 * @param name its name
	 * @return its value, or {@code null} if it is not there
	 */
	@Nullable String attribute(String namespace, String name) {
		return this.reader.getAttributeValue(namespace, name);
	}

	Place place() {
		return new Place(Math.max(1, this.reader.getLocation().getLineNumber()),
				Math.max(1, this.reader.getLocation().getColumnNumber()));
	}

	InvalidMetadataException invalid(String message) {
		return new InvalidMetadataException(message, place());
	}

	private int next() {
		try {
			int event = this.reader.next();
			switch (event) {
				case XMLStreamConstants.START_ELEMENT -> this.depth++;
				case XMLStreamConstants.END_ELEMENT -> this.depth--;
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw invalid("There is a DOCTYPE or an entity, which metadata must not have");
				default -> {
				}
			}
			if (this.bound >= 0 && this.reader.getLocation().getCharacterOffset() > this.bound) {
				throw invalid("The entity is larger than 1 MiB");
			}
			return event;
		}
		catch (XMLStreamException ex) {
			throw notWellFormed(ex);
		}
	}

	// Without the cause, which may quote any length of the document
	private static InvalidMetadataException notWellFormed(XMLStreamException ex) {
		if (ex.getNestedException() instanceof IOException failure) {
			throw new UncheckedIOException(failure);
		}
		String message = String.valueOf(ex.getMessage())
			.replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "")
			.replaceFirst("^http://www\\.w3\\.org/TR/[^#]*#(\\w+)\\?", "$1 ");
		Place place = (ex.getLocation() != null) ? new Place(Math.max(1, ex.getLocation().getLineNumber()),
				Math.max(1, ex.getLocation().getColumnNumber())) : new Place(1, 1);
		return new InvalidMetadataException("This is not well-formed XML: " + Excerpt.of(message.strip(), 200), place);
	}

}
