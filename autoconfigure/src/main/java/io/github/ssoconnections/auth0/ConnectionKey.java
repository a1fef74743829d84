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
 * @param current whether it is the one in use
 * @param next whether it is the one that comes into use next
 * @param previous whether it was in use before
 * @param currentSince when it came into use, as Auth0 writes it
 * @param fingerprint the fingerprint of the certificate
 * @param thumbprint the SHA-1 thumbprint of the certificate
 * @param algorithm the algorithm
 * @param keyUse what the key is for
 * @param subjectDn the subject of the certificate
 * @param unknownFields fields that this version does not model
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
