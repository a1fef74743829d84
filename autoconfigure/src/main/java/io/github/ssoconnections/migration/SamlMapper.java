// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ClerkLint;
import io.github.ssoconnections.clerk.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Maps SAML connections: {@code samlp} and {@code pingfederate}.
 */
final class SamlMapper {

	private static final String ENTITY_ID = "saml.idp_entity_id";

	private static final String SSO_URL = "saml.idp_sso_url";

	private static final String CERTIFICATES = "saml.idp_certificates";

	private static final String SIGN_IN_ENDPOINT = "options.signInEndpoint";

	private final Draft draft;

	private final @Nullable IdpMetadata idp;

	private final Instant now;

	private final @Nullable String ssoUrl;

	private final @Nullable SigningCertificate certificate;

	SamlMapper(Draft draft, @Nullable IdpMetadata idp, Instant now) {
		this.draft = draft;
		this.idp = idp;
		this.now = now;
		this.ssoUrl = draft.text(SamlIdpOptions.SIGN_IN_ENDPOINT);
		this.certificate = certificate();
	}

	void map() {
		checkSecurity();
		if (this.idp != null) {
			mapMetadata(this.idp);
		}
		else {
			mapFields();
		}
		IdpInitiated idpInitiated = this.draft.read(SamlIdpOptions.IDP_INITIATED);
		boolean allowed = idpInitiated != null && Boolean.TRUE.equals(idpInitiated.get(IdpInitiated.ENABLED));
		this.draft.target().saml().allowIdpInitiated(allowed);
		this.draft.changed("options.idpinitiated", "saml.allow_idp_initiated", allowed
				? "True. The client and its query are left behind." : "False: the IdP may not start a sign-in.");
	}

	private void checkSecurity() {
		if (this.draft.isSet(SamlIdpOptions.SIGN_SAML_REQUEST)) {
			blockUnless(this.draft.override().unsignedRequestsAccepted(), "options.signSAMLRequest",
					"Auth0 signs the requests, and Clerk signs none",
					"ask the IdP's administrator to accept unsigned ones, and confirm it");
		}
		if (Draft.isPresent(this.draft.raw("decryptionKey"))) {
			blockUnless(this.draft.override().assertionsUnencrypted(), "options.decryptionKey",
					"Auth0 has a key of its own for encrypted assertions, and Clerk decrypts none",
					"ask the IdP's administrator to send them unencrypted, and confirm it");
		}
	}

	private void blockUnless(boolean confirmed, String source, String problem, String remedy) {
		if (confirmed) {
			this.draft.changed(source, null, problem + ": the change at the IdP was confirmed.");
		}
		else {
			this.draft.blocked(source, null, problem + ": " + remedy + ".");
		}
	}

	private void mapMetadata(IdpMetadata found) {
		String field = (found.url() != null) ? "idp_metadata_url" : "idp_metadata";
		if (found.url() != null) {
			this.draft.target().saml().idpMetadataUrl(found.url());
		}
		else {
			this.draft.target().saml().idpMetadata(found.xml());
		}
		this.draft.mapped(found.source(), "saml." + field, (found.url() != null)
				? "The URL goes over. Clerk reads the metadata once, at the creation." : "The document goes over.");
		if (found.problem() != null) {
			this.draft.blocked(found.source(), "saml." + field, "The metadata cannot be read: " + found.problem()
					+ ". Give the metadata or the entity ID, or run the migration again.");
		}
		SamlMetadata metadata = found.metadata();
		if (metadata != null) {
			check(found, metadata);
			this.draft.target().idp(metadata);
		}
		mapProvider(Stream
			.of(found.url(), (metadata != null) ? metadata.entityId() : null,
					(metadata != null) ? metadata.ssoUrl() : null, this.ssoUrl)
			.filter(Objects::nonNull)
			.toList());
		if (this.ssoUrl != null) {
			boolean other = metadata != null && !this.ssoUrl.equals(metadata.ssoUrl());
			this.draft.changed(SIGN_IN_ENDPOINT, SSO_URL, (metadata != null && other)
					? "Clerk takes it from the metadata, where it is " + Excerpt.quoted(text(metadata.ssoUrl())) + "."
					: "Clerk takes it from the metadata.");
		}
		if (this.certificate != null) {
			boolean other = metadata != null && !metadata.signingCertificates().contains(this.certificate);
			this.draft.changed("options.signingCert", CERTIFICATES, other
					? "Clerk takes them from the metadata, which lacks the one that Auth0 trusts: check which the IdP signs with."
					: "Clerk takes them from the metadata.");
		}
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "absent";
	}

