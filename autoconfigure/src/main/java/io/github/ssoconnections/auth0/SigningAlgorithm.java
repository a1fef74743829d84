// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Signature algorithm. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record SigningAlgorithm(@JsonValue String value) {

	/** RSA with SHA-256. */
	public static final SigningAlgorithm RS256 = new SigningAlgorithm("RS256");

	/** RSA with SHA-384. */
	public static final SigningAlgorithm RS384 = new SigningAlgorithm("RS384");

	/** RSA with SHA-512. */
	public static final SigningAlgorithm RS512 = new SigningAlgorithm("RS512");

	/** RSA-PSS with SHA-256. */
	public static final SigningAlgorithm PS256 = new SigningAlgorithm("PS256");

	/** RSA-PSS with SHA-384. */
	public static final SigningAlgorithm PS384 = new SigningAlgorithm("PS384");

	/** ECDSA on P-256. */
	public static final SigningAlgorithm ES256 = new SigningAlgorithm("ES256");

	/** ECDSA on P-384. */
	public static final SigningAlgorithm ES384 = new SigningAlgorithm("ES384");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SigningAlgorithm {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
