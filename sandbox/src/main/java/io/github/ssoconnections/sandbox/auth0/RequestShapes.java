// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Shape;

/**
 * What each write of the vendor's document may carry.
 */
final class RequestShapes {

	static final List<String> STRATEGIES = List.of("ad", "adfs", "amazon", "apple", "dropbox", "bitbucket",
			"auth0-oidc", "auth0", "baidu", "bitly", "box", "custom", "daccount", "dwolla", "email", "evernote-sandbox",
			"evernote", "exact", "facebook", "fitbit", "github", "google-apps", "google-oauth2", "instagram", "ip",
			"line", "linkedin", "oauth1", "oauth2", "office365", "oidc", "okta", "paypal", "paypal-sandbox",
			"pingfederate", "planningcenter", "salesforce-community", "salesforce-sandbox", "salesforce", "samlp",
			"sharepoint", "shopify", "shop", "sms", "soundcloud", "thirtysevensignals", "twitter", "untappd",
			"vkontakte", "waad", "weibo", "windowslive", "wordpress", "yahoo", "yandex");

	private static final int MAX_NAME = 128;

	private static final Field ACTIVE = Field.bool("active").mustBeThere();

	private static final Field SIGNING_ALGORITHM = Field.string("signing_alg")
		.oneOf(List.of("RS256", "RS384", "RS512", "PS256", "PS384", "ES256", "ES384"));

	private static final Field SCIM_MAPPING = Field.objects("mapping",
			Shape.of(Field.string("auth0"), Field.string("scim")).others(Field.anything("*")));

	// Newer than the document, as recorded
	private static final Field CROSS_APP_ACCESS_RESOURCE = Field.object("cross_app_access_resource_app",
			Shape.of(Field.string("status").mustBeThere().oneOf(List.of("enabled", "disabled"))));

	private static final Field[] SETTINGS = { Field.string("display_name").atMostCharacters(MAX_NAME),
			Field.bool("is_domain_connection"), Field.bool("show_as_button"), Field.strings("realms"),
			Field.object("metadata", Shape.of().others(Field.string("*").orNull().atMostCharacters(255))).atMost(10),
			Field.object("authentication", Shape.of(ACTIVE)),
			Field.object("connected_accounts", Shape.of(ACTIVE, Field.bool("cross_app_access"))),
			Field.object("cross_app_access_requesting_app", Shape.of(ACTIVE)) };

	static final Shape CREATE_CONNECTION = Shape.of(SETTINGS)
		.and(Field.string("name")
			.mustBeThere()
			.matching("[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*")
			.atMostCharacters(MAX_NAME), Field.string("strategy").mustBeThere().oneOf(STRATEGIES),
				Field.object("options", OptionShapes.OPTIONS), Field.strings("enabled_clients"),
				CROSS_APP_ACCESS_RESOURCE);

	static final Shape UPDATE_CONNECTION = Shape.of(SETTINGS)
		.and(Field.object("options", OptionShapes.OPTIONS).orNull(), Field.strings("enabled_clients").orNull(),
				CROSS_APP_ACCESS_RESOURCE.orNull());

	static final Shape ENABLED_CLIENT = Shape.of(Field.string("client_id").mustBeThere(),
			Field.bool("status").mustBeThere());

	static final Shape KEYS = Shape.of(SIGNING_ALGORITHM);

	static final Shape CREATE_SCIM_CONFIGURATION = Shape.of(Field.string("user_id_attribute"), SCIM_MAPPING);

	static final Shape UPDATE_SCIM_CONFIGURATION = Shape.of(Field.string("user_id_attribute").mustBeThere(),
			SCIM_MAPPING.mustBeThere());

	static final Shape CREATE_SCIM_TOKEN = Shape.of(Field.strings("scopes").atLeast(1),
			Field.integer("token_lifetime").orNull().between(901, Integer.MAX_VALUE));

	static final Shape DIRECTORY_PROVISIONING = Shape.of(
			Field.objects("mapping", Shape.of(Field.string("auth0").mustBeThere(), Field.string("idp").mustBeThere()))
				.atLeast(1),
			Field.bool("synchronize_automatically"),
			Field.string("synchronize_groups").oneOf(List.of("all", "off", "selected")));

	private static final Shape SYNCHRONIZED_GROUP = Shape.of(
			Field.string("id").mustBeThere().matching("[A-Za-z0-9]{1,32}"), Field.string("name").nonEmpty(),
			Field.string("email").nonEmpty(), Field.integer("direct_members_count").between(0, Integer.MAX_VALUE));

	static final Shape SYNCHRONIZED_GROUPS = Shape.of(Field.objects("groups", SYNCHRONIZED_GROUP).mustBeThere());

	static final Shape ADDED_GROUPS = Shape.of(Field.objects("groups", SYNCHRONIZED_GROUP).mustBeThere().atMost(100));

	static final Shape REMOVED_GROUPS = Shape
		.of(Field.objects("groups", Shape.of(Field.string("id").mustBeThere().matching("[A-Za-z0-9]{1,32}")))
			.mustBeThere()
			.atMost(100));

	private RequestShapes() {
	}

}
