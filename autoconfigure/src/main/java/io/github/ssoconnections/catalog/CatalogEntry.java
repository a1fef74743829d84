// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A connection as all vendors have it. Holds no secret and no certificate.
 *
 * @param vendor the vendor, such as {@code clerk}
 * @param id the vendor's id
 * @param name the display name
 * @param protocol {@code saml} or {@code oidc}
 * @param provider the kind of IdP in the vendor's words, such as {@code saml_okta}
 * @param active whether users can sign in
 * @param domains the e-mail domains whose users sign in here
 * @param certificateExpiresAt when the IdP's primary signing certificate expires
 */
public record CatalogEntry(String vendor, @Nullable String id, @Nullable String name, @Nullable String protocol,
		@Nullable String provider, @Nullable Boolean active, List<String> domains,
		@Nullable Instant certificateExpiresAt) {

	public CatalogEntry {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.notNull(domains, "'domains' must not be null");
		domains = List.copyOf(domains);
	}

}
