// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which algorithms may have encrypted a SAML assertion.
 */
public final class AssertionDecryptionSettings extends OptionsObject<AssertionDecryptionSettings> {

	/**
	 * Return the set of algorithms, such as {@code v2026-1}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String algorithmProfile() {
		return text("algorithm_profile");
	}

	/**
	 * Set the set of algorithms, such as {@code v2026-1}.
	 * @param algorithmProfile the value, may be {@code null}
	 * @return these options
	 */
	public AssertionDecryptionSettings algorithmProfile(@Nullable String algorithmProfile) {
		return put("algorithm_profile", algorithmProfile);
	}

	/**
	 * Return further, insecure algorithms that are allowed, each of 1 to 100 characters.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> algorithmExceptions() {
		return texts("algorithm_exceptions");
	}

	/**
	 * Set further, insecure algorithms that are allowed, each of 1 to 100 characters.
	 * @param algorithmExceptions the value, may be {@code null}
	 * @return these options
	 */
	public AssertionDecryptionSettings algorithmExceptions(@Nullable List<String> algorithmExceptions) {
		return put("algorithm_exceptions", algorithmExceptions);
	}

}
