// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

import org.springframework.util.Assert;

/**
 * What the answer of an operation tells about the connection that it changed.
 *
 * @param id the id of the connection
 * @param certificates the SHA-256 fingerprints of the certificates that it trusts now
 */
public record Change(@Nullable String id, @Nullable List<String> certificates) {

	/**
	 * Tell what was read before the change, for a call that is made with the context.
	 * @param certificates the SHA-256 fingerprints of the certificates that the
	 * connection trusted
	 * @return what to pass to {@code contextWrite}
	 */
	public static Function<Context, Context> replacing(List<String> certificates) {
		Assert.notNull(certificates, "'certificates' must not be null");
		Before before = new Before(List.copyOf(certificates));
		return (context) -> context.put(Before.class, before);
	}

	/**
	 * What was read before a change.
	 *
	 * @param certificates the fingerprints
	 */
	record Before(@Nullable List<String> certificates) {

		static final Before UNKNOWN = new Before(null);

	}

}
