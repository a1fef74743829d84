// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Kind of value of the parameter {@code login_hint}. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record LoginHintMode(@JsonValue String value) {

	/**
	 * The e-mail address that the user gave.
	 */
	public static final LoginHintMode EMAIL_ADDRESS = new LoginHintMode("email_address");

	/**
	 * A value of the user's public metadata.
	 */
	public static final LoginHintMode CUSTOM_ATTRIBUTE = new LoginHintMode("custom_attribute");

	/**
	 * No hint.
	 */
	public static final LoginHintMode OFF = new LoginHintMode("off");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LoginHintMode {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
