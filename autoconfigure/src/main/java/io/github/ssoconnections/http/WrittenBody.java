// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A body as it was when the call was made, so that later changes to it have no effect.
 */
final class WrittenBody {

	private final byte[] json;

	private final Set<String> secrets;

	private WrittenBody(byte[] json, Set<String> secrets) {
		this.json = json;
		this.secrets = secrets;
	}

	static @Nullable WrittenBody of(@Nullable ApiBody<?> body) {
		if (body == null) {
			return null;
		}
		try {
			return new WrittenBody(WireJson.mapper().writeValueAsBytes(body), Scrubber.secretsOf(body));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body cannot be written as JSON; one of " + body.fields().keySet()
					+ " holds what JSON has no form for");
		}
	}

	byte[] json() {
		return this.json;
	}

	/**
	 * Return the secrets in the body.
	 * @return the secrets in clear
	 */
	Set<String> secrets() {
		return this.secrets;
	}

}
