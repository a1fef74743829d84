// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.event.ConnectionEvent;
import io.github.ssoconnections.client.AccessTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VendorRuntimeHints}: a native image can read and write all that the
 * wire carries.
 */
class Auth0RuntimeHintsTests {

	private static final WireTypes WIRE = new WireTypes("auth0", new VendorRuntimeHints());

	@Test
	void isAnnouncedToAot() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(VendorRuntimeHints.class);
	}

	@Test
	void findsTheExistingConnection() {
		assertThat(records()).contains(Auth0Page.class, Auth0Connection.class).hasSizeGreaterThan(15);
		assertThat(bodies()).contains(NewAuth0Connection.class).hasSizeGreaterThan(15);
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
	void readsAndWritesWhatConvertsItself() {
		assertThat(WIRE.classes().flatMap((type) -> WireTypes.converters(type).stream())).hasSizeGreaterThan(5)
			.allSatisfy(WIRE::assertInvocable);
		assertThat(WireTypes.converters(Secret.class)).hasSize(2).allSatisfy(WIRE::assertInvocable);
	}

	static List<Class<?>> records() {
		Stream<Class<?>> records = WIRE.records()
			.filter((type) -> type != Auth0Settings.class)
			// Read without binding, of which only ids are taken
			.filter((type) -> !type.getPackage().equals(ConnectionEvent.class.getPackage()));
		return Stream.concat(records, Stream.of(AccessTokens.AccessToken.class)).toList();
	}

	static List<Class<?>> bodies() {
		return WIRE.bodies().toList();
	}

}
