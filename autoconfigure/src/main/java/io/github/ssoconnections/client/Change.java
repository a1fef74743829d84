// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Changed connection, according to the response of an operation.
 *
 * @param id the id of the connection
 * @param name the display name of the connection
 * @param certificates the SHA-256 fingerprints of the certificates that the connection
 * trusts now
 * @param connection the connection in the form of the vendor, {@code null} if the
 * response does not contain it
 * @param deleted whether the connection itself was deleted
 */
public record Change(@Nullable String id, @Nullable String name, @Nullable List<String> certificates,
		@Nullable Object connection, boolean deleted) {

	/**
	 * Change of something that belongs to the connection.
	 */
	public static final Change OF_PART = new Change(null, null, null, null, false);

	public Change {
		id = StringUtils.hasText(id) ? id : null;
		name = StringUtils.hasText(name) ? name : null;
	}

	/**
	 * Create the change of a connection that is in the response.
	 * @param id the id of the connection
	 * @param name the display name of the connection
	 * @param certificates the SHA-256 fingerprints of the certificates that the
	 * connection trusts now
	 * @param connection the connection in the form of the vendor
	 * @return the change
	 */
	public static Change to(@Nullable String id, @Nullable String name, @Nullable List<String> certificates,
			Object connection) {
		return new Change(id, name, certificates, connection, false);
	}

	/**
	 * Create the deletion of a connection.
	 * @param id the id of the connection, {@code null} for the id in the path
	 * @return the change
	 */
	public static Change deletion(@Nullable String id) {
		return new Change(id, null, null, null, true);
	}

	/**
	 * Pass on what was read before the change, in the Reactor context of the call.
	 * @param certificates the SHA-256 fingerprints of the certificates that the
	 * connection trusted before
	 * @return the function for {@code contextWrite}
	 */
	public static Function<Context, Context> replacing(List<String> certificates) {
		Assert.notNull(certificates, "'certificates' must not be null");
		Before before = new Before(List.copyOf(certificates));
		return (context) -> context.put(Before.class, before);
	}

	/**
	 * State before a change.
	 *
	 * @param certificates the fingerprints
	 */
	record Before(@Nullable List<String> certificates) {

		static final Before UNKNOWN = new Before(null);

	}

}
