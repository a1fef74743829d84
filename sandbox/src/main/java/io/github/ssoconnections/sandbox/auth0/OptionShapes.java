// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Shape;

/**
 * The options that the vendor's document knows. Others may be sent with any value: what
 * they mean depends on the strategy.
 */
final class OptionShapes {

	private static final List<String> SIGNING_ALGORITHMS = List.of("ES256", "ES384", "PS256", "PS384", "RS256", "RS384",
			"RS512");

	private static final Field ACTIVE = Field.bool("active");

	private static final Field ENABLED = Field.bool("enabled");

	private static final Shape SIGNUP = Shape
		.of(Field.string("status").oneOf(List.of("required", "optional", "inactive")));

	private static final Field VERIFIED_SIGNUP = Field.object("signup",
			SIGNUP.and(Field.object("verification", Shape.of(ACTIVE))));

	private static final Field PROFILE_REQUIRED = Field.bool("profile_required");

	private static final Field EMAIL = Field.object("email",
			Shape.of(identifier("password", "email_otp"), Field.bool("unique"), PROFILE_REQUIRED,
					Field.string("verification_method").oneOf(List.of("link", "otp")), VERIFIED_SIGNUP));

	private static final Field PHONE_NUMBER = Field.object("phone_number",
			Shape.of(identifier("password", "phone_otp"), PROFILE_REQUIRED, VERIFIED_SIGNUP));

	private static final Field USERNAME = Field
		.object("username", Shape.of(identifier("password"), PROFILE_REQUIRED, Field.object("signup", SIGNUP),
				Field.object("validation", Shape.of(Field.number("min_length").between(1, 128),
						Field.number("max_length").between(1, 128),
						Field.object("allowed_types", Shape.of(Field.bool("email"), Field.bool("phone_number")))))));

	private static final Shape PASSWORD_OPTIONS = Shape.of(
			Field.object("complexity",
					Shape.of(Field.integer("min_length").between(1, 72),
							Field.strings("character_types")
								.oneOf(List.of("uppercase", "lowercase", "number", "special")),
							Field.string("character_type_rule").oneOf(List.of("all", "three_of_four")),
							Field.string("identical_characters").oneOf(List.of("allow", "block")),
							Field.string("sequential_characters").oneOf(List.of("allow", "block")),
							Field.string("max_length_exceeded").oneOf(List.of("truncate", "error")))),
			Field.object("dictionary",
					Shape.of(ACTIVE, Field.strings("custom").atMostCharacters(50),
							Field.string("default").oneOf(List.of("en_10k", "en_100k")))),
			Field.object("history", Shape.of(ACTIVE, Field.integer("size").between(1, 24))),
			Field.object("profile_data", Shape.of(ACTIVE, Field.strings("blocked_fields").atMostCharacters(100))));

	private static final Shape AUTHENTICATION_METHODS = Shape.of(
			Field.object("password",
					Shape.of(ENABLED, Field.string("api_behavior").oneOf(List.of("required", "optional")),
							Field.string("signup_behavior").oneOf(List.of("allow", "block")))),
			Field.object("passkey", Shape.of(ENABLED)), Field.object("email_otp", Shape.of(ENABLED)),
			Field.object("phone_otp", Shape.of(ENABLED)));

	private static final Shape UPSTREAM_PARAMETER = Shape.of(
			Field.string("alias")
				.oneOf(List.of("acr_values", "audience", "client_id", "display", "id_token_hint", "login_hint",
						"max_age", "prompt", "resource", "response_mode", "response_type", "ui_locales")),
			Field.string("value"));

	private static final Shape SCRIPTS = Shape
		.of(texts("login", "get_user", "delete", "change_password", "verify", "create", "change_username",
				"change_email", "change_phone_number"))
		.others(Field.anything("*"));

