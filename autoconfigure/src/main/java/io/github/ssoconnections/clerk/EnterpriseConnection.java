// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise connection. A component other than id and name is {@code null} if it is
 * absent from the response.
 * <p>
 * The attribute mapping, the number of users and the metadata document are only available
 * from {@link SamlConnectionService#get}, with the id of {@link #saml()}.
 *
 * @param object {@code enterprise_connection}
 * @param id the id; empty only if it is absent from the response to a create or an update
 * @param name the display name, empty if it is absent from the response
 * @param provider the kind of IdP
 * @param logoPublicUrl the address of the logo
 * @param active whether users can sign in
 * @param domains the e-mail domains whose users sign in through the connection, in lower
 * case
 * @param organizationId the organization that users join
 * @param syncUserAttributes whether the user's attributes are updated at each sign-in
 * @param disableAdditionalIdentifications whether users cannot add further
 * identifications
 * @param allowOrganizationAccountLinking whether accounts are linked through the
 * membership in the organization
 * @param authenticatable whether the connection can be used to sign in
 * @param disableJitProvisioning whether the creation of users at their first sign-in is
 * disabled
 * @param customAttributes the attributes that are copied from the IdP into the user's
 * profile
 * @param saml the SAML settings, for SAML providers
 * @param oidc the OIDC settings, for OIDC providers
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param unknownFields the unknown fields
 */
public record EnterpriseConnection(@Nullable String object, String id, String name,
		@Nullable ConnectionProvider provider, @Nullable String logoPublicUrl, @Nullable Boolean active,
		@Nullable List<String> domains, @Nullable String organizationId, @Nullable Boolean syncUserAttributes,
		@Nullable Boolean disableAdditionalIdentifications, @Nullable Boolean allowOrganizationAccountLinking,
		@Nullable Boolean authenticatable, @Nullable Boolean disableJitProvisioning,
		@Nullable List<CustomAttribute> customAttributes, @JsonProperty("saml_connection") @Nullable Saml saml,
		@JsonProperty("oauth_config") @Nullable Oidc oidc, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public EnterpriseConnection {
		id = (id != null) ? id : "";
		name = (name != null) ? name : "";
		domains = (domains != null) ? Collections.unmodifiableList(domains) : null;
		customAttributes = (customAttributes != null) ? Collections.unmodifiableList(customAttributes) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether it is a SAML connection.
	 * @return whether it has SAML settings
	 */
	@JsonIgnore
	public boolean isSaml() {
		return this.saml != null;
	}

	/**
	 * Return whether it is an OIDC connection.
	 * @return whether it has OIDC settings
	 */
	@JsonIgnore
	public boolean isOidc() {
		return this.oidc != null;
	}

	/**
	 * Return what the administrator of the customer's IdP enters there, as far as Clerk
	 * returns it: for SAML, entity ID, ACS URL and metadata URL. Clerk returns no
	 * redirect URI for OIDC, and the base URL for SCIM with a directory only.
	 * @return the details, {@code null} if the connection has neither SAML nor OIDC
	 * settings
	 */
	public @Nullable ServiceProviderDetails serviceProviderDetails() {
		if (this.saml != null) {
			return ServiceProviderDetails.saml(this.saml.spEntityId(), this.saml.acsUrl(), null,
					this.saml.spMetadataUrl(), null);
		}
		return (this.oidc != null) ? ServiceProviderDetails.oidc(null) : null;
	}

	/**
	 * SAML settings of a connection.
	 *
	 * @param id the id of the SAML connection, for {@link SamlConnectionService}
	 * @param name the display name
	 * @param idpEntityId the entity ID of the IdP
	 * @param idpSsoUrl the SSO URL of the IdP
	 * @param idpMetadataUrl the URL that the metadata was last read from
	 * @param idpCertificate the primary signing certificate of the IdP, base64 DER
	 * without PEM header and footer
	 * @param idpCertificateIssuedAt the start of its validity
	 * @param idpCertificateExpiresAt the end of its validity
	 * @param idpCertificates every trusted signing certificate of the IdP, the primary
	 * one first
	 * @param acsUrl the ACS URL, to be set at the IdP
	 * @param spEntityId the entity ID of the SP, to be set at the IdP
	 * @param spMetadataUrl the URL of the metadata of the SP
	 * @param active whether users can sign in
	 * @param allowIdpInitiated whether the IdP may start a sign-in
	 * @param allowSubdomains whether subdomains of the domains are included
	 * @param forceAuthn whether the IdP must authenticate the user again at each sign-in
	 * @param loginHint the value of {@code login_hint} for the IdP
	 * @param unknownFields the unknown fields
	 */
	public record Saml(@Nullable String id, @Nullable String name, @Nullable String idpEntityId,
			@Nullable String idpSsoUrl, @Nullable String idpMetadataUrl, @Nullable String idpCertificate,
			@Nullable Instant idpCertificateIssuedAt, @Nullable Instant idpCertificateExpiresAt,
			@Nullable List<IdpCertificate> idpCertificates, @Nullable String acsUrl, @Nullable String spEntityId,
			@Nullable String spMetadataUrl, @Nullable Boolean active, @Nullable Boolean allowIdpInitiated,
			@Nullable Boolean allowSubdomains, @Nullable Boolean forceAuthn, @Nullable LoginHint loginHint,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Saml {
			idpCertificates = (idpCertificates != null) ? Collections.unmodifiableList(idpCertificates) : null;
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

	/**
	 * OIDC settings of a connection. Responses never contain the client secret.
	 *
	 * @param id the id of the configuration
	 * @param name the display name
	 * @param providerKey the key of the provider, such as {@code oidc_custom}
	 * @param clientId the client id at the IdP
	 * @param discoveryUrl the discovery URL
	 * @param authUrl the authorization endpoint
	 * @param tokenUrl the token endpoint
	 * @param userInfoUrl the userinfo endpoint
	 * @param requiresPkce whether PKCE is required
	 * @param logoPublicUrl the address of the logo
	 * @param createdAt when it was created
	 * @param updatedAt when it was last changed
	 * @param unknownFields the unknown fields
	 */
	public record Oidc(@Nullable String id, @Nullable String name, @Nullable String providerKey,
			@Nullable String clientId, @Nullable String discoveryUrl, @Nullable String authUrl,
			@Nullable String tokenUrl, @Nullable String userInfoUrl, @Nullable Boolean requiresPkce,
			@Nullable String logoPublicUrl, @Nullable Instant createdAt, @Nullable Instant updatedAt,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Oidc {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
