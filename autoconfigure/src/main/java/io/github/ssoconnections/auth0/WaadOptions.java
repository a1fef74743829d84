// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.regex.Pattern;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Options of a connection of strategy {@code waad}: Microsoft Entra ID.
 */
public final class WaadOptions extends StrategyOptions<WaadOptions> {

	private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_]{1,64}");

	/**
	 * Return whether something is fetched of a user.
	 * @param attribute what, such as {@code groups} for {@code ext_groups}
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean ext(String attribute) {
		return flag(name(attribute));
	}

	/**
	 * Set whether something is fetched of a user.
	 * @param attribute what, such as {@code groups} for {@code ext_groups}
	 * @param fetched whether it is, may be {@code null}
	 * @return these options
	 */
	public WaadOptions ext(String attribute, @Nullable Boolean fetched) {
		return put(name(attribute), fetched);
	}

	private static String name(String attribute) {
		Assert.isTrue(attribute != null && ATTRIBUTE.matcher(attribute).matches(),
				"'attribute' must be a name such as 'groups'");
		return "ext_" + attribute;
	}

	/**
	 * Return the id of the application at Microsoft Entra.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientId() {
		return text("client_id");
	}

	/**
	 * Set the id of the application at Microsoft Entra.
	 * @param clientId the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Return the secret of the application at Microsoft Entra.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret clientSecret() {
		return secret("client_secret");
	}

	/**
	 * Set the secret of the application at Microsoft Entra.
	 * @param clientSecret the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions clientSecret(@Nullable String clientSecret) {
		return put("client_secret", Secret.ofNullable(clientSecret));
	}

	/**
	 * Return the id of the Entra tenant.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tenantId() {
		return text("tenantId");
	}

	/**
	 * Set the id of the Entra tenant.
	 * @param tenantId the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions tenantId(@Nullable String tenantId) {
		return put("tenantId", tenantId);
	}

	/**
	 * Return the application ID URI.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String appId() {
		return text("app_id");
	}

	/**
	 * Set the application ID URI.
	 * @param appId the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions appId(@Nullable String appId) {
		return put("app_id", appId);
	}

	/**
	 * Return the domain of the application, an older name of {@code tenant_domain}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String appDomain() {
		return text("app_domain");
	}

	/**
	 * Set the domain of the application, an older name of {@code tenant_domain}.
	 * @param appDomain the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions appDomain(@Nullable String appDomain) {
		return put("app_domain", appDomain);
	}

	/**
	 * Return the protocol: {@code openid-connect} or {@code ws-federation}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String waadProtocol() {
		return text("waad_protocol");
	}

	/**
	 * Set the protocol: {@code openid-connect} or {@code ws-federation}.
	 * @param waadProtocol the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions waadProtocol(@Nullable String waadProtocol) {
		return put("waad_protocol", waadProtocol);
	}

	/**
	 * Return whether WS-Federation is used.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean useWsfed() {
		return flag("use_wsfed");
	}

	/**
	 * Set whether WS-Federation is used.
	 * @param useWsfed the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions useWsfed(@Nullable Boolean useWsfed) {
		return put("use_wsfed", useWsfed);
	}

	/**
	 * Return the API: {@code microsoft-identity-platform-v2.0} or {@code
	 * azure-active-directory-v1.0}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String identityApi() {
		return text("identity_api");
	}

	/**
	 * Set the API: {@code microsoft-identity-platform-v2.0} or {@code
	 * azure-active-directory-v1.0}.
	 * @param identityApi the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions identityApi(@Nullable String identityApi) {
		return put("identity_api", identityApi);
	}

	/**
	 * Return whether users of any Entra tenant can sign in.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean useCommonEndpoint() {
		return flag("useCommonEndpoint");
	}

	/**
	 * Set whether users of any Entra tenant can sign in.
	 * @param useCommonEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions useCommonEndpoint(@Nullable Boolean useCommonEndpoint) {
		return put("useCommonEndpoint", useCommonEndpoint);
	}

	/**
	 * Return the claim with the id of the user: {@code oid} or {@code sub}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String useridAttribute() {
		return text("userid_attribute");
	}

	/**
	 * Set the claim with the id of the user: {@code oid} or {@code sub}.
	 * @param useridAttribute the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions useridAttribute(@Nullable String useridAttribute) {
		return put("userid_attribute", useridAttribute);
	}

	/**
	 * Return whether e-mail addresses count as verified: {@code
	 * never_set_emails_as_verified} or {@code always_set_emails_as_verified}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String shouldTrustEmailVerifiedConnection() {
		return text("should_trust_email_verified_connection");
	}

	/**
	 * Set whether e-mail addresses count as verified: {@code
	 * never_set_emails_as_verified} or {@code always_set_emails_as_verified}.
	 * @param shouldTrustEmailVerifiedConnection the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions shouldTrustEmailVerifiedConnection(@Nullable String shouldTrustEmailVerifiedConnection) {
		return put("should_trust_email_verified_connection", shouldTrustEmailVerifiedConnection);
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
	public WaadOptions scope(@Nullable List<String> scope) {
		return put("scope", scope);
	}

	/**
	 * Return the SHA-1 thumbprints of the signing certificates.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> thumbprints() {
		return texts("thumbprints");
	}

	/**
	 * Set the SHA-1 thumbprints of the signing certificates.
	 * @param thumbprints the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions thumbprints(@Nullable List<String> thumbprints) {
		return put("thumbprints", thumbprints);
	}

	/**
	 * Return how many groups of a user are fetched at most.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String maxGroupsToRetrieve() {
		return text("max_groups_to_retrieve");
	}

	/**
	 * Set how many groups of a user are fetched at most.
	 * @param maxGroupsToRetrieve the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions maxGroupsToRetrieve(@Nullable String maxGroupsToRetrieve) {
		return put("max_groups_to_retrieve", maxGroupsToRetrieve);
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
	public WaadOptions apiEnableUsers(@Nullable Boolean apiEnableUsers) {
		return put("api_enable_users", apiEnableUsers);
	}

	/**
	 * Return whether the basic profile is fetched.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean basicProfile() {
		return flag("basic_profile");
	}

	/**
	 * Set whether the basic profile is fetched.
	 * @param basicProfile the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions basicProfile(@Nullable Boolean basicProfile) {
		return put("basic_profile", basicProfile);
	}

	/**
	 * Return whether the administrator has agreed.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean granted() {
		return flag("granted");
	}

	/**
	 * Set whether the administrator has agreed.
	 * @param granted the value, may be {@code null}
	 * @return these options
	 */
	public WaadOptions granted(@Nullable Boolean granted) {
		return put("granted", granted);
	}

}
