// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A connection was created, changed or deleted at a vendor. The auto-configuration
 * publishes it as an application event, once for each operation that succeeded, on the
 * thread on which the answer came: a listener must not block. It holds names and
 * fingerprints, and no value that was sent.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param operation the name of the operation, such as
 * {@code enterprise_connections.update}
 * @param connectionId the id of the connection, {@code null} if the answer has none
 * @param changedFields the names of the fields that the caller has set, in their order,
 * those within objects in dotted form such as {@code saml.idp_metadata_url}; what is sent
 * along unchanged is not among them
 * @param certificatesBefore the SHA-256 fingerprints of the signing certificates that
 * were trusted before, {@code null} where the operation had not read them
 * @param certificatesAfter the SHA-256 fingerprints of the signing certificates that are
 * trusted now, 64 hexadecimal digits each in lower case, {@code null} where the answer
 * does not tell, as after a deletion
 * @param at when the answer came
 */
public record ConnectionChanged(String vendor, String operation, @Nullable String connectionId,
		List<String> changedFields, @Nullable List<String> certificatesBefore, @Nullable List<String> certificatesAfter,
		Instant at) {

	public ConnectionChanged {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(operation, "'operation' must not be empty");
		Assert.notNull(at, "'at' must not be null");
		changedFields = List.copyOf(changedFields);
		certificatesBefore = (certificatesBefore != null) ? List.copyOf(certificatesBefore) : null;
		certificatesAfter = (certificatesAfter != null) ? List.copyOf(certificatesAfter) : null;
	}

}
