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
 */
public record Change(@Nullable String id, @Nullable String name, @Nullable List<String> certificates) {

	public Change {
		id = StringUtils.hasText(id) ? id : null;
		name = StringUtils.hasText(name) ? name : null;
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
