// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that writes our beans with a mapper of its own shows no secret.
 */
class SecretsInJsonTests {

	private static final String HIDDEN = "sk_test_hidden";

	private static final JsonMapper GETTERS = JsonMapper.builder()
		.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
		.build();

	private static final JsonMapper FIELDS = GETTERS.rebuild()
		.changeDefaultVisibility(
				(checker) -> checker.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY))
		.build();

	@ParameterizedTest
	@MethodSource
	void writesNoSecret(Object bean) {
		assertThat(GETTERS.writeValueAsString(bean)).doesNotContain(HIDDEN).contains("example", "\"******\"");
		assertThat(FIELDS.writeValueAsString(bean)).doesNotContain(HIDDEN).contains("example", "\"******\"");
		assertThat(bean.toString()).doesNotContain(HIDDEN);
	}

	static Stream<Object> writesNoSecret() {
		ClerkProperties clerk = new ClerkProperties();
		clerk.setApiKey(HIDDEN);
		clerk.setBaseUrl("https://clerk.example/v1");
		clerk.getWebhooks().setSecrets(List.of(HIDDEN));
		Auth0Properties token = new Auth0Properties();
		token.setDomain("acme.example");
		token.setToken(HIDDEN);
		Auth0Properties credentials = new Auth0Properties();
		credentials.setDomain("acme.example");
		credentials.setClientId("client");
		credentials.setClientSecret(HIDDEN);
		return Stream.of(clerk, token, credentials, clerk.toConnectionDetails("sso-connections.clerk"),
				Auth0Credentials.of(token, "a"), Auth0Credentials.of(credentials, "a"),
				ClerkConnectionDetails.of(HIDDEN, "https://clerk.example/v1"),
				Auth0ConnectionDetails.ofToken("https://acme.example", HIDDEN),
				Auth0ConnectionDetails.ofClientCredentials("https://acme.example", "client", HIDDEN),
				new OwnClerkDetails(), new OwnAuth0Details());
	}

	static final class OwnClerkDetails implements ClerkConnectionDetails {

		@Override
		public String getApiKey() {
			return HIDDEN;
		}

		@Override
		public String getBaseUrl() {
			return "https://clerk.example/v1";
		}

	}

	static final class OwnAuth0Details implements Auth0ConnectionDetails {

		@Override
		public String getBaseUrl() {
			return "https://acme.example";
		}

		@Override
		public @Nullable String getToken() {
			return HIDDEN;
		}

		@Override
		public @Nullable String getClientSecret() {
			return HIDDEN;
		}

	}

}
