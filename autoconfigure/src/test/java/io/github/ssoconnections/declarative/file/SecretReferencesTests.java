// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.declarative.SecretReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SecretReferences}.
 */
class SecretReferencesTests {

	@Test
	void permitsNamesWithThePrefixOnly() {
		SecretReferences secrets = SecretReferences.of(SecretReferences.DEFAULT_PREFIX, (name) -> "x");
		assertThat(secrets.permits("SSO_A")).isTrue();
		assertThat(secrets.permits("HOME")).isFalse();
		assertThat(secrets.permits("A_SSO_A")).isFalse();
		assertThat(secrets.permits("SSO_CONNECTIONS_CLERK_APIKEY")).isFalse();
		assertThat(SecretReferences.of("SSO", (name) -> "x").permits("SSOCONNECTIONS_CLERK_APIKEY")).isFalse();
		assertThat(SecretReferences.of("sso_", (name) -> "x").permits("sso_connections_clerk_apikey")).isFalse();
		assertThat(SecretReferences.of("ACME_", (name) -> "x").permits("ACME_A")).isTrue();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "1A", "A-B", "${" })
	void rejectsPrefixesThatWouldPermitEveryName(String prefix) {
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> SecretReferences.of(prefix, (name) -> "x"))
			.withMessageStartingWith("'prefix' must have");
	}

	@Test
	void resolvesToSecretsThatAreNotShown() {
		SecretReferences secrets = SecretReferences.of("SSO_",
				(name) -> name.equals("SSO_A") ? "CANARYresolved" : null);
		assertThat(secrets.resolve("SSO_A")).isEqualTo(Secret.of("CANARYresolved"));
		assertThat(secrets.resolve("SSO_B")).isNull();
		assertThat(secrets).hasToString("SecretReferences[SSO_]");
		assertThat(SecretReferences.unresolved("SSO_").resolve("SSO_A")).isEqualTo(new SecretReference("SSO_A"));
	}

}
