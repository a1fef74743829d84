// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;

import io.github.ssoconnections.Secret;

/**
 * Options of a connection of strategy {@code google-apps}: Google Workspace.
 */
public final class GoogleAppsOptions extends StrategyOptions<GoogleAppsOptions> {

	static final DeclaredOptions<GoogleAppsOptions> DECLARED = new DeclaredOptions<>();

	/** {@code client_id}: Client id at Google. */
	public static final ConnectionOption<GoogleAppsOptions, String> CLIENT_ID = DECLARED.text("client_id");

	/** {@code client_secret}: Client secret at Google. */
	public static final ConnectionOption<GoogleAppsOptions, Secret> CLIENT_SECRET = DECLARED.secret("client_secret");

	/** {@code domain}: Google Workspace domain. */
	public static final ConnectionOption<GoogleAppsOptions, String> DOMAIN = DECLARED.text("domain");

	/** {@code scope}: Requested scopes. */
	public static final ConnectionOption<GoogleAppsOptions, List<String>> SCOPE = DECLARED.texts("scope");

	/** {@code email}: Whether the e-mail address is fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EMAIL = DECLARED.flag("email");

	/** {@code profile}: Whether the profile is fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> PROFILE = DECLARED.flag("profile");

	/** {@code map_user_id_to_id}: Whether Google's user id is stored as {@code id}. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> MAP_USER_ID_TO_ID = DECLARED
		.flag("map_user_id_to_id");

	/**
	 * {@code handle_login_from_social}: Whether users of the domain who use the social
	 * connection are redirected to this one.
	 */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> HANDLE_LOGIN_FROM_SOCIAL = DECLARED
		.flag("handle_login_from_social");

	/**
	 * {@code allow_setting_login_scopes}: Whether applications can request further
	 * scopes.
	 */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> ALLOW_SETTING_LOGIN_SCOPES = DECLARED
		.flag("allow_setting_login_scopes");

	/** {@code api_enable_users}: Whether users can be looked up. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> API_ENABLE_USERS = DECLARED
		.flag("api_enable_users");

	/** {@code api_enable_groups}: Whether groups can be looked up. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> API_ENABLE_GROUPS = DECLARED
		.flag("api_enable_groups");

	/** {@code ext_groups}: Whether the user's groups are fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EXT_GROUPS = DECLARED.flag("ext_groups");

	/** {@code ext_groups_extended}: Whether details of the user's groups are fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EXT_GROUPS_EXTENDED = DECLARED
		.flag("ext_groups_extended");

	/** {@code ext_is_admin}: Whether the user's administrator status is fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EXT_IS_ADMIN = DECLARED.flag("ext_is_admin");

	/** {@code ext_is_suspended}: Whether the user's suspended status is fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EXT_IS_SUSPENDED = DECLARED
		.flag("ext_is_suspended");

	/** {@code ext_agreed_terms}: Whether the user's agreement to the terms is fetched. */
	public static final ConnectionOption<GoogleAppsOptions, Boolean> EXT_AGREED_TERMS = DECLARED
		.flag("ext_agreed_terms");

	/** {@code admin_access_token}: Credentials token of the administrator. */
	public static final ConnectionOption<GoogleAppsOptions, Secret> ADMIN_ACCESS_TOKEN = DECLARED
		.secret("admin_access_token");

	/** {@code admin_refresh_token}: Refresh token of the administrator. */
	public static final ConnectionOption<GoogleAppsOptions, Secret> ADMIN_REFRESH_TOKEN = DECLARED
		.secret("admin_refresh_token");

	/**
	 * {@code admin_access_token_expiresin}: Expiry of the administrator's access token.
	 */
	public static final ConnectionOption<GoogleAppsOptions, String> ADMIN_ACCESS_TOKEN_EXPIRES_IN = DECLARED
		.text("admin_access_token_expiresin");

}
