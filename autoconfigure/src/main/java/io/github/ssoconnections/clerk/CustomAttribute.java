// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the IdP that is copied into the user's profile, in requests and
 * responses.
 *
 * @param name the display name
 * @param key the key in the user's metadata, {@code ^[^_][A-Za-z0-9_-]*$}
 * @param ssoPath the path of the value in the SAML assertion or the OIDC claims
 * @param scimPath the old name of {@code directoryPath}
 * @param directoryPath the path of the value in a user of the directory, as a GJSON path
 * @param multiValued whether multiple values are stored as an array
 * @param unknownFields the unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomAttribute(@Nullable String name, @Nullable String key, @Nullable String ssoPath,
		@Nullable String scimPath, @Nullable String directoryPath, @Nullable Boolean multiValued,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public CustomAttribute {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create an attribute without paths.
	 * @param name the display name
	 * @param key the key in the user's metadata
	 * @return the attribute
	 */
	public static CustomAttribute of(String name, String key) {
		return new CustomAttribute(name, key, null, null, null, null, UnknownFields.none());
	}

	/**
	 * Return this attribute, read from the SAML assertion or the OIDC claims.
	 * @param ssoPath the path of the value
	 * @return the attribute
	 */
	public CustomAttribute withSsoPath(@Nullable String ssoPath) {
		return new CustomAttribute(this.name, this.key, ssoPath, this.scimPath, this.directoryPath, this.multiValued,
				this.unknownFields);
	}

	/**
	 * Return this attribute, read from the directory, with the old name of the field.
	 * Clerk rejects an attribute whose old and new paths differ.
	 * @param scimPath the path of the value
	 * @return the attribute
	 */
	public CustomAttribute withScimPath(@Nullable String scimPath) {
		return new CustomAttribute(this.name, this.key, this.ssoPath, scimPath, this.directoryPath, this.multiValued,
				this.unknownFields);
	}

	/**
	 * Return this attribute, read from the directory.
	 * @param directoryPath the path of the value
	 * @return the attribute
	 */
	public CustomAttribute withDirectoryPath(@Nullable String directoryPath) {
		return new CustomAttribute(this.name, this.key, this.ssoPath, this.scimPath, directoryPath, this.multiValued,
				this.unknownFields);
	}

	/**
	 * Return this attribute with one or multiple values.
	 * @param multiValued whether multiple values are stored as an array
	 * @return the attribute
	 */
	public CustomAttribute withMultiValued(@Nullable Boolean multiValued) {
		return new CustomAttribute(this.name, this.key, this.ssoPath, this.scimPath, this.directoryPath, multiValued,
				this.unknownFields);
	}

}
