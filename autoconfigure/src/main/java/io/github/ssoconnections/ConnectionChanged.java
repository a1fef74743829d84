// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A connection was created, changed or deleted at a vendor, by this application or
 * elsewhere. Contains names and fingerprints, but no values from a request. At Auth0,
 * enabled clients, keys, SCIM configurations and directory provisioning count as the
 * connection. A test run at Clerk changes no connection.
 * <p>
 * The auto-configuration publishes it as an application event: once for each operation of
 * this application that succeeded, on the thread that received the response, where a
 * listener must not block; and for changes made elsewhere, if connections are refreshed
 * periodically, on a thread where a listener may block.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account, {@value Account#DEFAULT} if it has none
 * @param kind what happened to the connection
 * @param origin how the change became known
 * @param operation the name of the operation of this application, such as
 * {@code enterprise_connections.update}; {@code null} for a change made elsewhere
 * @param connectionId the id of the connection, {@code null} if the response has none
 * @param connectionName the display name of the connection, {@code null} if the response
 * has none
 * @param changedFields for an operation of this application, the names of the fields set
 * by the caller, in order, nested fields in dotted form such as
 * {@code saml.idp_metadata_url}; fields that are sent unchanged are not included. For a
 * change made elsewhere, the names of the differing components of a catalog entry, such
 * as {@code domains}
 * @param certificatesBefore the SHA-256 fingerprints of the signing certificates that
 * were trusted before, {@code null} if the operation did not read them
 * @param certificatesAfter the SHA-256 fingerprints of the signing certificates that are
 * trusted now, 64 hexadecimal digits each in lower case, {@code null} if the response
 * does not contain them, as after a deletion
 * @param key the key of the event, by which a receiver recognizes one that it has handled
 * already: the same in every instance of the application, and the same again if the
 * connection comes back to the same state; {@code null} if the connections are not
 * refreshed periodically, or if no other instance can find the change
 * @param at when the response was received, or the change was found
 */
public record ConnectionChanged(String vendor, String account, Kind kind, Origin origin, @Nullable String operation,
		@Nullable String connectionId, @Nullable String connectionName, List<String> changedFields,
		@Nullable List<String> certificatesBefore, @Nullable List<String> certificatesAfter, @Nullable String key,
		Instant at) {

	public ConnectionChanged {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notNull(origin, "'origin' must not be null");
		Assert.notNull(at, "'at' must not be null");
		changedFields = List.copyOf(changedFields);
		certificatesBefore = (certificatesBefore != null) ? List.copyOf(certificatesBefore) : null;
		certificatesAfter = (certificatesAfter != null) ? List.copyOf(certificatesAfter) : null;
	}

	/**
	 * Return a copy with a key.
	 * @param key the key
	 * @return the event
	 */
	public ConnectionChanged withKey(@Nullable String key) {
		return new ConnectionChanged(this.vendor, this.account, this.kind, this.origin, this.operation,
				this.connectionId, this.connectionName, this.changedFields, this.certificatesBefore,
				this.certificatesAfter, key, this.at);
	}

	/**
	 * What happened to a connection.
	 */
	public enum Kind {

		/** The connection was created. */
		CREATED,

		/** The connection, or something that belongs to it, was changed. */
		UPDATED,

		/** The connection was deleted. */
		DELETED

	}

	/**
	 * How a change became known.
	 */
	public enum Origin {

		/** From an operation of this application, in this process. */
		OPERATION,

		/** From an event of the vendor. */
		VENDOR_EVENT,

		/** From the difference between two refreshes. */
		REFRESH

	}

}
