// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The metadata document of an identity provider, as vendors read it.
 *
 * @param entityId the entity id
 * @param redirectUrl the sign-on URL of the HTTP-Redirect binding
 * @param postUrl the sign-on URL of the HTTP-POST binding
 * @param logoutUrl the first sign-out URL
 * @param certificates the signing certificates as they are written
 */
public record IdpDocument(@Nullable String entityId, @Nullable String redirectUrl, @Nullable String postUrl,
		@Nullable String logoutUrl, List<String> certificates) {

	/**
	 * The HTTP-Redirect binding.
	 */
	public static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

	/**
	 * The HTTP-POST binding.
	 */
	public static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

	/**
	 * Read a document.
	 * @param xml the document
	 * @return what it says
	 * @throws XMLStreamException if it is no metadata document
	 */
	public static IdpDocument read(String xml) throws XMLStreamException {
		Reading reading = new Reading();
		reading.read(factory().createXMLStreamReader(new StringReader(xml)));
		return new IdpDocument(reading.entityId, reading.redirectUrl, reading.postUrl, reading.logoutUrl,
				reading.certificates);
	}

	/**
	 * Return the URL that vendors take.
	 * @return the sign-on URL, of the HTTP-Redirect binding if there is one
	 */
	public @Nullable String ssoUrl() {
		return (this.redirectUrl != null) ? this.redirectUrl : this.postUrl;
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/**
	 * Where the reader of a document has come to. Of an aggregate it takes the first
	 * identity provider.
	 */
	private static final class Reading {

		private @Nullable String entityId;

		private @Nullable String redirectUrl;

		private @Nullable String postUrl;

		private @Nullable String logoutUrl;

		private final List<String> certificates = new ArrayList<>();

		private boolean identityProvider;

		private boolean signing;

		private boolean complete;

		void read(XMLStreamReader reader) throws XMLStreamException {
			boolean root = true;
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.DTD) {
					throw new XMLStreamException("A DOCTYPE is not allowed");
				}
				if (event == XMLStreamConstants.START_ELEMENT) {
					requireMetadata(root, reader.getLocalName());
					root = false;
					if (!this.complete) {
						start(reader);
					}
				}
				else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("IDPSSODescriptor")) {
					this.complete = true;
				}
			}
		}

		private void requireMetadata(boolean root, String name) throws XMLStreamException {
			if (root && !name.equals("EntityDescriptor") && !name.equals("EntitiesDescriptor")) {
				throw new XMLStreamException("Not a metadata document");
			}
		}

		private void start(XMLStreamReader reader) throws XMLStreamException {
			String use = reader.getAttributeValue(null, "use");
			switch (reader.getLocalName()) {
				case "EntityDescriptor":
					this.entityId = reader.getAttributeValue(null, "entityID");
					break;
				case "IDPSSODescriptor":
					this.identityProvider = true;
					break;
				case "KeyDescriptor":
					this.signing = !"encryption".equals(use);
					break;
				case "X509Certificate":
					certificate(reader.getElementText());
					break;
				case "SingleSignOnService":
					endpoint(reader.getAttributeValue(null, "Binding"), reader.getAttributeValue(null, "Location"));
					break;
				case "SingleLogoutService":
					if (this.logoutUrl == null) {
						this.logoutUrl = reader.getAttributeValue(null, "Location");
					}
					break;
				default:
			}
		}

		private void certificate(String text) {
			if (this.identityProvider && this.signing) {
				this.certificates.add(text);
			}
		}

		private void endpoint(@Nullable String binding, @Nullable String location) {
			if (REDIRECT.equals(binding)) {
				this.redirectUrl = location;
			}
			else if (POST.equals(binding)) {
				this.postUrl = location;
			}
		}

	}

}
