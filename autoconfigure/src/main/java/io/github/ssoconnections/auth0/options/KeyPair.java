// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that signs requests or decrypts assertions.
 */
public final class KeyPair extends OptionsObject<KeyPair> {

	static final DeclaredOptions<KeyPair> DECLARED = new DeclaredOptions<>();

	/** {@code cert}: Certificate. */
	public static final ConnectionOption<KeyPair, String> CERT = DECLARED.text("cert");

	/** {@code key}: Private key. */
	public static final ConnectionOption<KeyPair, Secret> KEY = DECLARED.secret("key");

	static final OptionType<KeyPair> TYPE = OptionType.object(KeyPair::read, DECLARED);

	private static @Nullable KeyPair read(Object value) {
		return (value instanceof Secret key) ? new KeyPair().set(KEY, key)
				: OptionsObject.read(value, KeyPair.class, KeyPair::new);
	}

}
