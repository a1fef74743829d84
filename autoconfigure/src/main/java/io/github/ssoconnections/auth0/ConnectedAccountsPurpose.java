// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether users can connect accounts with a connection, in requests and responses.
 *
 * @param active whether users can connect accounts
 * @param crossAppAccess whether cross-app access is included
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectedAccountsPurpose(@Nullable Boolean active, @Nullable Boolean crossAppAccess,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ConnectedAccountsPurpose {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a purpose.
	 * @param active whether users can connect accounts
	 * @return the purpose, without a setting of cross-app access
	 */
	public static ConnectedAccountsPurpose of(boolean active) {
		return new ConnectedAccountsPurpose(active, null, UnknownFields.none());
	}

	/**
	 * Return this purpose with or without cross-app access.
	 * @param crossAppAccess whether cross-app access is included
	 * @return the purpose
	 */
	public ConnectedAccountsPurpose withCrossAppAccess(@Nullable Boolean crossAppAccess) {
		return new ConnectedAccountsPurpose(this.active, crossAppAccess, this.unknownFields);
	}

}
