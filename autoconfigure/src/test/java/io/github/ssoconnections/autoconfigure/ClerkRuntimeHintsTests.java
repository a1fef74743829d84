// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.ConnectionIdentity;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VendorRuntimeHints}: a native image can read and write all that the
 * wire carries. What has to be there is found in the classes themselves, so that a new
 * record cannot be forgotten.
 */
class ClerkRuntimeHintsTests {

	private static final Set<Class<?>> NOT_JSON = Set.of(ClerkSettings.class, ClerkWebhookSettings.class,
			ConnectionIdentity.class);

	private static final WireTypes WIRE = new WireTypes("clerk", new VendorRuntimeHints());

	@Test
	void isAnnouncedToAot() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(VendorRuntimeHints.class);
	}

	@Test
	void coversNestedTypesWhenScanned() {
		assertThat(records()).contains(Page.class, EnterpriseConnection.Saml.class, EnterpriseConnection.Oidc.class)
			.hasSizeGreaterThan(15);
		assertThat(bodies()).hasSizeGreaterThan(7);
	}

	@ParameterizedTest
	@MethodSource("records")
	void readsAndWritesWhenRecord(Class<?> type) {
		WIRE.assertReadAndWritten(type);
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void writesWhenBody(Class<?> type) throws Exception {
		WIRE.assertWritten(type);
	}

	@Test
	void readsAndWritesSecrets() {
		assertThat(WireTypes.converters(Secret.class)).hasSize(2).allSatisfy(WIRE::assertInvocable);
	}

	static List<Class<?>> records() {
		Stream<Class<?>> records = WIRE.records().filter((type) -> !NOT_JSON.contains(type));
		return Stream.concat(records, Stream.of(Page.class)).toList();
	}

	static List<Class<?>> bodies() {
		return WIRE.bodies().toList();
	}

}
