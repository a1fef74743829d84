// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes the SAML 2.0 metadata document of an identity provider.
 */
public final class TestMetadata {

	private TestMetadata() {
	}

	/**
	 * Write a metadata document with one HTTP-Redirect endpoint.
	 * @param entityId the identity provider's entity id
	 * @param ssoUrl its sign-on URL
	 * @param certificates its signing certificates, as PEM or as base64 without armour
	 * @return the document
	 */
	public static String xml(String entityId, String ssoUrl, String... certificates) {
		String keys = Arrays.stream(certificates).map(TestMetadata::key).collect(Collectors.joining());
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
				  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
				%s    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>
				  </md:IDPSSODescriptor>
				</md:EntityDescriptor>
				"""
			.formatted(escape(entityId), keys, escape(ssoUrl));
	}

	private static String key(String certificate) {
		return """
				    <md:KeyDescriptor use="signing">
				      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
				    </md:KeyDescriptor>
				"""
			.formatted(TestCertificates.withoutArmour(certificate));
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

}
