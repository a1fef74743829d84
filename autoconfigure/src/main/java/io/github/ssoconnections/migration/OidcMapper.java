// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.regex.Pattern;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.ConnectionOption;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.OidcIdpOptions;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.OidcSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Maps OIDC connections: {@code oidc}, {@code okta}, and {@code waad} with OIDC.
 */
final class OidcMapper {

	private static final String WELL_KNOWN = "/.well-known/openid-configuration";

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

	private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9.-]{1,253}");

	private static final String DISCOVERY = "oidc.discovery_url";

	private static final String SECRET = "oidc.client_secret";

	private static final String PKCE = "oidc.requires_pkce";

	private final Draft draft;

	private final ConnectionStrategy strategy;

	private final OidcSettings oidc;

	OidcMapper(Draft draft, ConnectionStrategy strategy) {
		this.draft = draft;
		this.strategy = strategy;
		this.oidc = draft.target().oidc();
	}

	void map() {
		this.draft.target().connection().provider(ConnectionProvider.OIDC_CUSTOM);
		String note = "oidc_custom. It cannot change later.";
		if (this.strategy.equals(ConnectionStrategy.OIDC)) {
			this.draft.mapped("strategy", "provider", note);
		}
		else {
			this.draft.changed("strategy", "provider", note);
		}
		mapClient();
		mapAddresses();
	}

	private void mapClient() {
		String clientId = this.draft.text(OidcIdpOptions.CLIENT_ID);
		if (clientId != null) {
			this.oidc.clientId(clientId);
			this.draft.mapped("options.client_id", "oidc.client_id", "The client id goes over.");
		}
		else {
			this.draft.blocked("options.client_id", "oidc.client_id", "Auth0 has no client id: ask the customer.");
		}
		mapPkce(mapSecret());
	}

	private boolean mapSecret() {
		Secret given = this.draft.override().clientSecret();
		Secret returned = this.draft.read(OidcIdpOptions.CLIENT_SECRET);
		String method = this.draft.text(OidcIdpOptions.TOKEN_ENDPOINT_AUTH_METHOD);
		String source = "options.client_secret";
		if (given != null) {
			this.oidc.clientSecret(given.value());
			this.draft.changed(source, SECRET, "The secret was given.");
			return true;
		}
		if ("private_key_jwt".equals(method)) {
			this.draft.blocked("options.token_endpoint_auth_method", SECRET,
					"Auth0 authenticates with a private key, and Clerk with a secret: ask the customer for one.");
			return true;
		}
		if (returned != null && StringUtils.hasText(returned.value())) {
			this.oidc.clientSecret(returned.value());
			this.draft.mapped(source, SECRET, "The secret goes over.");
			return true;
		}
		if ("front_channel".equals(this.draft.text(OidcIdpOptions.TYPE))) {
			this.draft.changed("options.type", PKCE, "The connection has no secret. Clerk redeems a code with PKCE: "
					+ "ask the customer to permit it for the client at the IdP.");
			return false;
		}
		this.draft.blocked(source, SECRET, "Auth0 does not return the secret: ask the customer for it.");
		return true;
	}

	private void mapPkce(boolean hasSecret) {
		ConnectionSettings settings = this.draft.read(OidcIdpOptions.CONNECTION_SETTINGS);
		String pkce = (settings != null) ? settings.get(ConnectionSettings.PKCE) : null;
		boolean required = "S256".equals(pkce) || !hasSecret;
		this.oidc.requiresPkce(required);
		this.draft.changed("options.connection_settings", PKCE,
				required ? "True." : "False: Auth0 has " + Excerpt.quoted((pkce != null) ? pkce : "auto") + ".");
	}

	private void mapAddresses() {
		String given = this.draft.override().discoveryUrl();
		if (given != null) {
			discover(given);
			this.draft.changed("options.discovery_url", DISCOVERY, "The discovery URL was given.");
		}
		else if (this.strategy.equals(ConnectionStrategy.OKTA)) {
			mapOkta();
		}
		else if (this.strategy.equals(ConnectionStrategy.WAAD)) {
			mapMicrosoft();
		}
		else {
			mapOidc();
		}
	}

	private void discover(String url) {
		this.oidc.discoveryUrl(url);
		discovered(OidcIdpOptions.AUTHORIZATION_ENDPOINT, "oidc.auth_url");
		discovered(OidcIdpOptions.TOKEN_ENDPOINT, "oidc.token_url");
		discovered(OidcIdpOptions.USERINFO_ENDPOINT, "oidc.user_info_url");
	}

	private void discovered(ConnectionOption<?, String> option, String target) {
		if (this.draft.text(option) != null) {
			this.draft.changed("options." + option.name(), target, "Clerk takes it from the discovery document.");
		}
	}

	private void mapOkta() {
		String domain = this.draft.text(OktaOptions.DOMAIN);
		if (domain != null && HOST.matcher(domain).matches()) {
			discover("https://" + domain + WELL_KNOWN);
			this.draft.changed("options.domain", DISCOVERY,
					"Inferred from the domain. Check it, if the customer uses a custom authorization server.");
		}
		else {
			this.draft.blocked("options.domain", DISCOVERY,
					"Auth0 has no valid domain of Okta: ask the customer, and give the discovery URL.");
		}
	}

	private void mapMicrosoft() {
		String tenant = this.draft.text(WaadOptions.TENANT_ID);
		if (this.draft.isSet(WaadOptions.USE_COMMON_ENDPOINT)) {
			this.draft.blocked("options.useCommonEndpoint", DISCOVERY,
					"It is for all tenants of Microsoft, and Clerk needs one: ask the customer, and give the discovery URL.");
		}
		else if (tenant != null && TENANT.matcher(tenant).matches()) {
			discover("https://login.microsoftonline.com/" + tenant + "/v2.0" + WELL_KNOWN);
			this.draft.changed("options.tenantId", DISCOVERY, "Inferred from the tenant, version 2.0 of the endpoint.");
		}
		else {
			this.draft.blocked("options.tenantId", DISCOVERY,
					"Auth0 has no valid id of the tenant: ask the customer, and give the discovery URL.");
		}
	}

	private void mapOidc() {
		String url = this.draft.text(OidcOptions.DISCOVERY_URL);
		if (url != null) {
			discover(url);
			this.draft.mapped("options.discovery_url", DISCOVERY, "The URL goes over.");
			return;
		}
		String authorization = endpoint(OidcIdpOptions.AUTHORIZATION_ENDPOINT, "oidc.auth_url");
		String token = endpoint(OidcIdpOptions.TOKEN_ENDPOINT, "oidc.token_url");
		String userInfo = endpoint(OidcIdpOptions.USERINFO_ENDPOINT, "oidc.user_info_url");
		if (authorization == null || token == null) {
			this.draft.blocked("options.discovery_url", DISCOVERY,
					"Auth0 has neither a discovery URL nor all endpoints: ask the customer, and give the discovery URL.");
			return;
		}
		this.oidc.authUrl(authorization).tokenUrl(token);
		if (userInfo != null) {
			this.oidc.userInfoUrl(userInfo);
		}
	}

	private @Nullable String endpoint(ConnectionOption<?, String> option, String target) {
		String url = this.draft.text(option);
		if (url != null) {
			this.draft.mapped("options." + option.name(), target, "The URL goes over.");
		}
		return url;
	}

}
