// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;

/**
 * Encryption algorithms that are accepted in SAML assertions.
 */
public final class AssertionDecryptionSettings extends OptionsObject<AssertionDecryptionSettings> {

	static final DeclaredOptions<AssertionDecryptionSettings> DECLARED = new DeclaredOptions<>();

	/** {@code algorithm_profile}: Set of accepted algorithms, such as {@code v2026-1}. */
	public static final ConnectionOption<AssertionDecryptionSettings, String> ALGORITHM_PROFILE = DECLARED
		.text("algorithm_profile");

	/**
	 * {@code algorithm_exceptions}: Further, insecure algorithms that are accepted, each
	 * of 1 to 100 characters.
	 */
	public static final ConnectionOption<AssertionDecryptionSettings, List<String>> ALGORITHM_EXCEPTIONS = DECLARED
		.texts("algorithm_exceptions");

	static final OptionType<AssertionDecryptionSettings> TYPE = OptionType
		.object((value) -> read(value, AssertionDecryptionSettings.class, AssertionDecryptionSettings::new), DECLARED);

}
