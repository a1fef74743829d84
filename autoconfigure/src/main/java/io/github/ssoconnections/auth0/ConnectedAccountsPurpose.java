// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether users can connect accounts over a connection, as Auth0 answers and accepts it.
 *
 * @param active whether they can
 * @param crossAppAccess whether this holds for cross-app access, too
 * @param unknownFields fields that this version does not model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectedAccountsPurpose(@Nullable Boolean active, @Nullable Boolean crossAppAccess,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ConnectedAccountsPurpose {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return a purpose.
	 * @param active whether users can connect accounts
	 * @return the purpose, which says nothing of cross-app access
	 */
	public static ConnectedAccountsPurpose of(boolean active) {
		return new ConnectedAccountsPurpose(active, null, UnknownFields.none());
	}

	/**
	 * Return this purpose with or without cross-app access.
	 * @param crossAppAccess whether it holds for cross-app access, too
	 * @return the purpose
	 */
	public ConnectedAccountsPurpose withCrossAppAccess(@Nullable Boolean crossAppAccess) {
		return new ConnectedAccountsPurpose(this.active, crossAppAccess, this.unknownFields);
	}

}
