// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a SAML IdP within a request.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class IdpBody<B extends IdpBody<B>> extends ApiBody<B>
		permits SamlConnectionBody, NewEnterpriseConnection.Saml, EnterpriseConnectionPatch.Saml {

	IdpBody() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.strip(field, value));
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
	 * Set all trusted signing certificates of the IdP, at most five. Certificates that
	 * are not in the list are removed. Clerk moves the first valid certificate to the
	 * front.
	 * @param idpCertificates the certificates as PEM, may be {@code null}
	 * @return this body
	 */
	public B idpCertificates(@Nullable List<String> idpCertificates) {
		return put("idp_certificates", idpCertificates);
	}

	/**
	 * Set all trusted signing certificates of the IdP, at most five. Certificates that
	 * are not in the list are removed. Clerk moves the first valid certificate to the
	 * front.
	 * @param idpCertificate the first certificate as PEM
	 * @param furtherCertificates the other certificates as PEM
	 * @return this body
	 */
	public B idpCertificates(String idpCertificate, String... furtherCertificates) {
		return idpCertificates(Stream.concat(Stream.of(idpCertificate), Stream.of(furtherCertificates)).toList());
	}

	/**
	 * Set the URL of the metadata of the IdP. Clerk reads the metadata once, during this
	 * request, and replaces the individual fields of the IdP by its values.
	 * @param idpMetadataUrl the URL, may be {@code null}
	 * @return this body
	 */
	public B idpMetadataUrl(@Nullable String idpMetadataUrl) {
		return put("idp_metadata_url", idpMetadataUrl);
	}

	/**
	 * Set the metadata of the IdP. Its values replace the individual fields of the IdP.
	 * Leading and trailing byte order marks, white space and zero-width characters are
	 * removed. A well-formed document without a readable signing certificate is rejected,
	 * and nothing is sent.
	 * @param idpMetadata the XML document, may be {@code null}
	 * @return this body
	 */
	public B idpMetadata(@Nullable String idpMetadata) {
		return put(InlineMetadata.FIELD, InlineMetadata.strip(InlineMetadata.FIELD, idpMetadata));
	}

	/**
	 * Set the mapping of SAML attributes to fields of the user.
	 * @param attributeMapping the mapping, may be {@code null}
	 * @return this body
	 */
	public B attributeMapping(@Nullable AttributeMappingSettings attributeMapping) {
		return put("attribute_mapping", attributeMapping);
	}

	/**
	 * Set whether the IdP must authenticate the user again at each sign-in.
	 * @param forceAuthn whether it must, may be {@code null}
	 * @return this body
	 */
	public B forceAuthn(@Nullable Boolean forceAuthn) {
		return put("force_authn", forceAuthn);
	}

	/**
	 * Set the value of the parameter {@code login_hint} of requests to the IdP.
	 * @param loginHint the hint, may be {@code null}
	 * @return this body
	 */
	public B loginHint(@Nullable LoginHint loginHint) {
		return put("login_hint", loginHint);
	}

}
