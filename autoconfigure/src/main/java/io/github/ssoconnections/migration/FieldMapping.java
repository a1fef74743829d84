// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a field of a connection. Contains no secret.
 *
 * @param source the wire name at Auth0, such as {@code options.domain_aliases};
 * {@code null} if Auth0 has no such field
 * @param target the wire name at Clerk, such as {@code saml.idp_sso_url}; {@code null} if
 * Clerk has no such field
 * @param note what happens, or what to do, in one or a few sentences
 */
public record FieldMapping(@Nullable String source, @Nullable String target, String note) {

	public FieldMapping {
		Assert.hasText(note, "'note' must not be empty");
	}

}
