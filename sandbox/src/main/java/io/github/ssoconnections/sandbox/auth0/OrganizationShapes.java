// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Shape;

/**
 * What each write of organizations may carry.
 */
final class OrganizationShapes {

	private static final Field[] CONNECTION = { Field.bool("assign_membership_on_login"),
			Field.bool("is_signup_enabled"), Field.bool("show_as_button") };

	static final Shape UPDATE_CONNECTION = Shape.of(CONNECTION);

	static final Shape ADD_CONNECTION = UPDATE_CONNECTION.and(Field.string("connection_id").mustBeThere());

	private static final List<String> ACCESS_LEVELS = List.of("none", "readonly", "limited", "full");

	static final Shape ADD_EARLY_ACCESS = ADD_CONNECTION.and(
			Field.string("organization_connection_name").nonEmpty().atMostCharacters(50),
			Field.string("organization_access_level").oneOf(ACCESS_LEVELS), Field.bool("is_enabled"));

	static final Shape UPDATE_EARLY_ACCESS = UPDATE_CONNECTION.and(
			Field.string("organization_connection_name").orNull().nonEmpty().atMostCharacters(50),
			Field.string("organization_access_level").orNull().oneOf(ACCESS_LEVELS), Field.bool("is_enabled").orNull());

	private static final Field BRANDING = Field.object("branding",
			Shape.of(Field.string("logo_url"), Field.object("colors",
					Shape.of(Field.string("primary").mustBeThere(), Field.string("page_background").mustBeThere()))));

	private static final Field TOKEN_QUOTA = Field
		.object("token_quota",
				Shape.of(Field
					.object("client_credentials",
							Shape.of(Field.bool("enforce"), Field.integer("per_day").between(1, Integer.MAX_VALUE),
									Field.integer("per_hour").between(1, Integer.MAX_VALUE)))
					.atLeast(1)
					.mustBeThere()));

	static final Shape CREATE = Shape.of(
			Field.string("name").mustBeThere().matching("[a-z0-9][a-z0-9_-]*").atMostCharacters(50),
			Field.string("display_name").nonEmpty().atMostCharacters(255), BRANDING,
			Field.object("metadata", Shape.of().others(Field.string("*").orNull().atMostCharacters(255))).atMost(25),
			Field.objects("enabled_connections", ADD_CONNECTION), TOKEN_QUOTA);

	private static final Field STATUS = Field.string("status").oneOf(List.of("pending", "verified"));

	static final Shape UPDATE_DISCOVERY_DOMAIN = Shape.of(STATUS, Field.bool("use_for_organization_discovery"));

	private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?";

	static final Shape CREATE_DISCOVERY_DOMAIN = UPDATE_DISCOVERY_DOMAIN.and(Field.string("domain")
		.mustBeThere()
		.matching("(?=.{3,})(" + LABEL + "\\.)*" + LABEL)
		.atMostCharacters(255));

	private OrganizationShapes() {
	}

}
