// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code ad}: Active Directory or LDAP, over a
 * connector.
 */
public final class AdOptions extends StrategyOptions<AdOptions> {

	/**
	 * Return the certificates of the connectors.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> certs() {
		return texts("certs");
	}

	/**
	 * Set the certificates of the connectors.
	 * @param certs the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions certs(@Nullable List<String> certs) {
		return put("certs", certs);
	}

	/**
	 * Return the SHA-1 thumbprints of the certificates.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> thumbprints() {
		return texts("thumbprints");
	}

	/**
	 * Set the SHA-1 thumbprints of the certificates.
	 * @param thumbprints the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions thumbprints(@Nullable List<String> thumbprints) {
		return put("thumbprints", thumbprints);
	}

	/**
	 * Return the IP ranges whose users sign in over Kerberos.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> ips() {
		return texts("ips");
	}

	/**
	 * Set the IP ranges whose users sign in over Kerberos.
	 * @param ips the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions ips(@Nullable List<String> ips) {
		return put("ips", ips);
	}

	/**
	 * Return whether Kerberos is used.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean kerberos() {
		return flag("kerberos");
	}

	/**
	 * Set whether Kerberos is used.
	 * @param kerberos the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions kerberos(@Nullable Boolean kerberos) {
		return put("kerberos", kerberos);
	}

	/**
	 * Return whether client certificates are used.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean certAuth() {
		return flag("certAuth");
	}

	/**
	 * Set whether client certificates are used.
	 * @param certAuth the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions certAuth(@Nullable Boolean certAuth) {
		return put("certAuth", certAuth);
	}

	/**
	 * Return the sign-in URL of the connector.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signInEndpoint() {
		return text("signInEndpoint");
	}

	/**
	 * Set the sign-in URL of the connector.
	 * @param signInEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions signInEndpoint(@Nullable String signInEndpoint) {
		return put("signInEndpoint", signInEndpoint);
	}

	/**
	 * Return the address of the connector.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String agentIp() {
		return text("agentIP");
	}

	/**
	 * Set the address of the connector.
	 * @param agentIp the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions agentIp(@Nullable String agentIp) {
		return put("agentIP", agentIp);
	}

	/**
	 * Return whether the connector is in agent mode.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean agentMode() {
		return flag("agentMode");
	}

	/**
	 * Set whether the connector is in agent mode.
	 * @param agentMode the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions agentMode(@Nullable Boolean agentMode) {
		return put("agentMode", agentMode);
	}

	/**
	 * Return the version of the connector.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String agentVersion() {
		return text("agentVersion");
	}

	/**
	 * Set the version of the connector.
	 * @param agentVersion the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions agentVersion(@Nullable String agentVersion) {
		return put("agentVersion", agentVersion);
	}

	/**
	 * Return whether brute-force protection is on.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean bruteForceProtection() {
		return flag("brute_force_protection");
	}

	/**
	 * Set whether brute-force protection is on.
	 * @param bruteForceProtection the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions bruteForceProtection(@Nullable Boolean bruteForceProtection) {
		return put("brute_force_protection", bruteForceProtection);
	}

	/**
	 * Return whether credentials are not cached.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean disableCache() {
		return flag("disable_cache");
	}

	/**
	 * Set whether credentials are not cached.
	 * @param disableCache the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions disableCache(@Nullable Boolean disableCache) {
		return put("disable_cache", disableCache);
	}

	/**
	 * Return whether users cannot change their passwords.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean disableSelfServiceChangePassword() {
		return flag("disable_self_service_change_password");
	}

	/**
	 * Set whether users cannot change their passwords.
	 * @param disableSelfServiceChangePassword the value, may be {@code null}
	 * @return these options
	 */
	public AdOptions disableSelfServiceChangePassword(@Nullable Boolean disableSelfServiceChangePassword) {
		return put("disable_self_service_change_password", disableSelfServiceChangePassword);
	}

}
