// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.testing.Wire;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Arguments that cannot be right fail at the call. For ids see {@link OperationTests},
 * for bounds of queries {@link QueryTests}.
 */
class ArgumentTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@AfterEach
	void nothingWasSent() {
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void refusesNullQueries() {
		EnterpriseConnectionService enterprise = Clerk.enterprise(wire);
		SamlConnectionService saml = Clerk.saml(wire);
		refuses("query", () -> enterprise.list(null));
		refuses("query", () -> enterprise.listAll(null));
		refuses("query", () -> enterprise.listTestRuns("ent_1", null));
		refuses("query", () -> saml.list(null));
		refuses("query", () -> saml.listAll(null));
		refuses("query", () -> enterprise.listAll(null, (drift) -> {
		}));
		refuses("onDrift", () -> enterprise.listAll(new EnterpriseConnectionQuery(), null));
		refuses("onDrift", () -> saml.listAll(new SamlConnectionQuery(), null));
	}

	@Test
	void refusesNullBodies() {
		EnterpriseConnectionService enterprise = Clerk.enterprise(wire);
		SamlConnectionService saml = Clerk.saml(wire);
		refuses("body", () -> enterprise.create((NewEnterpriseConnection) null));
		refuses("body", () -> enterprise.update("ent_1", null));
		refuses("body", () -> saml.create((NewSamlConnection) null));
		refuses("body", () -> saml.update("samlc_1", null));
	}

	@Test
	void refusesNullsAtTheFactories() {
		ClerkConnectionDetails details = ClerkConnectionDetails.of("sk_test_wire");
		refuses("client", () -> EnterpriseConnectionService.create((ClerkClient) null));
		refuses("client", () -> SamlConnectionService.create((ClerkClient) null));
		refuses("webClientBuilder", () -> EnterpriseConnectionService.create(null, details));
		refuses("webClientBuilder", () -> SamlConnectionService.create(null, details));
		refuses("details", () -> EnterpriseConnectionService.create(WebClient.builder(), null));
		refuses("details", () -> SamlConnectionService.create(WebClient.builder(), null));
		refuses("settings", () -> ClerkClient.create(WebClient.builder(), details, null));
	}

	@Test
	void refusesDetailsWithoutText() {
		for (String text : new String[] { null, "", " " }) {
			refuses("apiKey", () -> ClerkConnectionDetails.of(text));
			refuses("baseUrl", () -> ClerkConnectionDetails.of("sk_test_wire", text));
		}
	}

	@Test
	void refusesSettingsThatCannotBe() {
		ClerkSettings settings = ClerkSettings.defaults();
		refuses("apiVersion", () -> settings.withApiVersion(" "));
		refuses("pageSize", () -> settings.withPageSize(0));
		refuses("pageSize", () -> settings.withPageSize(501));
		refuses("pageParallelism", () -> settings.withPageParallelism(0));
		refuses("pageParallelism", () -> settings.withPageParallelism(65));
		refuses("client", () -> settings.withClient(null));
	}

	@Test
	void refusesNullValues() {
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> new ConnectionProvider(null),
				() -> new ConnectionType(null), () -> new LoginHintMode(null), () -> new TestRunStatus(null))) {
			refuses("value", call);
		}
	}

	@Test
	void hasDefaults() {
		ClerkSettings settings = ClerkSettings.defaults();
		assertThat(settings.apiVersion()).isEqualTo("2026-05-12");
		assertThat(settings.pageSize()).isEqualTo(100);
		assertThat(settings.client()).isEqualTo(ApiClientSettings.defaults());
		assertThat(settings.withPageSize(1).withApiVersion("2031-01-02"))
			.isEqualTo(new ClerkSettings("2031-01-02", 1, 4, ApiClientSettings.defaults()));
		assertThat(settings.withPageSize(500).pageSize()).isEqualTo(500);
		assertThat(ClerkConnectionDetails.of("sk_test_wire").getBaseUrl()).isEqualTo("https://api.clerk.com/v1");
	}

	private static void refuses(String name, ThrowingCallable call) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith("'" + name + "' must ");
	}

}
