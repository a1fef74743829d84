// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * SCIM token of an IdP.
 *
 * @param tokenId the id of the token
 * @param token the value of the token, only in the response to its creation
 * @param scopes the scopes
 * @param createdAt the time of the creation, in Auth0's format
 * @param validUntil the expiry, in Auth0's format
 * @param lastUsedAt the time of the last use, in Auth0's format
 * @param unknownFields unknown fields
 */
public record ScimToken(@Nullable String tokenId, @Nullable Secret token, @Nullable List<String> scopes,
		@Nullable String createdAt, @Nullable String validUntil, @Nullable String lastUsedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ScimToken {
		scopes = (scopes != null) ? Collections.unmodifiableList(scopes) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
