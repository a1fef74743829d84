// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Strategies that can be moved, and why others cannot.
 */
final class Strategies {

	private static final Set<ConnectionStrategy> SAML = Set.of(ConnectionStrategy.SAMLP,
			ConnectionStrategy.PINGFEDERATE);

	private static final Set<ConnectionStrategy> OIDC = Set.of(ConnectionStrategy.OIDC, ConnectionStrategy.OKTA,
			ConnectionStrategy.WAAD);

	private static final String WS_FEDERATION = "ws-federation";

	private static final String UNKNOWN = "This version does not know the strategy: set the connection up at Clerk "
			+ "if it is one of a company.";

	private static final Map<String, String> REASONS = new LinkedHashMap<>();
	static {
		put("Clerk has no connection to Google's API: set it up again, as a SAML app of Google Workspace.",
				"google-apps");
		put("Clerk has no WS-Federation: set it up again, with the SAML metadata of AD FS.", "adfs");
		put("Clerk has no connector for directories: set it up again, with the SAML or OIDC provider of the directory.",
				"ad", "auth0-adldap");
		put("It is a database of users with passwords, and not an IdP of a company.", "auth0");
		put("It signs users in without a password, and without an IdP of a company.", "email", "sms");
		put("It has no settings that map: set it up again at Clerk, over SAML or OIDC.", "auth0-oidc", "custom", "ip",
				"office365", "sharepoint", "salesforce-community");
		put("It is a social connection, and not an IdP of a company: switch the provider on at Clerk, if it is there.",
				"amazon", "apple", "dropbox", "bitbucket", "baidu", "bitly", "box", "daccount", "dwolla",
				"evernote-sandbox", "evernote", "exact", "facebook", "fitbit", "github", "google-oauth2", "instagram",
				"line", "linkedin", "oauth1", "oauth2", "paypal", "paypal-sandbox", "planningcenter",
				"salesforce-sandbox", "salesforce", "shopify", "shop", "soundcloud", "thirtysevensignals", "twitter",
				"untappd", "vkontakte", "weibo", "windowslive", "wordpress", "yahoo", "yandex", "aol", "flickr",
				"miicard", "renren", "thecity", "thecity-sandbox", "yammer");
	}

	private Strategies() {
	}

	private static void put(String reason, String... strategies) {
		Stream.of(strategies).forEach((strategy) -> REASONS.put(strategy, reason));
	}

	static boolean isSaml(Auth0Connection connection) {
		return connection.strategy() != null && SAML.contains(connection.strategy());
	}

	/**
	 * Return why a connection cannot be moved because of its strategy.
	 * @param connection the connection
	 * @return the reason, {@code null} if its strategy can be moved
	 */
	static @Nullable String unmappedReason(Auth0Connection connection) {
		ConnectionStrategy strategy = connection.strategy();
		if (strategy == null) {
			return "The strategy is absent from the response.";
		}
		if (strategy.equals(ConnectionStrategy.WAAD) && isWsFederation(connection.options())) {
			return "Clerk has no WS-Federation: set it up again, as a SAML app of Microsoft Entra ID.";
		}
		return (SAML.contains(strategy) || OIDC.contains(strategy)) ? null
				: REASONS.getOrDefault(strategy.value(), UNKNOWN);
	}

	private static boolean isWsFederation(@Nullable ConnectionOptions options) {
		return options != null && (Boolean.TRUE.equals(options.get(WaadOptions.USE_WSFED))
				|| WS_FEDERATION.equals(options.get(WaadOptions.WAAD_PROTOCOL)));
	}

}
