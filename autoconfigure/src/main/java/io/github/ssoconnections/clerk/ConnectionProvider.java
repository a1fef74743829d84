// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * The kind of IdP of a connection. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record ConnectionProvider(@JsonValue String value) {

	/**
	 * Any SAML IdP.
	 */
	public static final ConnectionProvider SAML_CUSTOM = new ConnectionProvider("saml_custom");

	/**
	 * Okta over SAML.
	 */
	public static final ConnectionProvider SAML_OKTA = new ConnectionProvider("saml_okta");

	/**
	 * Google Workspace over SAML.
	 */
	public static final ConnectionProvider SAML_GOOGLE = new ConnectionProvider("saml_google");

	/**
	 * Microsoft Entra ID over SAML.
	 */
	public static final ConnectionProvider SAML_MICROSOFT = new ConnectionProvider("saml_microsoft");

	/**
	 * Any OpenID provider.
	 */
	public static final ConnectionProvider OIDC_CUSTOM = new ConnectionProvider("oidc_custom");

	/**
	 * GitHub Enterprise over OIDC.
	 */
	public static final ConnectionProvider OIDC_GITHUB_ENTERPRISE = new ConnectionProvider("oidc_github_enterprise");

	/**
	 * GitLab over OIDC.
	 */
	public static final ConnectionProvider OIDC_GITLAB = new ConnectionProvider("oidc_gitlab");

	/**
	 * Google over OIDC. Newer than the vendor's document.
	 */
	public static final ConnectionProvider OIDC_GOOGLE = new ConnectionProvider("oidc_google");

	/**
	 * Microsoft Entra ID over OIDC. Newer than the vendor's document.
	 */
	public static final ConnectionProvider OIDC_MICROSOFT = new ConnectionProvider("oidc_microsoft");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConnectionProvider {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the SAML provider that the URLs of an IdP suggest. It cannot be changed once
	 * a connection is created.
	 * @param urls the entity ID, the SSO URL or the metadata URL of the IdP, as far as
	 * they are known
	 * @return the provider of a host that is known, {@link #SAML_CUSTOM} if there is none
	 */
	public static ConnectionProvider ofSamlUrls(Collection<String> urls) {
		Assert.noNullElements(urls, "'urls' must not contain null");
		List<String> hosts = urls.stream().map(ConnectionProvider::host).toList();
		if (hosts.stream().anyMatch((host) -> isBelow(host, "okta.com") || isBelow(host, "oktapreview.com"))) {
			return SAML_OKTA;
		}
		if (hosts.contains("accounts.google.com")) {
			return SAML_GOOGLE;
		}
		if (hosts.contains("sts.windows.net") || hosts.contains("login.microsoftonline.com")) {
			return SAML_MICROSOFT;
		}
		return SAML_CUSTOM;
	}

	private static String host(String url) {
		try {
			String host = URI.create(url.strip()).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static boolean isBelow(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
