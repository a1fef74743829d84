// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A signing certificate of an IdP that Clerk trusts.
 *
 * @param certificate the certificate, base64 DER without PEM header and footer
 * @param issuedAt the start of its validity
 * @param expiresAt the end of its validity
 * @param unknownFields the unknown fields
 */
public record IdpCertificate(@Nullable String certificate, @Nullable Instant issuedAt, @Nullable Instant expiresAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public IdpCertificate {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
