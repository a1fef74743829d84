// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A SAML connection. A component is {@code null} if it is absent from the response.
 *
 * @param object {@code saml_connection}
 * @param id the id; empty only if it is absent from the response to a create or an update
 * @param name the display name
 * @param domain deprecated by the vendor: the first of the domains
 * @param domains the e-mail domains whose users sign in through the connection, in lower
 * case
 * @param idpEntityId the entity ID of the IdP
 * @param idpSsoUrl the SSO URL of the IdP
 * @param idpCertificate the primary signing certificate of the IdP, base64 DER without
 * PEM header and footer
 * @param idpCertificateIssuedAt the start of its validity
 * @param idpCertificateExpiresAt the end of its validity
 * @param idpCertificates every trusted signing certificate of the IdP, the primary one
 * first
 * @param idpMetadataUrl the URL that the metadata was last read from
 * @param idpMetadata the metadata document
 * @param acsUrl the ACS URL, to be set at the IdP
 * @param spEntityId the entity ID of the SP, to be set at the IdP
 * @param spMetadataUrl the URL of the metadata of the SP
 * @param organizationId the organization that users join
 * @param attributeMapping the mapping of SAML attributes to fields of the user
 * @param active whether users can sign in
 * @param provider the kind of IdP
 * @param userCount the number of users that signed in through the connection
 * @param syncUserAttributes whether the user's attributes are updated at each sign-in
 * @param allowSubdomains whether subdomains of the domains are included
 * @param allowIdpInitiated whether the IdP may start a sign-in
 * @param disableAdditionalIdentifications whether users cannot add further
 * identifications
 * @param allowOrganizationAccountLinking whether accounts are linked through the
 * membership in the organization
 * @param authenticatable whether the connection can be used to sign in
 * @param disableJitProvisioning whether the creation of users at their first sign-in is
 * disabled
 * @param forceAuthn whether the IdP must authenticate the user again at each sign-in
 * @param loginHint the value of {@code login_hint} for the IdP
 * @param enterpriseConnectionId the id of the enterprise connection, for
 * {@link EnterpriseConnectionService}
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param unknownFields the unknown fields
 */
public record SamlConnection(@Nullable String object, String id, String name, @Nullable String domain,
		@Nullable List<String> domains, @Nullable String idpEntityId, @Nullable String idpSsoUrl,
		@Nullable String idpCertificate, @Nullable Instant idpCertificateIssuedAt,
		@Nullable Instant idpCertificateExpiresAt, @Nullable List<IdpCertificate> idpCertificates,
		@Nullable String idpMetadataUrl, @Nullable String idpMetadata, @Nullable String acsUrl,
		@Nullable String spEntityId, @Nullable String spMetadataUrl, @Nullable String organizationId,
		@Nullable AttributeMapping attributeMapping, @Nullable Boolean active, @Nullable ConnectionProvider provider,
		@Nullable Long userCount, @Nullable Boolean syncUserAttributes, @Nullable Boolean allowSubdomains,
		@Nullable Boolean allowIdpInitiated, @Nullable Boolean disableAdditionalIdentifications,
		@Nullable Boolean allowOrganizationAccountLinking, @Nullable Boolean authenticatable,
		@Nullable Boolean disableJitProvisioning, @Nullable Boolean forceAuthn, @Nullable LoginHint loginHint,
		@Nullable String enterpriseConnectionId, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public SamlConnection {
		id = (id != null) ? id : "";
		name = (name != null) ? name : "";
		domains = (domains != null) ? Collections.unmodifiableList(domains) : null;
		idpCertificates = (idpCertificates != null) ? Collections.unmodifiableList(idpCertificates) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return what the administrator of the customer's IdP enters there, as far as Clerk
	 * returns it: entity ID, ACS URL and metadata URL. Clerk returns the base URL for
	 * SCIM with a directory only.
	 * @return the details
	 */
	public ServiceProviderDetails serviceProviderDetails() {
		return ServiceProviderDetails.saml(this.spEntityId, this.acsUrl, null, this.spMetadataUrl, null);
	}

}
