// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.metadata.OidcDiscovery;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an IdP.
 *
 * @param metadata the SAML metadata, {@code null} if there is none or it cannot be read
 * @param discovery the OIDC discovery document, {@code null} if there is none or it
 * cannot be read
 * @param findings why it cannot be read, and what was found in it
 */
public record IdpDocument(@Nullable SamlMetadata metadata, @Nullable OidcDiscovery discovery, List<Finding> findings) {

	/** Nothing was read. */
	static final IdpDocument NONE = new IdpDocument(null, null, List.of());

	public IdpDocument {
		findings = List.copyOf(findings);
	}

	static IdpDocument unreadable(Finding finding) {
		return new IdpDocument(null, null, List.of(finding));
	}

}
