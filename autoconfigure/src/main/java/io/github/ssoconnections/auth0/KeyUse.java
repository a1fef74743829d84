// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Use of a key. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record KeyUse(@JsonValue String value) {

	/** Signing. */
	public static final KeyUse SIGNING = new KeyUse("signing");

	/** Encryption. */
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
