// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reader of the certificates in a {@code KeyDescriptor} of metadata.
 */
final class KeyDescriptor {

	private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

	private KeyDescriptor() {
	}

	static boolean isForEncryption(MetadataXml xml) {
		String use = xml.attribute("use");
		return use != null && use.strip().equalsIgnoreCase("encryption");
	}

	/**
	 * Read the element that has just started to its end.
	 * @param xml the document
	 * @return the certificates of each {@code X509Data}
	 */
	static List<List<IdpEntity.Value>> read(MetadataXml xml) {
		List<List<IdpEntity.Value>> certificates = new ArrayList<>();
		forEachChild(xml, "KeyInfo",
				() -> forEachChild(xml, "X509Data", () -> certificates.add(readCertificates(xml))));
		return certificates;
	}

	private static List<IdpEntity.Value> readCertificates(MetadataXml xml) {
		List<IdpEntity.Value> certificates = new ArrayList<>();
		forEachChild(xml, "X509Certificate", () -> {
			Place place = xml.place();
			certificates.add(new IdpEntity.Value(xml.text(), place));
		});
		return certificates;
	}

	private static void forEachChild(MetadataXml xml, String name, Runnable read) {
		while (xml.nextChild()) {
			if (xml.is(SIGNATURE, name)) {
				read.run();
			}
			else {
				xml.skip();
			}
		}
	}

}
