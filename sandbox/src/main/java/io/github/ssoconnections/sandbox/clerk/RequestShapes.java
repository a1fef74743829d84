// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Shape;

/**
 * What each write of the vendor's document may carry, with the fields that are newer than
 * the document.
 */
final class RequestShapes {

	static final List<String> SAML_PROVIDERS = List.of("saml_custom", "saml_okta", "saml_google", "saml_microsoft");

	static final List<String> PROVIDERS = List.of("saml_custom", "saml_okta", "saml_google", "saml_microsoft",
			"oidc_custom", "oidc_github_enterprise", "oidc_gitlab");

	private static final Shape LOGIN_HINT = Shape.of(
			Field.string("mode").mustBeThere().oneOf(List.of("email_address", "custom_attribute", "off")),
			Field.string("source"));

	private static final Shape CUSTOM_ATTRIBUTE = Shape.of(Field.string("name").mustBeThere().matching(".+"),
			Field.string("key").mustBeThere().matching("[^_][A-Za-z0-9_-]*"), Field.string("sso_path"),
			Field.string("scim_path"), Field.string("directory_path"), Field.bool("multi_valued"));

	private static final Shape ENTERPRISE_ATTRIBUTE_MAPPING = Shape.of(Field.string("user_id").orNull(),
			Field.string("email_address").orNull(), Field.string("first_name").orNull(),
			Field.string("last_name").orNull());

	private static final Shape SAML_ATTRIBUTE_MAPPING = Shape.of(Field.string("user_id"), Field.string("email_address"),
			Field.string("first_name"), Field.string("last_name"));

	private static final Field[] IDP = { Field.string("idp_entity_id").orNull(), Field.string("idp_sso_url").orNull(),
			Field.string("idp_certificate").orNull(), Field.strings("idp_certificates").orNull(),
			Field.string("idp_metadata_url").orNull(), Field.string("idp_metadata").orNull(),
			Field.object("login_hint", LOGIN_HINT).orNull() };

	private static final Field[] NEWER = { Field.bool("authenticatable").orNull(),
			Field.bool("disable_jit_provisioning").orNull() };

	private static final Field[] NESTED_SAML = {
			Field.object("attribute_mapping", ENTERPRISE_ATTRIBUTE_MAPPING).orNull(),
			Field.bool("allow_subdomains").orNull(), Field.bool("allow_idp_initiated").orNull(),
			Field.bool("force_authn").orNull() };

	private static final Shape OIDC = Shape.of(Field.string("client_id").orNull(),
			Field.string("client_secret").orNull(), Field.string("discovery_url").orNull(),
			Field.string("auth_url").orNull(), Field.string("token_url").orNull(),
			Field.string("user_info_url").orNull(), Field.bool("requires_pkce").orNull());

	static final Shape CREATE_ENTERPRISE_CONNECTION = Shape.of(NEWER)
		.and(Field.string("name").mustBeThere(), Field.string("provider").mustBeThere().oneOf(PROVIDERS),
				Field.strings("domains").mustBeThere().atLeast(1), Field.string("organization_id").orNull(),
				Field.bool("active").orNull(), Field.bool("allow_organization_account_linking").orNull(),
				Field.ignored("sync_user_attributes"), Field.object("saml", Shape.of(IDP).and(NESTED_SAML)).orNull(),
				Field.object("oidc", OIDC).orNull(), Field.objects("custom_attributes", CUSTOM_ATTRIBUTE));

	static final Shape UPDATE_ENTERPRISE_CONNECTION = Shape.of(NEWER)
		.and(Field.string("name").orNull(), Field.ignored("provider"), Field.strings("domains").orNull(),
				Field.string("organization_id").orNull(), Field.bool("active").orNull(),
				Field.bool("sync_user_attributes").orNull(), Field.bool("disable_additional_identifications").orNull(),
				Field.bool("allow_organization_account_linking").orNull(),
				Field.object("saml", Shape.of(IDP).and(NESTED_SAML).and(Field.string("name").orNull())).orNull(),
				Field.object("oidc", OIDC).orNull(), Field.objects("custom_attributes", CUSTOM_ATTRIBUTE).orNull());

	static final Shape CREATE_SAML_CONNECTION = Shape.of(NEWER)
		.and(IDP)
		.and(Field.string("name").mustBeThere(), Field.string("provider").mustBeThere().oneOf(SAML_PROVIDERS),
				Field.string("domain"), Field.strings("domains"), Field.string("organization_id").orNull(),
				Field.ignored("sync_user_attributes"),
				Field.object("attribute_mapping", SAML_ATTRIBUTE_MAPPING).orNull(), Field.bool("force_authn"));

	static final Shape UPDATE_SAML_CONNECTION = Shape.of(NEWER)
		.and(IDP)
		.and(Field.string("name").orNull(), Field.ignored("provider"), Field.string("domain").orNull(),
				Field.strings("domains").orNull(), Field.string("organization_id").orNull(),
				Field.bool("active").orNull(), Field.bool("sync_user_attributes").orNull(),
				Field.bool("disable_additional_identifications").orNull(),
				Field.bool("allow_organization_account_linking").orNull(), Field.bool("allow_subdomains").orNull(),
				Field.bool("allow_idp_initiated").orNull(), Field.bool("force_authn"),
				Field.object("attribute_mapping", SAML_ATTRIBUTE_MAPPING).orNull(),
				Field.bool("consent_verified_domains_deletion").orNull());

	private RequestShapes() {
	}

}
