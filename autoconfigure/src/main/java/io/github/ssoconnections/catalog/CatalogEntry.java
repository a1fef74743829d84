// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * A connection with the properties that all vendors have in common. Contains no secret.
 *
 * @param vendor the vendor, such as {@code clerk}
 * @param account the name of the account, {@value Account#DEFAULT} if it has none
 * @param id the vendor's id
 * @param name the display name
 * @param protocol {@code saml} or {@code oidc}
 * @param provider the kind of IdP as the vendor names it, such as {@code saml_okta}
 * @param active whether users can sign in
 * @param domains the e-mail domains whose users sign in through the connection
 * @param certificates the trusted signing certificates, the primary certificate first;
 * empty if there are none, {@code null} if they are absent from the response of the
 * vendor
 */
public record CatalogEntry(String vendor, String account, @Nullable String id, @Nullable String name,
		@Nullable String protocol, @Nullable String provider, @Nullable Boolean active, List<String> domains,
		@Nullable List<CatalogCertificate> certificates) {

	/**
	 * {@link #protocol()} of a connection that trusts signing certificates.
	 */
	public static final String SAML = "saml";

	/**
	 * {@link #protocol()} of a connection that needs no signing certificate.
	 */
	public static final String OIDC = "oidc";

	public CatalogEntry {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(domains, "'domains' must not be null");
		id = StringUtils.hasText(id) ? id : null;
		name = StringUtils.hasText(name) ? name : null;
		domains = List.copyOf(domains);
		certificates = (certificates != null) ? List.copyOf(certificates) : null;
	}

}
