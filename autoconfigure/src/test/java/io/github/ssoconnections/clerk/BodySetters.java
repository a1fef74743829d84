// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.testing.Setters;

/**
 * Every setter of every body, and the JSON that it sends.
 */
final class BodySetters {

	static final Setters<AttributeMappingSettings> ATTRIBUTE_MAPPING = Setters.of(AttributeMappingSettings::new,
			(setters) -> setters.row("userId(String)", (body) -> body.userId("nameid"), "\"user_id\":\"nameid\"")
				.row("emailAddress(String)", (body) -> body.emailAddress("mail"), "\"email_address\":\"mail\"")
				.row("firstName(String)", (body) -> body.firstName("given name"), "\"first_name\":\"given name\"")
				.row("lastName(String)", (body) -> body.lastName("süß"), "\"last_name\":\"süß\""));

	static final Setters<OidcSettings> OIDC = Setters.of(OidcSettings::new, (setters) -> setters
		.row("clientId(String)", (body) -> body.clientId("acme"), "\"client_id\":\"acme\"")
		.row("clientSecret(String)", (body) -> body.clientSecret("s3cr\"et"), "\"client_secret\":\"s3cr\\\"et\"")
		.row("discoveryUrl(String)", (body) -> body.discoveryUrl("https://acme/.well-known?a=1&b=2"),
				"\"discovery_url\":\"https://acme/.well-known?a=1&b=2\"")
		.row("authUrl(String)", (body) -> body.authUrl("https://acme/authorize"),
				"\"auth_url\":\"https://acme/authorize\"")
		.row("tokenUrl(String)", (body) -> body.tokenUrl("https://acme/token"), "\"token_url\":\"https://acme/token\"")
		.row("userInfoUrl(String)", (body) -> body.userInfoUrl("https://acme/userinfo"),
				"\"user_info_url\":\"https://acme/userinfo\"")
		.row("requiresPkce(Boolean)", (body) -> body.requiresPkce(false), "\"requires_pkce\":false"));

	static final Setters<NewEnterpriseConnection> NEW_ENTERPRISE_CONNECTION = Setters.of(NewEnterpriseConnection::new,
			(setters) -> setters.row("name(String)", (body) -> body.name("Acmé & Co"), "\"name\":\"Acmé & Co\"")
				.row("provider(ConnectionProvider)", (body) -> body.provider(ConnectionProvider.OIDC_GITHUB_ENTERPRISE),
						"\"provider\":\"oidc_github_enterprise\"")
				.row("domains(List)", (body) -> body.domains(List.of()), "\"domains\":[]")
				.row("domains(String, String[])", (body) -> body.domains("acme.com", "acme.de"),
						"\"domains\":[\"acme.com\",\"acme.de\"]")
				.row("organizationId(String)", (body) -> body.organizationId("org_1"), "\"organization_id\":\"org_1\"")
				.row("allowOrganizationAccountLinking(Boolean)", (body) -> body.allowOrganizationAccountLinking(false),
						"\"allow_organization_account_linking\":false")
				.row("active(Boolean)", (body) -> body.active(true), "\"active\":true")
				.row("syncUserAttributes(Boolean)", (body) -> body.syncUserAttributes(false),
						"\"sync_user_attributes\":false")
				.row("authenticatable(Boolean)", (body) -> body.authenticatable(true), "\"authenticatable\":true")
				.row("disableJitProvisioning(Boolean)", (body) -> body.disableJitProvisioning(false),
						"\"disable_jit_provisioning\":false")
				.row("customAttributes(List)", (body) -> body.customAttributes(List.of(CustomAttribute.of("a", "b"))),
						"\"custom_attributes\":[{\"name\":\"a\",\"key\":\"b\"}]")
				.row("customAttributes(CustomAttribute, CustomAttribute[])",
						(body) -> body.customAttributes(CustomAttribute.of("a", "b"), CustomAttribute.of("c", "d")),
						"\"custom_attributes\":[{\"name\":\"a\",\"key\":\"b\"},{\"name\":\"c\",\"key\":\"d\"}]")
				.row("saml(Saml)", (body) -> body.saml(new NewEnterpriseConnection.Saml()), "\"saml\":{}")
				.row("oidc(OidcSettings)", (body) -> body.oidc(new OidcSettings()), "\"oidc\":{}"));

	static final Setters<NewEnterpriseConnection.Saml> NEW_ENTERPRISE_CONNECTION_SAML = Setters
		.of(NewEnterpriseConnection.Saml::new, (setters) -> idp(setters)
			.row("allowSubdomains(Boolean)", (body) -> body.allowSubdomains(false), "\"allow_subdomains\":false")
			.row("allowIdpInitiated(Boolean)", (body) -> body.allowIdpInitiated(true), "\"allow_idp_initiated\":true")
			.row("idpCertificate(String)", (body) -> body.idpCertificate("PEM 0"), "\"idp_certificate\":\"PEM 0\""));

