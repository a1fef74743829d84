// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * What is sent to the IdP as {@code login_hint}. A value that this version does not know
 * is a value like any other.
 *
 * @param value the value on the wire
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
	 * Nothing.
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
