// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import javax.xml.stream.XMLStreamException;

import io.github.ssoconnections.sandbox.idp.IdpDocument;

/**
 * What the vendor takes from the metadata document of an identity provider.
 *
 * @param entityId the entity id
 * @param ssoUrl the sign-on URL, of the HTTP-Redirect binding if there is one
 * @param certificates the signing certificates, in base64
 */
record IdpMetadata(String entityId, String ssoUrl, List<String> certificates) {

	static IdpMetadata parse(String xml, String parameter) {
		IdpDocument document;
		try {
			document = IdpDocument.read(xml);
		}
		catch (XMLStreamException ex) {
			throw ClerkException.unprocessable("saml_failed_to_parse_idp_metadata",
					"The IdP metadata could not be parsed.", parameter);
		}
		String entityId = document.entityId();
		String ssoUrl = document.ssoUrl();
		if (entityId == null || entityId.isEmpty() || ssoUrl == null || document.certificates().isEmpty()) {
			throw ClerkException.unprocessable("saml_metadata_missing_fields",
					"The IdP metadata must have an entity id, a sign-on URL and a signing certificate.", parameter);
		}
		return new IdpMetadata(entityId, ssoUrl, document.certificates());
	}

}
