// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * What a key is for. A value that this version does not know is a value like any other.
 *
 * @param value the value on the wire
 */
public record KeyUse(@JsonValue String value) {

	/**
	 * To sign.
	 */
	public static final KeyUse SIGNING = new KeyUse("signing");

	/**
	 * To encrypt.
	 */
	public static final KeyUse ENCRYPTION = new KeyUse("encryption");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public KeyUse {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
