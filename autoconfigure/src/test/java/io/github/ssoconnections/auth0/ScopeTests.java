// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collections;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.DeclaredOperations;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scopes that operations declare are those that the sandbox asks for, which has them
 * from the vendor's document.
 */
class ScopeTests {

	private static final Sandbox sandbox = Sandbox.start();

	private static final Auth0Client client = Auth0Client.create(WebClient.builder(),
			Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token("none")),
			Auth0Settings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled())));

	@AfterAll
	static void close() {
		sandbox.close();
	}

	static Stream<ApiOperation<?>> operations() {
		return DeclaredOperations.of("auth0").stream().filter((operation) -> !operation.name().equals("oauth.token"));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void namesTheScopeThatIsMissing(ApiOperation<?> operation) {
		int variables = DeclaredOperations.request(operation).split("\\{", -1).length - 1;
		String[] ids = Collections.nCopies(variables, "con_0123456789ABCDEF").toArray(String[]::new);
		StepVerifier.create(client.execute(operation.call(ids))).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
				.hasMessageContaining(String.join(", ", operation.scopes()))
				.hasMessageNotContaining("needs the scope");
			assertThat(((SsoApiException) failure).errors()).singleElement()
				.satisfies(
						(error) -> assertThat(error.text()).endsWith(" of: " + String.join(", ", operation.scopes())));
		}).verify(Auth0.TIMEOUT);
	}

}
