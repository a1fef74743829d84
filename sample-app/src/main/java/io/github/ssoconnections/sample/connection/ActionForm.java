// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.util.Map;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.onboarding.CertificateReplacement;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Fields of the forms of a connection.
 *
 * @param fields the fields
 */
record ActionForm(MultiValueMap<String, String> fields) {

	private @Nullable String get(String name) {
		return this.fields.getFirst(name);
	}

	@Nullable String state() {
		return get("_state");
	}

	@Nullable String typedName() {
		return get("confirm");
	}

	String newName() {
		String name = get("name");
		return (name != null) ? name.strip() : "";
	}

	String sha256() {
		String sha256 = get("sha256");
		return (sha256 != null) ? sha256 : "";
	}

	SigningCertificate certificate() {
		String pem = get("certificate");
		return SigningCertificate.parse((pem != null) ? pem : "");
	}

	/**
	 * Return what was entered into a form that is shown again.
	 * @param action the action of the form
	 * @return what the page needs for it
	 */
	Map<String, String> entered(Action action) {
		String pem = get("certificate");
		return (pem != null) ? Map.of("entered", action.path(), "certificate", pem) : Map.of();
	}

	CertificateReplacement replacement() {
		CertificateReplacement replacement = CertificateReplacement.of(certificate());
		if (!sha256().isEmpty()) {
			replacement = replacement.replacing(sha256());
		}
		return (get("give-up-metadata-url") != null) ? replacement.givingUpMetadataUrl() : replacement;
	}

}
