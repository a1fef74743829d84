// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * The state that a form was rendered from: a hash that the form carries, so that a form
 * is rejected when what it shows has changed since. Secrets are masked before.
 */
public final class FormState {

	/**
	 * Name of the hidden field of the form.
	 */
	public static final String FIELD = "_state";

	private FormState() {
	}

	/**
	 * Return the state of what a form shows.
	 * @param facts what is shown: records, lists and maps
	 * @return a hash of 43 characters
	 */
	public static String of(Object... facts) {
		try {
			byte[] json = WireJson.masked().writeValueAsBytes(facts);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(json));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is missing", ex);
		}
	}

	/**
	 * Return whether a form shows the present state. If it does not, respond with 409 and
	 * the page of the present state.
	 * @param rendered the field of the form, {@code null} if it has none
	 * @param facts what is so now
	 * @return whether nothing has changed since
	 */
	public static boolean matches(@Nullable String rendered, Object... facts) {
		return rendered != null && MessageDigest.isEqual(rendered.getBytes(StandardCharsets.UTF_8),
				of(facts).getBytes(StandardCharsets.UTF_8));
	}

}