	private static final Field[] DATABASE = {
			Field
				.object("validation",
						Shape.of(Field
							.object("username",
									Shape.of(Field.integer("min").between(1, Integer.MAX_VALUE).mustBeThere(),
											Field.integer("max").between(Integer.MIN_VALUE, 128).mustBeThere()))
							.orNull()))
				.orNull(),
			Field.strings("precedence").atLeast(3).oneOf(List.of("email", "phone_number", "username")),
			Field.object("attributes", Shape.of(EMAIL, PHONE_NUMBER, USERNAME)).atLeast(1),
			Field.object("configuration", Shape.of().others(Field.string("*").orNull())).orNull(),
			Field.object("customScripts", SCRIPTS),
			Field.object("authentication_methods", AUTHENTICATION_METHODS).orNull(),
			Field
				.object("passkey_options",
						Shape.of(Field.string("challenge_ui").oneOf(List.of("both", "autofill", "button")),
								Field.bool("progressive_enrollment_enabled"), Field.bool("local_enrollment_enabled")))
				.orNull(),
			Field.object("password_options", PASSWORD_OPTIONS) };

	private static final Field[] OLD_PASSWORD_RULES = {
			Field.string("passwordPolicy").oneOf(List.of("none", "low", "fair", "good", "excellent")).orNull(),
			Field.object("password_complexity_options", Shape.of(Field.integer("min_length").between(1, 128))).orNull(),
			Field
				.object("password_history",
						Shape.of(Field.bool("enable").mustBeThere(), Field.integer("size").between(0, 24)))
				.orNull(),
			Field.object("password_no_personal_info", Shape.of(Field.bool("enable").mustBeThere())).orNull(),
			Field
				.object("password_dictionary",
						Shape.of(Field.bool("enable").mustBeThere(), Field.strings("dictionary").atMostCharacters(50)))
				.orNull() };

	private static final Field[] ENTERPRISE = { Field.strings("non_persistent_attrs").orNull(),
			Field
				.object("upstream_params",
						Shape.of().others(Field.object("*", UPSTREAM_PARAMETER).atLeast(1).atMost(1)))
				.orNull(),
			Field.string("set_user_root_attributes")
				.oneOf(List.of("on_each_login", "on_first_login", "never_on_login")),
			Field
				.object("gateway_authentication",
						Shape
							.of(Field.string("method").mustBeThere(), Field.string("subject"),
									Field.string("audience").mustBeThere(), Field.string("secret").mustBeThere(),
									Field.bool("secret_base64_encoded"))
							.others(Field.anything("*")))
				.orNull(),
			Field.object("federated_connections_access_tokens", Shape.of(ACTIVE)).orNull(),
			Field.object("assertion_decryption_settings",
					Shape.of(Field.string("algorithm_profile").oneOf(List.of("v2026-1")).mustBeThere(),
							Field.strings("algorithm_exceptions").nonEmpty().atMostCharacters(100))),
			Field.strings("id_token_signed_response_algs").oneOf(SIGNING_ALGORITHMS).orNull(),
			Field.string("dpop_signing_alg").oneOf(List.of("ES256", "ES384", "ES512", "Ed25519")),
			Field.string("token_endpoint_auth_method").oneOf(List.of("client_secret_post", "private_key_jwt")),
			Field.string("token_endpoint_auth_signing_alg").oneOf(SIGNING_ALGORITHMS),
			Field.string("token_endpoint_jwtca_aud_format").oneOf(List.of("issuer", "token_endpoint")) };

	static final Shape OPTIONS = Shape
		.of(flags("enable_script_context", "enabledDatabaseCustomization", "import_mode", "api_enable_users",
				"api_enable_groups", "basic_profile", "ext_admin", "ext_is_suspended", "ext_agreed_terms", "ext_groups",
				"ext_assigned_plans", "ext_profile", "disable_self_service_change_password",
				"id_token_session_expiry_supported"))
		.and(DATABASE)
		.and(OLD_PASSWORD_RULES)
		.and(ENTERPRISE)
		.others(Field.anything("*"));

	private OptionShapes() {
	}

	private static Field identifier(String... methods) {
		return Field.object("identifier", Shape.of(ACTIVE, Field.string("default_method").oneOf(List.of(methods))));
	}

	private static Field[] flags(String... names) {
		return List.of(names).stream().map(Field::bool).toArray(Field[]::new);
	}

	private static Field[] texts(String... names) {
		return List.of(names).stream().map((name) -> Field.string(name).nonEmpty()).toArray(Field[]::new);
	}

}
