// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EnterpriseConnectionIds}.
 */
class EnterpriseConnectionIdsTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String OLD_API = "/v1/saml_connections";

	private static Sandbox sandbox;

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()),
			ClerkSettings.defaults().withPageSize(2));

	private final EnterpriseConnectionService connections = EnterpriseConnectionService.create(this.client);

	@SuppressWarnings("deprecation")
	private final EnterpriseConnectionIds ids = EnterpriseConnectionIds.create(this.connections,
			SamlConnectionService.create(this.client), this.client);

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() {
		sandbox.reset();
	}

	private EnterpriseConnection create(int number) {
		return this.connections
			.create(new NewEnterpriseConnection().name("Acme " + number)
				.provider(ConnectionProvider.SAML_CUSTOM)
				.domains("acme" + number + ".example"))
			.block(LIMIT);
	}

	private static List<String> since(int requests) {
		List<RecordedRequest> all = sandbox.requests();
		return all.subList(requests, all.size())
			.stream()
			.map((request) -> request.method() + " " + request.url())
			.toList();
	}

	@Test
	void looksUpTheEnterpriseConnectionWithOneRequest() {
		EnterpriseConnection connection = create(1);
		create(2);
		int before = sandbox.requests().size();
		assertThat(this.ids.get(connection.saml().id()).block(LIMIT)).isEqualTo(connection.id());
		assertThat(since(before)).containsExactly("GET " + OLD_API + "/" + connection.saml().id());
	}

	@Test
	void searchesWhenTheResponseHasNoId() {
		EnterpriseConnection connection = create(1);
		IntStream.range(2, 6).forEach(this::create);
		String samlId = connection.saml().id();
		for (String id : new String[] { "", ", \"enterprise_connection_id\": null",
				", \"enterprise_connection_id\": \"\"" }) {
			sandbox.faults()
				.on("GET", OLD_API + "/" + samlId)
				.times(1)
				.respond(200, "application/json", "{\"id\": \"" + samlId + "\"" + id + "}");
			assertThat(this.ids.get(samlId).block(LIMIT)).as(id).isEqualTo(connection.id());
		}
	}

	@Test
	void searchesWhenTheOldApiIsRemoved() {
		EnterpriseConnection connection = create(1);
		IntStream.range(2, 6).forEach(this::create);
		sandbox.removeSamlApi();
		assertThat(this.ids.get(connection.saml().id()).block(LIMIT)).isEqualTo(connection.id());
		assertThatExceptionOfType(SsoApiException.NotFound.class).isThrownBy(() -> this.ids.get("samlc_1").block(LIMIT))
			.withMessageContaining("there is no enterprise connection of the SAML connection samlc_1");
	}

	@Test
	void failsWithoutASearchWhenThereIsNoSamlConnection() {
		create(1);
		int before = sandbox.requests().size();
		assertThatExceptionOfType(SsoApiException.NotFound.class)
			.isThrownBy(() -> this.ids.get("samlc_1").block(LIMIT));
		assertThat(since(before)).containsExactly("GET " + OLD_API + "/samlc_1");
		sandbox.faults().on("GET", OLD_API + "/*").times(1).status(401);
		assertThatExceptionOfType(SsoApiException.Unauthorized.class)
			.isThrownBy(() -> this.ids.get("samlc_1").block(LIMIT));
		assertThatIllegalArgumentException().isThrownBy(() -> this.ids.get("a/b").block(LIMIT));
	}

	@Test
	void looksUpAllWithoutTheOldApi() {
		List<EnterpriseConnection> saml = IntStream.range(0, 5).mapToObj(this::create).toList();
		this.connections
			.create(new NewEnterpriseConnection().name("OIDC")
				.provider(ConnectionProvider.OIDC_CUSTOM)
				.domains("oidc.example"))
			.block(LIMIT);
		int before = sandbox.requests().size();
		Map<String, String> all = this.ids.getAll().block(LIMIT);
		assertThat(all).hasSize(5);
		assertThat(saml)
			.allSatisfy((connection) -> assertThat(all).containsEntry(connection.saml().id(), connection.id()));
		assertThat(since(before)).isNotEmpty().allMatch((request) -> !request.contains("saml"));
	}

}
