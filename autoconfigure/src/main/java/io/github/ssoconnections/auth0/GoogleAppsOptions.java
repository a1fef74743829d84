// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code google-apps}: Google Workspace.
 */
public final class GoogleAppsOptions extends StrategyOptions<GoogleAppsOptions> {

	/**
	 * Return the client id at Google.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientId() {
		return text("client_id");
	}

	/**
	 * Set the client id at Google.
	 * @param clientId the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Return the client secret at Google.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret clientSecret() {
		return secret("client_secret");
	}

	/**
	 * Set the client secret at Google.
	 * @param clientSecret the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions clientSecret(@Nullable String clientSecret) {
		return put("client_secret", Secret.ofNullable(clientSecret));
	}

	/**
	 * Return the Google Workspace domain.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String domain() {
		return text("domain");
	}

	/**
	 * Set the Google Workspace domain.
	 * @param domain the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions domain(@Nullable String domain) {
		return put("domain", domain);
	}

	/**
	 * Return the scopes to ask for, a list.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> scope() {
		return texts("scope");
	}

	/**
	 * Set the scopes to ask for, a list.
	 * @param scope the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions scope(@Nullable List<String> scope) {
		return put("scope", scope);
	}

	/**
	 * Return whether the e-mail address is fetched.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean email() {
		return flag("email");
	}

	/**
	 * Set whether the e-mail address is fetched.
	 * @param email the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions email(@Nullable Boolean email) {
		return put("email", email);
	}

	/**
	 * Return whether the profile is fetched.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean profile() {
		return flag("profile");
	}

	/**
	 * Set whether the profile is fetched.
	 * @param profile the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions profile(@Nullable Boolean profile) {
		return put("profile", profile);
	}

	/**
	 * Return whether Google's id of the user is kept as {@code id}.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean mapUserIdToId() {
		return flag("map_user_id_to_id");
	}

	/**
	 * Set whether Google's id of the user is kept as {@code id}.
	 * @param mapUserIdToId the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions mapUserIdToId(@Nullable Boolean mapUserIdToId) {
		return put("map_user_id_to_id", mapUserIdToId);
	}

	/**
	 * Return whether users of the domain who come over the social connection are sent
	 * here.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean handleLoginFromSocial() {
		return flag("handle_login_from_social");
	}

	/**
	 * Set whether users of the domain who come over the social connection are sent here.
	 * @param handleLoginFromSocial the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions handleLoginFromSocial(@Nullable Boolean handleLoginFromSocial) {
		return put("handle_login_from_social", handleLoginFromSocial);
	}

	/**
	 * Return whether applications may ask for more scopes.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean allowSettingLoginScopes() {
		return flag("allow_setting_login_scopes");
	}

	/**
	 * Set whether applications may ask for more scopes.
	 * @param allowSettingLoginScopes the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions allowSettingLoginScopes(@Nullable Boolean allowSettingLoginScopes) {
		return put("allow_setting_login_scopes", allowSettingLoginScopes);
	}

	/**
	 * Return whether users can be looked up.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean apiEnableUsers() {
		return flag("api_enable_users");
	}

	/**
	 * Set whether users can be looked up.
	 * @param apiEnableUsers the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions apiEnableUsers(@Nullable Boolean apiEnableUsers) {
		return put("api_enable_users", apiEnableUsers);
	}

	/**
	 * Return whether groups can be looked up.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean apiEnableGroups() {
		return flag("api_enable_groups");
	}

	/**
	 * Set whether groups can be looked up.
	 * @param apiEnableGroups the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions apiEnableGroups(@Nullable Boolean apiEnableGroups) {
		return put("api_enable_groups", apiEnableGroups);
	}

	/**
	 * Return whether the groups of a user are fetched.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean extGroups() {
		return flag("ext_groups");
	}

	/**
	 * Set whether the groups of a user are fetched.
	 * @param extGroups the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions extGroups(@Nullable Boolean extGroups) {
		return put("ext_groups", extGroups);
	}

	/**
	 * Return whether more is fetched of the groups of a user.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean extGroupsExtended() {
		return flag("ext_groups_extended");
	}

	/**
	 * Set whether more is fetched of the groups of a user.
	 * @param extGroupsExtended the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions extGroupsExtended(@Nullable Boolean extGroupsExtended) {
		return put("ext_groups_extended", extGroupsExtended);
	}

	/**
	 * Return whether it is fetched that a user is an administrator.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean extIsAdmin() {
		return flag("ext_is_admin");
	}

	/**
	 * Set whether it is fetched that a user is an administrator.
	 * @param extIsAdmin the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions extIsAdmin(@Nullable Boolean extIsAdmin) {
		return put("ext_is_admin", extIsAdmin);
	}

	/**
	 * Return whether it is fetched that a user is suspended.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean extIsSuspended() {
		return flag("ext_is_suspended");
	}

	/**
	 * Set whether it is fetched that a user is suspended.
	 * @param extIsSuspended the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions extIsSuspended(@Nullable Boolean extIsSuspended) {
		return put("ext_is_suspended", extIsSuspended);
	}

	/**
	 * Return whether it is fetched that a user has agreed to the terms.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean extAgreedTerms() {
		return flag("ext_agreed_terms");
	}

	/**
	 * Set whether it is fetched that a user has agreed to the terms.
	 * @param extAgreedTerms the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions extAgreedTerms(@Nullable Boolean extAgreedTerms) {
		return put("ext_agreed_terms", extAgreedTerms);
	}

	/**
	 * Return the access token of the administrator.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret adminAccessToken() {
		return secret("admin_access_token");
	}

	/**
	 * Set the access token of the administrator.
	 * @param adminAccessToken the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions adminAccessToken(@Nullable String adminAccessToken) {
		return put("admin_access_token", Secret.ofNullable(adminAccessToken));
	}

	/**
	 * Return the refresh token of the administrator.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret adminRefreshToken() {
		return secret("admin_refresh_token");
	}

	/**
	 * Set the refresh token of the administrator.
	 * @param adminRefreshToken the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions adminRefreshToken(@Nullable String adminRefreshToken) {
		return put("admin_refresh_token", Secret.ofNullable(adminRefreshToken));
	}

	/**
	 * Return when the access token of the administrator expires.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String adminAccessTokenExpiresin() {
		return text("admin_access_token_expiresin");
	}

	/**
	 * Set when the access token of the administrator expires.
	 * @param adminAccessTokenExpiresin the value, may be {@code null}
	 * @return these options
	 */
	public GoogleAppsOptions adminAccessTokenExpiresin(@Nullable String adminAccessTokenExpiresin) {
		return put("admin_access_token_expiresin", adminAccessTokenExpiresin);
	}

}