	private void check(IdpMetadata found, SamlMetadata metadata) {
		this.draft.find(ClerkLint.check(metadata, this.now));
		String entityId = metadata.entityId();
		if (entityId == null) {
			this.draft.blocked(found.source(), ENTITY_ID,
					"The metadata has no entity ID: ask the customer for other metadata.");
		}
		else {
			this.draft.changed(null, ENTITY_ID, Excerpt.quoted(entityId) + ", from the metadata.");
		}
		String unfit = metadata.unfitReason();
		if (unfit != null) {
			this.draft.blocked(found.source(), CERTIFICATES, "Clerk cannot use it: " + unfit + ".");
		}
		if (metadata.ssoUrl() == null) {
			this.draft.blocked(found.source(), SSO_URL,
					"The metadata has no SSO URL: ask the customer for other metadata.");
		}
		if (Boolean.TRUE.equals(metadata.wantAuthnRequestsSigned())) {
			blockUnless(this.draft.override().unsignedRequestsAccepted(), found.source(),
					"The metadata wants signed requests, and Clerk signs none",
					"ask the IdP's administrator to accept unsigned ones, and confirm it");
		}
	}

	private void mapFields() {
		String entityId = this.draft.override().entityId();
		if (entityId != null) {
			this.draft.target().saml().idpEntityId(entityId);
			this.draft.changed(null, ENTITY_ID, "The entity ID was given.");
			Stream.of("metadataUrl", "metadataXml")
				.filter((name) -> Draft.isPresent(this.draft.raw(name)))
				.forEach((name) -> this.draft.notMapped("options." + name, null,
						"The entity ID was given: SSO URL and certificate are those of Auth0."));
		}
		else {
			this.draft.blocked(null, ENTITY_ID,
					"Auth0 does not have the entity ID of the IdP: ask the customer for the entity ID or the metadata.");
		}
		if (this.ssoUrl != null) {
			this.draft.target().saml().idpSsoUrl(this.ssoUrl);
			this.draft.mapped(SIGN_IN_ENDPOINT, SSO_URL, "The URL goes over.");
		}
		else {
			this.draft.blocked(SIGN_IN_ENDPOINT, SSO_URL,
					"Auth0 has no SSO URL of the IdP: ask the customer for the metadata.");
		}
		if (this.certificate != null) {
			this.draft.target().saml().idpCertificates(this.certificate.pem());
			this.draft.changed("options.signingCert", CERTIFICATES, "The certificate goes over as PEM.");
		}
		else {
			this.draft.blocked("options.signingCert", CERTIFICATES,
					"Auth0 has no readable certificate of the IdP: ask the customer for the metadata.");
		}
		mapProvider(Stream.of(entityId, this.ssoUrl).filter(Objects::nonNull).toList());
	}

	private void mapProvider(List<String> urls) {
		ConnectionProvider provider = ConnectionProvider.ofSamlUrls(urls);
		this.draft.target().connection().provider(provider);
		this.draft.changed("strategy", "provider", provider + ", by the host of the IdP. It cannot change later.");
	}

	// Auth0 uses one, and "cert" can be older than "signingCert"
	private @Nullable SigningCertificate certificate() {
		List<String> texts = new ArrayList<>();
		Stream.of(this.draft.text(SamlIdpOptions.SIGNING_CERT), this.draft.text(SamlIdpOptions.CERT))
			.filter(Objects::nonNull)
			.forEach(texts::add);
		return texts.stream()
			.limit(1)
			.flatMap((text) -> CertificateText.read(text).certificates().stream())
			.filter(SigningCertificate::isReadable)
			.findFirst()
			.orElse(null);
	}

}
