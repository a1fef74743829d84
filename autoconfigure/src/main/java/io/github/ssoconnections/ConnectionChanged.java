// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A connection was created, changed or deleted at a vendor. The auto-configuration
 * publishes it as an application event, once for each operation that succeeded, on the
 * thread that received the response: a listener must not block. It contains names and
 * fingerprints, but no values from the request.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account, {@value Account#DEFAULT} if it has none
 * @param operation the name of the operation, such as
 * {@code enterprise_connections.update}
 * @param connectionId the id of the connection, {@code null} if the response has none
 * @param connectionName the display name of the connection, {@code null} if the response
 * has none
 * @param changedFields the names of the fields set by the caller, in order, nested fields
 * in dotted form such as {@code saml.idp_metadata_url}; fields that are sent unchanged
 * are not included
 * @param certificatesBefore the SHA-256 fingerprints of the signing certificates that
 * were trusted before, {@code null} if the operation did not read them
 * @param certificatesAfter the SHA-256 fingerprints of the signing certificates that are
 * trusted now, 64 hexadecimal digits each in lower case, {@code null} if the response
 * does not contain them, as after a deletion
 * @param at when the response was received
 */
public record ConnectionChanged(String vendor, String account, String operation, @Nullable String connectionId,
		@Nullable String connectionName, List<String> changedFields, @Nullable List<String> certificatesBefore,
		@Nullable List<String> certificatesAfter, Instant at) {

	public ConnectionChanged {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(account, "'account' must not be empty");
		Assert.hasText(operation, "'operation' must not be empty");
		Assert.notNull(at, "'at' must not be null");
		changedFields = List.copyOf(changedFields);
		certificatesBefore = (certificatesBefore != null) ? List.copyOf(certificatesBefore) : null;
		certificatesAfter = (certificatesAfter != null) ? List.copyOf(certificatesAfter) : null;
	}

}
