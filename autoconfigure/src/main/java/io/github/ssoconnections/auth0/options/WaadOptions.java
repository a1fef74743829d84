// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code waad}: Microsoft Entra ID.
 */
public final class WaadOptions extends StrategyOptions<WaadOptions> {

	static final DeclaredOptions<WaadOptions> DECLARED = new DeclaredOptions<>();

	private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_]{1,64}");

	/** {@code client_id}: Id of the application at Microsoft Entra. */
	public static final ConnectionOption<WaadOptions, String> CLIENT_ID = DECLARED.text("client_id");

	/** {@code client_secret}: Secret of the application at Microsoft Entra. */
	public static final ConnectionOption<WaadOptions, Secret> CLIENT_SECRET = DECLARED.secret("client_secret");

	/** {@code tenantId}: Id of the Entra tenant. */
	public static final ConnectionOption<WaadOptions, String> TENANT_ID = DECLARED.text("tenantId");

	/** {@code app_id}: Application ID URI. */
	public static final ConnectionOption<WaadOptions, String> APP_ID = DECLARED.text("app_id");

	/**
	 * {@code app_domain}: Domain of the application, an older name of
	 * {@link #TENANT_DOMAIN}.
	 */
	public static final ConnectionOption<WaadOptions, String> APP_DOMAIN = DECLARED.text("app_domain");

	/**
	 * {@code waad_protocol}: Protocol: {@code openid-connect} or {@code ws-federation}.
	 */
	public static final ConnectionOption<WaadOptions, String> WAAD_PROTOCOL = DECLARED.text("waad_protocol");

	/** {@code use_wsfed}: Whether WS-Federation is used. */
	public static final ConnectionOption<WaadOptions, Boolean> USE_WSFED = DECLARED.flag("use_wsfed");

	/**
	 * {@code identity_api}: API: {@code microsoft-identity-platform-v2.0} or
	 * {@code azure-active-directory-v1.0}.
	 */
	public static final ConnectionOption<WaadOptions, String> IDENTITY_API = DECLARED.text("identity_api");

	/** {@code useCommonEndpoint}: Whether users of any Entra tenant can sign in. */
	public static final ConnectionOption<WaadOptions, Boolean> USE_COMMON_ENDPOINT = DECLARED.flag("useCommonEndpoint");

	/** {@code userid_attribute}: Claim with the user's id: {@code oid} or {@code sub}. */
	public static final ConnectionOption<WaadOptions, String> USERID_ATTRIBUTE = DECLARED.text("userid_attribute");

	/**
	 * {@code should_trust_email_verified_connection}: Whether e-mail addresses are
	 * verified: {@code never_set_emails_as_verified} or
	 * {@code always_set_emails_as_verified}.
	 */
	public static final ConnectionOption<WaadOptions, String> SHOULD_TRUST_EMAIL_VERIFIED_CONNECTION = DECLARED
		.text("should_trust_email_verified_connection");

	/**
	 * {@code cert_rollover_notification}: Time of the last notification about the expiry
	 * of the signing certificate, read-only.
	 */
	public static final ConnectionOption<WaadOptions, String> CERT_ROLLOVER_NOTIFICATION = DECLARED
		.text("cert_rollover_notification");

	/**
	 * {@code federated_connections_access_tokens}: Whether access tokens of the IdP are
	 * stored for the application: {@code active}.
	 */
	public static final ConnectionOption<WaadOptions, Map<String, @Nullable Object>> FEDERATED_CONNECTIONS_ACCESS_TOKENS = DECLARED
		.map("federated_connections_access_tokens");

	/** {@code scope}: Requested scopes. */
	public static final ConnectionOption<WaadOptions, List<String>> SCOPE = DECLARED.texts("scope");

	/** {@code thumbprints}: SHA-1 thumbprints of the signing certificates. */
	public static final ConnectionOption<WaadOptions, List<String>> THUMBPRINTS = DECLARED.texts("thumbprints");

	/**
	 * {@code max_groups_to_retrieve}: Largest number of groups that are fetched for a
	 * user.
	 */
	public static final ConnectionOption<WaadOptions, String> MAX_GROUPS_TO_RETRIEVE = DECLARED
		.text("max_groups_to_retrieve");

	/** {@code api_enable_users}: Whether users can be looked up. */
	public static final ConnectionOption<WaadOptions, Boolean> API_ENABLE_USERS = DECLARED.flag("api_enable_users");

	/** {@code basic_profile}: Whether the basic profile is fetched. */
	public static final ConnectionOption<WaadOptions, Boolean> BASIC_PROFILE = DECLARED.flag("basic_profile");

	/** {@code granted}: Whether the administrator has given consent. */
	public static final ConnectionOption<WaadOptions, Boolean> GRANTED = DECLARED.flag("granted");

	/**
	 * Return the option that fetches an attribute of the user.
	 * @param attribute the attribute, such as {@code groups} for {@code ext_groups}
	 * @return the option
	 */
	public static ConnectionOption<WaadOptions, Boolean> ext(String attribute) {
		Assert.isTrue(attribute != null && ATTRIBUTE.matcher(attribute).matches(),
				"'attribute' must be a name such as 'groups'");
		return new ConnectionOption<>("ext_" + attribute, OptionType.FLAG);
	}

}
