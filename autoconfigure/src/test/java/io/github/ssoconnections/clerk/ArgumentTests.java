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
	void rejectsNullQueries() {
		EnterpriseConnectionService enterprise = Clerk.enterprise(wire);
		SamlConnectionService saml = Clerk.saml(wire);
		rejects("query", () -> enterprise.list(null));
		rejects("query", () -> enterprise.listAll(null));
		rejects("query", () -> enterprise.listTestRuns("ent_1", null));
		rejects("query", () -> saml.list(null));
		rejects("query", () -> saml.listAll(null));
		rejects("query", () -> enterprise.listAll(null, (drift) -> {
		}));
		rejects("onDrift", () -> enterprise.listAll(new EnterpriseConnectionQuery(), null));
		rejects("onDrift", () -> saml.listAll(new SamlConnectionQuery(), null));
	}

	@Test
	void rejectsNullBodies() {
		EnterpriseConnectionService enterprise = Clerk.enterprise(wire);
		SamlConnectionService saml = Clerk.saml(wire);
		rejects("body", () -> enterprise.create((NewEnterpriseConnection) null));
		rejects("body", () -> enterprise.update("ent_1", null));
		rejects("body", () -> saml.create((NewSamlConnection) null));
		rejects("body", () -> saml.update("samlc_1", null));
	}

	@Test
	void rejectsNullsAtTheFactories() {
		ClerkConnectionDetails details = ClerkConnectionDetails.of("sk_test_wire");
		rejects("client", () -> EnterpriseConnectionService.create((ClerkClient) null));
		rejects("client", () -> SamlConnectionService.create((ClerkClient) null));
		rejects("webClientBuilder", () -> EnterpriseConnectionService.create(null, details));
		rejects("webClientBuilder", () -> SamlConnectionService.create(null, details));
		rejects("details", () -> EnterpriseConnectionService.create(WebClient.builder(), null));
		rejects("details", () -> SamlConnectionService.create(WebClient.builder(), null));
		rejects("settings", () -> ClerkClient.create(WebClient.builder(), details, null));
	}

	@Test
	void rejectsDetailsWithoutText() {
		for (String text : new String[] { null, "", " " }) {
			rejects("apiKey", () -> ClerkConnectionDetails.of(text));
			rejects("baseUrl", () -> ClerkConnectionDetails.of("sk_test_wire", text));
		}
	}

	@Test
	void rejectsInvalidSettings() {
		ClerkSettings settings = ClerkSettings.defaults();
		rejects("apiVersion", () -> settings.withApiVersion(" "));
		rejects("pageSize", () -> settings.withPageSize(0));
		rejects("pageSize", () -> settings.withPageSize(501));
		rejects("pageParallelism", () -> settings.withPageParallelism(0));
		rejects("pageParallelism", () -> settings.withPageParallelism(65));
		rejects("client", () -> settings.withClient(null));
	}

	@Test
	void rejectsNullValues() {
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> new ConnectionProvider(null),
				() -> new ConnectionType(null), () -> new LoginHintMode(null), () -> new TestRunStatus(null))) {
			rejects("value", call);
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

	private static void rejects(String name, ThrowingCallable call) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith("'" + name + "' must ");
	}

}
