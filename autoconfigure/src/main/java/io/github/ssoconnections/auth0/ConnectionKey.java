// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A key of an OIDC or Okta connection that authenticates with {@code private_key_jwt}.
 *
 * @param kid the id of the key
 * @param cert the certificate, PEM
 * @param pkcs the certificate in PKCS #7, PEM
 * @param current whether the key is in use
 * @param next whether the key is used next
 * @param previous whether the key was used before
 * @param currentSince the start of its use, in Auth0's format
 * @param fingerprint the fingerprint of the certificate
 * @param thumbprint the SHA-1 thumbprint of the certificate
 * @param algorithm the algorithm
 * @param keyUse the use of the key
 * @param subjectDn the subject of the certificate
 * @param unknownFields unknown fields
 */
public record ConnectionKey(@Nullable String kid, @Nullable String cert, @Nullable String pkcs,
		@Nullable Boolean current, @Nullable Boolean next, @Nullable Boolean previous, @Nullable String currentSince,
		@Nullable String fingerprint, @Nullable String thumbprint, @Nullable SigningAlgorithm algorithm,
		@Nullable KeyUse keyUse, @Nullable String subjectDn,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ConnectionKey {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
