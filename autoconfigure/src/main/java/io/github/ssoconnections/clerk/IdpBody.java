// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * What every request that describes a SAML IdP can set.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class IdpBody<B extends IdpBody<B>> extends ApiBody<B>
		permits NewSamlConnection, SamlConnectionPatch, NewEnterpriseConnection.Saml, EnterpriseConnectionPatch.Saml {

	IdpBody() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.stripped(field, value));
	}

	/**
	 * Set the entity ID of the IdP.
	 * @param idpEntityId the entity ID, may be {@code null}
	 * @return this body
	 */
	public B idpEntityId(@Nullable String idpEntityId) {
		return put("idp_entity_id", idpEntityId);
	}

	/**
	 * Set the SSO URL of the IdP.
	 * @param idpSsoUrl the URL, may be {@code null}
	 * @return this body
	 */
	public B idpSsoUrl(@Nullable String idpSsoUrl) {
		return put("idp_sso_url", idpSsoUrl);
	}

	/**
	 * Set the whole list of trusted signing certificates of the IdP, at most five: those
	 * that are not in it are no longer trusted. Clerk moves the first valid one to the
	 * front.
	 * @param idpCertificates the certificates as PEM, may be {@code null}
	 * @return this body
	 */
	public B idpCertificates(@Nullable List<String> idpCertificates) {
		return put("idp_certificates", idpCertificates);
	}

	/**
	 * Set the whole list of trusted signing certificates of the IdP, at most five: those
	 * that are not in it are no longer trusted. Clerk moves the first valid one to the
	 * front.
	 * @param idpCertificate the first certificate as PEM
	 * @param furtherCertificates the other certificates as PEM
	 * @return this body
	 */
	public B idpCertificates(String idpCertificate, String... furtherCertificates) {
		return idpCertificates(Stream.concat(Stream.of(idpCertificate), Stream.of(furtherCertificates)).toList());
	}

	/**
	 * Set the URL of the metadata of the IdP. Clerk reads it once, now, and what it says
	 * replaces the individual fields of the IdP.
	 * @param idpMetadataUrl the URL, may be {@code null}
	 * @return this body
	 */
	public B idpMetadataUrl(@Nullable String idpMetadataUrl) {
		return put("idp_metadata_url", idpMetadataUrl);
	}

	/**
	 * Set the metadata of the IdP. What it says replaces the individual fields of the
	 * IdP. Byte order marks, white space and characters of no width around it are not
	 * sent. A document that can be read and has no signing certificate that can be is
	 * rejected before anything is sent.
	 * @param idpMetadata the XML document, may be {@code null}
	 * @return this body
	 */
	public B idpMetadata(@Nullable String idpMetadata) {
		return put(InlineMetadata.FIELD, InlineMetadata.stripped(InlineMetadata.FIELD, idpMetadata));
	}

	/**
	 * Set which SAML attribute fills which field of the user.
	 * @param attributeMapping the mapping, may be {@code null}
	 * @return this body
	 */
	public B attributeMapping(@Nullable AttributeMappingSettings attributeMapping) {
		return put("attribute_mapping", attributeMapping);
	}

	/**
	 * Set whether the IdP must ask the user again at each sign-in.
	 * @param forceAuthn whether it must, may be {@code null}
	 * @return this body
	 */
	public B forceAuthn(@Nullable Boolean forceAuthn) {
		return put("force_authn", forceAuthn);
	}

	/**
	 * Set what is sent to the IdP as {@code login_hint}.
	 * @param loginHint the hint, may be {@code null}
	 * @return this body
	 */
	public B loginHint(@Nullable LoginHint loginHint) {
		return put("login_hint", loginHint);
	}

}
