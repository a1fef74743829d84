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
 * Cursor over the elements of an XML document, with limits. Uses the parser of the JDK,
 * as a parser on the class path may support other settings.
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
	 * Create a cursor.
	 * @param text the document without declaration, which {@link XmlScan} checks before
	 * it is read
	 */
	MetadataXml(Reader text) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("External entities are not supported");
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
	 * Limit the length of the following text.
	 * @param characters the maximum number of characters, negative for no limit
	 */
	void bound(int characters) {
		this.bound = (characters < 0) ? -1 : this.reader.getLocation().getCharacterOffset() + characters;
	}

	/**
	 * Move to the next child of the current element, after its start or the end of its
	 * previous child.
	 * @return whether there is a child; if not, the element has ended
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

	/** Move to the end of the element that has just started. */
	void skip() {
		int parent = this.depth - 1;
		while (this.depth > parent) {
			next();
		}
	}

	/**
	 * Read the element that has just started to its end. Text before and after comments
	 * and processing instructions is concatenated.
	 * @return the text, {@code null} if the element contains another element
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
	 * Return an attribute of the element that has just started.
	 * @param name the name, without a namespace
	 * @return the value, {@code null} if it is absent
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
	 * Return an attribute with a namespace of the element that has just started.
	 * @param namespace the namespace
	 * @param name the name
	 * @return the value, {@code null} if it is absent
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

	// Without the cause, whose message may contain the document
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
