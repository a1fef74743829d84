// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;

/**
 * Options of a connection of strategy {@code ad}: Active Directory or LDAP, through a
 * connector.
 */
public final class AdOptions extends StrategyOptions<AdOptions> {

	static final DeclaredOptions<AdOptions> DECLARED = new DeclaredOptions<>();

	/** {@code certs}: Certificates of the connectors. */
	public static final ConnectionOption<AdOptions, List<String>> CERTS = DECLARED.texts("certs");

	/** {@code thumbprints}: SHA-1 thumbprints of the certificates. */
	public static final ConnectionOption<AdOptions, List<String>> THUMBPRINTS = DECLARED.texts("thumbprints");

	/** {@code ips}: IP ranges whose users sign in with Kerberos. */
	public static final ConnectionOption<AdOptions, List<String>> IPS = DECLARED.texts("ips");

	/** {@code kerberos}: Whether Kerberos is used. */
	public static final ConnectionOption<AdOptions, Boolean> KERBEROS = DECLARED.flag("kerberos");

	/** {@code certAuth}: Whether client certificates are used. */
	public static final ConnectionOption<AdOptions, Boolean> CERT_AUTH = DECLARED.flag("certAuth");

	/** {@code signInEndpoint}: Sign-in URL of the connector. */
	public static final ConnectionOption<AdOptions, String> SIGN_IN_ENDPOINT = DECLARED.text("signInEndpoint");

	/** {@code agentIP}: Address of the connector. */
	public static final ConnectionOption<AdOptions, String> AGENT_IP = DECLARED.text("agentIP");

	/** {@code agentMode}: Whether the connector is in agent mode. */
	public static final ConnectionOption<AdOptions, Boolean> AGENT_MODE = DECLARED.flag("agentMode");

	/** {@code agentVersion}: Version of the connector. */
	public static final ConnectionOption<AdOptions, String> AGENT_VERSION = DECLARED.text("agentVersion");

	/** {@code brute_force_protection}: Whether brute-force protection is enabled. */
	public static final ConnectionOption<AdOptions, Boolean> BRUTE_FORCE_PROTECTION = DECLARED
		.flag("brute_force_protection");

	/** {@code disable_cache}: Whether the cache of credentials is disabled. */
	public static final ConnectionOption<AdOptions, Boolean> DISABLE_CACHE = DECLARED.flag("disable_cache");

	/**
	 * {@code disable_self_service_change_password}: Whether users are prevented from
	 * changing their passwords.
	 */
	public static final ConnectionOption<AdOptions, Boolean> DISABLE_SELF_SERVICE_CHANGE_PASSWORD = DECLARED
		.flag("disable_self_service_change_password");

}
