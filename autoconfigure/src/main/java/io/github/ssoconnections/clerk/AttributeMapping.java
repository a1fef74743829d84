// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of SAML attributes to fields of the user.
 *
 * @param userId the attribute with the user's id at the IdP
 * @param emailAddress the attribute with the e-mail address
 * @param firstName the attribute with the first name
 * @param lastName the attribute with the last name
 * @param unknownFields the unknown fields
 */
public record AttributeMapping(@Nullable String userId, @Nullable String emailAddress, @Nullable String firstName,
		@Nullable String lastName, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public AttributeMapping {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
