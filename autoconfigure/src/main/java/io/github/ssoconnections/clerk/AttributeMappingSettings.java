// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of SAML attributes to fields of the user, within a request.
 */
public final class AttributeMappingSettings extends ApiBody<AttributeMappingSettings> {

	/**
	 * Set the attribute with the user's id at the IdP.
	 * @param userId the name of the attribute, may be {@code null}
	 * @return this body
	 */
	public AttributeMappingSettings userId(@Nullable String userId) {
		return put("user_id", userId);
	}

	/**
	 * Set the attribute with the e-mail address.
	 * @param emailAddress the name of the attribute, may be {@code null}
	 * @return this body
	 */
	public AttributeMappingSettings emailAddress(@Nullable String emailAddress) {
		return put("email_address", emailAddress);
	}

	/**
	 * Set the attribute with the first name.
	 * @param firstName the name of the attribute, may be {@code null}
	 * @return this body
	 */
	public AttributeMappingSettings firstName(@Nullable String firstName) {
		return put("first_name", firstName);
	}

	/**
	 * Set the attribute with the last name.
	 * @param lastName the name of the attribute, may be {@code null}
	 * @return this body
	 */
	public AttributeMappingSettings lastName(@Nullable String lastName) {
		return put("last_name", lastName);
	}

}
