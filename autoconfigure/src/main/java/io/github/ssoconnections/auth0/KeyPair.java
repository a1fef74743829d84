// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that signs requests or decrypts assertions.
 */
public final class KeyPair extends OptionsObject<KeyPair> {

	/**
	 * Return the certificate.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String cert() {
		return text("cert");
	}

	/**
	 * Set the certificate.
	 * @param cert the value, may be {@code null}
	 * @return these options
	 */
	public KeyPair cert(@Nullable String cert) {
		return put("cert", cert);
	}

	/**
	 * Return the private key.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret key() {
		return secret("key");
	}

	/**
	 * Set the private key.
	 * @param key the value, may be {@code null}
	 * @return these options
	 */
	public KeyPair key(@Nullable String key) {
		return put("key", Secret.ofNullable(key));
	}

}