	static final Setters<EnterpriseConnectionPatch> ENTERPRISE_CONNECTION_PATCH = Setters
		.of(EnterpriseConnectionPatch::new, (setters) -> setters
			.row("name(String)", (body) -> body.name(""), "\"name\":\"\"")
			.row("domains(List)", (body) -> body.domains(List.of()), "\"domains\":[]")
			.row("domains(String, String[])", (body) -> body.domains("acme.com"), "\"domains\":[\"acme.com\"]")
			.row("active(Boolean)", (body) -> body.active(false), "\"active\":false")
			.row("syncUserAttributes(Boolean)", (body) -> body.syncUserAttributes(true),
					"\"sync_user_attributes\":true")
			.row("disableAdditionalIdentifications(Boolean)", (body) -> body.disableAdditionalIdentifications(false),
					"\"disable_additional_identifications\":false")
			.row("allowOrganizationAccountLinking(Boolean)", (body) -> body.allowOrganizationAccountLinking(true),
					"\"allow_organization_account_linking\":true")
			.row("organizationId(String)", (body) -> body.organizationId("org_1"), "\"organization_id\":\"org_1\"")
			.row("authenticatable(Boolean)", (body) -> body.authenticatable(false), "\"authenticatable\":false")
			.row("disableJitProvisioning(Boolean)", (body) -> body.disableJitProvisioning(true),
					"\"disable_jit_provisioning\":true")
			.row("provider(ConnectionProvider)", (body) -> body.provider(new ConnectionProvider("saml_new")),
					"\"provider\":\"saml_new\"")
			.row("customAttributes(List)", (body) -> body.customAttributes(List.of()), "\"custom_attributes\":[]")
			.row("customAttributes(CustomAttribute, CustomAttribute[])",
					(body) -> body.customAttributes(CustomAttribute.of("a", "b")),
					"\"custom_attributes\":[{\"name\":\"a\",\"key\":\"b\"}]")
			.row("saml(Saml)", (body) -> body.saml(new EnterpriseConnectionPatch.Saml().name("SAML")),
					"\"saml\":{\"name\":\"SAML\"}")
			.row("oidc(OidcSettings)", (body) -> body.oidc(new OidcSettings().clientSecret(null)),
					"\"oidc\":{\"client_secret\":null}"));

	static final Setters<EnterpriseConnectionPatch.Saml> ENTERPRISE_CONNECTION_PATCH_SAML = Setters.of(
			EnterpriseConnectionPatch.Saml::new,
			(setters) -> idp(setters).row("name(String)", (body) -> body.name("SAML"), "\"name\":\"SAML\"")
				.row("allowSubdomains(Boolean)", (body) -> body.allowSubdomains(true), "\"allow_subdomains\":true")
				.row("allowIdpInitiated(Boolean)", (body) -> body.allowIdpInitiated(false),
						"\"allow_idp_initiated\":false")
				.row("replaceAllCertificates(String)", (body) -> body.replaceAllCertificates("PEM 0"),
						"\"idp_certificate\":\"PEM 0\""));

	static final Setters<NewSamlConnection> NEW_SAML_CONNECTION = Setters.of(NewSamlConnection::new,
			(setters) -> idp(setters).row("name(String)", (body) -> body.name("Acmé & Co"), "\"name\":\"Acmé & Co\"")
				.row("provider(ConnectionProvider)", (body) -> body.provider(ConnectionProvider.SAML_CUSTOM),
						"\"provider\":\"saml_custom\"")
				.row("domains(List)", (body) -> body.domains(Arrays.asList("acme.com", null)),
						"\"domains\":[\"acme.com\",null]")
				.row("domains(String, String[])", (body) -> body.domains("acme.com", "acme.de", "acme.fr"),
						"\"domains\":[\"acme.com\",\"acme.de\",\"acme.fr\"]")
				.row("domain(String)", (body) -> body.domain("acme.com"), "\"domain\":\"acme.com\"")
				.row("organizationId(String)", (body) -> body.organizationId("org_1"), "\"organization_id\":\"org_1\"")
				.row("idpCertificate(String)", (body) -> body.idpCertificate("PEM 0"), "\"idp_certificate\":\"PEM 0\"")
				.row("syncUserAttributes(Boolean)", (body) -> body.syncUserAttributes(true),
						"\"sync_user_attributes\":true")
				.row("authenticatable(Boolean)", (body) -> body.authenticatable(false), "\"authenticatable\":false")
				.row("disableJitProvisioning(Boolean)", (body) -> body.disableJitProvisioning(true),
						"\"disable_jit_provisioning\":true"));

