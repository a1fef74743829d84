// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A token with which an IdP provisions users.
 *
 * @param tokenId the id of the token
 * @param token the token itself, answered once, when it is created
 * @param scopes what it may be used for
 * @param createdAt when it was created, as Auth0 writes it
 * @param validUntil until when it is valid, as Auth0 writes it
 * @param lastUsedAt when it was last used, as Auth0 writes it
 * @param unknownFields fields that this version does not model
 */
public record ScimToken(@Nullable String tokenId, @Nullable Secret token, @Nullable List<String> scopes,
		@Nullable String createdAt, @Nullable String validUntil, @Nullable String lastUsedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ScimToken {
		scopes = (scopes != null) ? Collections.unmodifiableList(scopes) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
