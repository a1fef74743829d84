// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.Locale;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

/**
 * What was entered about the customer's IdP.
 *
 * @param kind how the IdP is described
 * @param url the URL of the metadata
 * @param xml the metadata of a file, {@code null} without a file
 * @param fileName the name of the file
 * @param entityId the entity ID
 * @param ssoUrl the SSO URL
 * @param certificate the signing certificate
 * @param issuer the issuer
 * @param clientId the client ID
 * @param clientSecret the client secret, which no page shows
 */
record IdpInput(Kind kind, String url, @Nullable String xml, String fileName, String entityId, String ssoUrl,
		String certificate, String issuer, String clientId, @Nullable Secret clientSecret) {

	static final IdpInput EMPTY = new IdpInput(Kind.URL, "", null, "", "", "", "", "", "", null);

	/**
	 * Read a form. What cannot be sent back to the page, the file and the secret, is kept
	 * if the form has none.
	 * @param form the form
	 * @param before what was entered before
	 * @return what was entered
	 */
	static IdpInput of(FormFields form, IdpInput before) {
		String secret = form.get("clientSecret");
		byte[] file = form.file();
		return new IdpInput(Kind.of(form.get("kind")), form.get("url"),
				(file != null) ? SamlMetadata.decode(file) : before.xml(),
				(file != null) ? form.fileName() : before.fileName(), form.get("entityId"), form.get("ssoUrl"),
				form.get("certificate"), form.get("issuer"), form.get("clientId"),
				secret.isEmpty() ? before.clientSecret() : Secret.of(secret));
	}

	IdpSettings toSettings() {
		return switch (this.kind) {
			case URL -> IdpSettings.metadataUrl(required(this.url, "Enter the URL of the metadata."));
			case FILE -> IdpSettings
				.metadata(required((this.xml != null) ? this.xml : "", "Choose the file with the metadata."));
			case SAML -> IdpSettings.saml(required(this.entityId, "Enter the entity ID of the IdP."),
					required(this.ssoUrl, "Enter the SSO URL of the IdP."),
					required(this.certificate, "Enter the signing certificate of the IdP."));
			case OIDC -> IdpSettings.oidc(required(this.issuer, "Enter the issuer."),
					required(this.clientId, "Enter the client ID."), this.clientSecret);
		};
	}

	private static String required(String value, String message) {
		InvalidFormException.check(!value.isEmpty(), message);
		return value;
	}

	IdpInput withoutSecret() {
		return new IdpInput(this.kind, this.url, null, this.fileName, this.entityId, this.ssoUrl, this.certificate,
				this.issuer, this.clientId, null);
	}

	/**
	 * How an IdP is described.
	 */
	enum Kind {

		URL, FILE, SAML, OIDC;

		static Kind of(String name) {
			for (Kind kind : values()) {
				if (kind.id().equals(name)) {
					return kind;
				}
			}
			throw new InvalidFormException("Choose how the IdP is described.");
		}

		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		String protocol() {
			return (this == OIDC) ? ServiceProviderDetails.OIDC : ServiceProviderDetails.SAML;
		}

	}

}
