// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * What the vendor takes from the metadata document of an identity provider.
 *
 * @param entityId the entity id
 * @param ssoUrl the sign-on URL, of the HTTP-Redirect binding if there is one
 * @param certificates the signing certificates, in base64
 */
record IdpMetadata(String entityId, String ssoUrl, List<String> certificates) {

	private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

	private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

	static IdpMetadata parse(String xml, String parameter) {
		Reading reading = new Reading();
		try {
			reading.read(factory().createXMLStreamReader(new StringReader(xml)));
		}
		catch (XMLStreamException ex) {
			throw ClerkException.unprocessable("saml_failed_to_parse_idp_metadata",
					"The IdP metadata could not be parsed.", parameter);
		}
		String ssoUrl = (reading.redirectUrl != null) ? reading.redirectUrl : reading.postUrl;
		if (reading.entityId == null || reading.entityId.isEmpty() || ssoUrl == null
				|| reading.certificates.isEmpty()) {
			throw ClerkException.unprocessable("saml_metadata_missing_fields",
					"The IdP metadata must have an entity id, a sign-on URL and a signing certificate.", parameter);
		}
		return new IdpMetadata(reading.entityId, ssoUrl, reading.certificates);
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