	static final Setters<SamlConnectionPatch> SAML_CONNECTION_PATCH = Setters
		.of(SamlConnectionPatch::new, (setters) -> idp(setters)
			.row("name(String)", (body) -> body.name("Acme"), "\"name\":\"Acme\"")
			.row("domains(List)", (body) -> body.domains(List.of("acme.com")), "\"domains\":[\"acme.com\"]")
			.row("domains(String, String[])", (body) -> body.domains("acme.com", "acme.de"),
					"\"domains\":[\"acme.com\",\"acme.de\"]")
			.row("domain(String)", (body) -> body.domain("acme.com"), "\"domain\":\"acme.com\"")
			.row("organizationId(String)", (body) -> body.organizationId("org_1"), "\"organization_id\":\"org_1\"")
			.row("active(Boolean)", (body) -> body.active(true), "\"active\":true")
			.row("consentVerifiedDomainsDeletion(Boolean)", (body) -> body.consentVerifiedDomainsDeletion(false),
					"\"consent_verified_domains_deletion\":false")
			.row("syncUserAttributes(Boolean)", (body) -> body.syncUserAttributes(false),
					"\"sync_user_attributes\":false")
			.row("allowSubdomains(Boolean)", (body) -> body.allowSubdomains(true), "\"allow_subdomains\":true")
			.row("allowIdpInitiated(Boolean)", (body) -> body.allowIdpInitiated(false), "\"allow_idp_initiated\":false")
			.row("disableAdditionalIdentifications(Boolean)", (body) -> body.disableAdditionalIdentifications(true),
					"\"disable_additional_identifications\":true")
			.row("allowOrganizationAccountLinking(Boolean)", (body) -> body.allowOrganizationAccountLinking(false),
					"\"allow_organization_account_linking\":false")
			.row("authenticatable(Boolean)", (body) -> body.authenticatable(true), "\"authenticatable\":true")
			.row("disableJitProvisioning(Boolean)", (body) -> body.disableJitProvisioning(false),
					"\"disable_jit_provisioning\":false")
			.row("provider(ConnectionProvider)", (body) -> body.provider(ConnectionProvider.SAML_OKTA),
					"\"provider\":\"saml_okta\"")
			.row("replaceAllCertificates(String)", (body) -> body.replaceAllCertificates("PEM 0"),
					"\"idp_certificate\":\"PEM 0\""));

	private BodySetters() {
	}

	private static <B extends IdpBody<B>> Setters<B> idp(Setters<B> setters) {
		return setters
			.row("idpEntityId(String)", (body) -> body.idpEntityId("urn:acme"), "\"idp_entity_id\":\"urn:acme\"")
			.row("idpSsoUrl(String)", (body) -> body.idpSsoUrl("https://acme/sso"),
					"\"idp_sso_url\":\"https://acme/sso\"")
			.row("idpCertificates(List)", (body) -> body.idpCertificates(List.of()), "\"idp_certificates\":[]")
			.row("idpCertificates(String, String[])", (body) -> body.idpCertificates("PEM 1", "PEM\n2"),
					"\"idp_certificates\":[\"PEM 1\",\"PEM\\n2\"]")
			.row("idpMetadataUrl(String)", (body) -> body.idpMetadataUrl("https://acme/metadata"),
					"\"idp_metadata_url\":\"https://acme/metadata\"")
			.row("idpMetadata(String)", (body) -> body.idpMetadata("<EntityDescriptor entityID=\"ü\"/>"),
					"\"idp_metadata\":\"<EntityDescriptor entityID=\\\"ü\\\"/>\"")
			.row("attributeMapping(AttributeMappingSettings)",
					(body) -> body.attributeMapping(new AttributeMappingSettings().userId(null).emailAddress("mail")),
					"\"attribute_mapping\":{\"user_id\":null,\"email_address\":\"mail\"}")
			.row("forceAuthn(Boolean)", (body) -> body.forceAuthn(false), "\"force_authn\":false")
			.row("loginHint(LoginHint)", (body) -> body.loginHint(LoginHint.ofCustomAttribute("badge")),
					"\"login_hint\":{\"mode\":\"custom_attribute\",\"source\":\"badge\"}");
	}

	static Stream<Setters<?>> all() {
		return Stream.of(ATTRIBUTE_MAPPING, OIDC, NEW_ENTERPRISE_CONNECTION, NEW_ENTERPRISE_CONNECTION_SAML,
				ENTERPRISE_CONNECTION_PATCH, ENTERPRISE_CONNECTION_PATCH_SAML, NEW_SAML_CONNECTION,
				SAML_CONNECTION_PATCH);
	}

}
