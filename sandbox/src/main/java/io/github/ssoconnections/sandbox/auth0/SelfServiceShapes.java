// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Shape;

/**
 * What each write of self-service profiles and tickets may carry.
 */
final class SelfServiceShapes {

	private static final int MAX_TTL = 432_000;

	private static final List<String> STRATEGIES = List.of("oidc", "samlp", "waad", "google-apps", "adfs", "okta",
			"auth0-samlp", "okta-samlp", "keycloak-samlp", "pingfederate");

	private static final Field NAME = Field.string("name").nonEmpty().atMostCharacters(100);

	private static final Field DESCRIPTION = Field.string("description").nonEmpty().atMostCharacters(140);

	private static final Field BRANDING = Field
		.object("branding",
				Shape.of(Field.string("logo_url").matching("https://.*").atMostCharacters(1024),
						Field.object("colors", Shape
							.of(Field.string("primary").mustBeThere().matching("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"))
							.others(Field.anything("*"))))
					.others(Field.anything("*")));

	private static final Field USER_ATTRIBUTES = Field.objects("user_attributes",
			Shape.of(Field.string("name").mustBeThere().atMostCharacters(250),
					Field.string("description").mustBeThere(), Field.bool("is_optional").mustBeThere()));

	private static final Field USER_ATTRIBUTE_PROFILE = Field.string("user_attribute_profile_id");

	private static final Field ALLOWED_STRATEGIES = Field.strings("allowed_strategies").atLeast(1).oneOf(STRATEGIES);

	static final Shape CREATE_PROFILE = Shape.of(NAME.mustBeThere(), DESCRIPTION, BRANDING, ALLOWED_STRATEGIES,
			USER_ATTRIBUTES, USER_ATTRIBUTE_PROFILE);

	static final Shape UPDATE_PROFILE = Shape.of(NAME, DESCRIPTION.orNull(), BRANDING.orNull(), ALLOWED_STRATEGIES,
			USER_ATTRIBUTES.orNull(), USER_ATTRIBUTE_PROFILE.orNull());

	static final Shape TEXTS = Shape.of().others(Field.string("*").atMostCharacters(2000));

	private static final Field IDP_INITIATED = Field.object("idpinitiated",
			Shape.of(Field.bool("enabled"), Field.string("client_id"),
					Field.string("client_protocol").oneOf(List.of("samlp", "wsfed", "oauth2")),
					Field.string("client_authorizequery").atMostCharacters(256)))
		.orNull();

	private static final Field CONNECTION = Field.object("connection_config", Shape.of(
			Field.string("name").mustBeThere().matching("[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*").atMostCharacters(128),
			Field.string("display_name").atMostCharacters(128), Field.bool("is_domain_connection"),
			Field.bool("show_as_button"),
			Field.object("metadata", Shape.of().others(Field.string("*").orNull().atMostCharacters(255))).atMost(10),
			Field
				.object("options", Shape.of(Field.string("icon_url").orNull(),
						Field.strings("domain_aliases").nonEmpty().atMostCharacters(255).orNull(), IDP_INITIATED))
				.orNull()));

	private static final Field ORGANIZATIONS = Field.objects("enabled_organizations",
			Shape.of(Field.string("organization_id").mustBeThere().atMostCharacters(50),
					Field.bool("assign_membership_on_login"), Field.bool("show_as_button")));

	private static final Field DOMAINS = Field.object("domain_aliases_config",
			Shape.of(Field.string("domain_verification").mustBeThere().oneOf(List.of("none", "optional", "required")),
					Field.strings("pending_domains").nonEmpty().atMostCharacters(255)));

	private static final Field PROVISIONING = Field.object("provisioning_config",
			Shape.of(
					Field.strings("scopes")
						.atLeast(1)
						.oneOf(List.of("get:users", "post:users", "put:users", "patch:users", "delete:users",
								"get:groups", "post:groups", "put:groups", "patch:groups", "delete:groups")),
					Field.object("google_workspace", Shape.of(Field.bool("sync_users").mustBeThere())),
					Field.integer("token_lifetime").orNull().between(900, Integer.MAX_VALUE)));

	static final Shape TICKET = Shape.of(Field.string("connection_id"), CONNECTION, Field.strings("enabled_clients"),
			ORGANIZATIONS, Field.integer("ttl_sec").between(0, MAX_TTL), DOMAINS, PROVISIONING,
			Field.bool("use_for_organization_discovery"), Field.object("enabled_features",
					Shape.of(Field.bool("sso"), Field.bool("domain_verification"), Field.bool("provisioning"))));

	private SelfServiceShapes() {
	}

}
