// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.user;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * User at Auth0, with the selected fields only.
 *
 * @param userId the id
 * @param identities the identities, one for each connection
 * @param unknownFields unknown fields
 */
public record User(@Nullable String userId, @Nullable List<Identity> identities,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public User {
		identities = (identities != null) ? Collections.unmodifiableList(identities) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Identity of a user at a connection.
	 *
	 * @param connection the name of the connection
	 * @param provider the strategy
	 * @param unknownFields unknown fields
	 */
	public record Identity(@Nullable String connection, @Nullable String provider,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Identity {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
