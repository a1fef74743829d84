// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of reading responses with absent or unknown fields, and of writing them.
 */
class ResponseTests {

	/** Every type of an response, the nested ones included. */
	private static final Set<Class<?>> ANSWERS = Set.of(EnterpriseConnection.class, EnterpriseConnection.Saml.class,
			EnterpriseConnection.Oidc.class, SamlConnection.class, AttributeMapping.class, CustomAttribute.class,
			IdpCertificate.class, LoginHint.class, TestRun.class, TestRun.UserInfo.class, TestRun.Log.class,
			TestRun.Saml.class, TestRun.Oauth.class, TestRunLink.class, DeletedObject.class);

	private static final Map<String, Object> NEW_OBJECT = newObject();

	private static Map<String, Object> newObject() {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("amount", new BigDecimal("1.10"));
		object.put("big", new BigInteger("123456789012345678901234567890"));
		object.put("list", Arrays.asList(1, null, Map.of("deep", new BigDecimal("2.50")), List.of()));
		object.put("empty", Map.of());
		return object;
	}

	static Stream<Class<?>> types() {
		return ANSWERS.stream();
	}

	@Test
	void theFullResponsesContainEveryType() {
		Set<Class<?>> types = new HashSet<>();
		for (Response response : Response.values()) {
			types.addAll(Records.types(response.full()));
		}
		assertThat(types).containsExactlyInAnyOrderElementsOf(ANSWERS);
	}

	@ParameterizedTest
	@EnumSource
	void readsAndWritesTheFullResponse(Response response) {
		response.check(response.full());
		assertThat(json(WireJson.mapper().writeValueAsString(response.full()))).isEqualTo(json(response.text()));
	}

	@ParameterizedTest
	@EnumSource
	void keepsUnknownFieldsAtEveryLevel(Response response) {
		List<String> places = new ArrayList<>();
		Records.walk(response.fromTheFuture(), (path, value) -> {
			assertThat(value).as(path).isNotNull();
			if (Records.isUnknownFields(path, value)) {
				Map<?, ?> fields = (Map<?, ?>) value;
				assertThat(fields.keySet()).as(path)
					.map(Object::toString)
					.containsExactlyInAnyOrder("new_text", "new_null", "new_object");
				assertThat(fields.get("new_null")).as(path).isNull();
				assertThat(fields.get("new_object")).as(path).isEqualTo(NEW_OBJECT);
				places.add(fields.get("new_text").toString());
			}
		});
		assertThat(places).doesNotHaveDuplicates().contains("at the top");
		long written = response.futureText().split("\"new_text\"", -1).length - 1L;
		assertThat(places).hasSize((int) written);
	}

	@ParameterizedTest
	@EnumSource
	void writesUnknownFieldsUnchanged(Response response) {
		String written = WireJson.mapper().writeValueAsString(response.fromTheFuture());
		assertThat(json(written)).isEqualTo(json(response.futureText()));
		// Equal as numbers is not enough
		assertThat(written.split("\"amount\":1\\.10,", -1)).hasSameSizeAs(response.futureText().split("1\\.10,", -1));
	}

	@Test
	void readsUnknownValues() {
		EnterpriseConnection connection = (EnterpriseConnection) Response.ENTERPRISE_CONNECTION.fromTheFuture();
		assertThat(connection.provider()).isEqualTo(new ConnectionProvider("new_provider")).hasToString("new_provider");
		assertThat(connection.saml().loginHint().mode()).isEqualTo(new LoginHintMode("new_mode"))
			.hasToString("new_mode");
		TestRun run = (TestRun) Response.TEST_RUN.fromTheFuture();
		assertThat(run.status()).isEqualTo(new TestRunStatus("new_status")).hasToString("new_status");
		assertThat(run.connectionType()).isEqualTo(new ConnectionType("new_connection_type"))
			.hasToString("new_connection_type");
		SamlConnection saml = (SamlConnection) Response.SAML_CONNECTION.fromTheFuture();
		assertThat(saml.provider()).isEqualTo(new ConnectionProvider("new_provider"));
	}

	@Test
	void hasTheValuesOfTheVendor() {
		assertThat(Stream
			.of(ConnectionProvider.SAML_CUSTOM, ConnectionProvider.SAML_OKTA, ConnectionProvider.SAML_GOOGLE,
					ConnectionProvider.SAML_MICROSOFT, ConnectionProvider.OIDC_CUSTOM,
					ConnectionProvider.OIDC_GITHUB_ENTERPRISE, ConnectionProvider.OIDC_GITLAB,
					ConnectionProvider.OIDC_GOOGLE, ConnectionProvider.OIDC_MICROSOFT)
			.map(ConnectionProvider::value)).containsExactly("saml_custom", "saml_okta", "saml_google",
					"saml_microsoft", "oidc_custom", "oidc_github_enterprise", "oidc_gitlab", "oidc_google",
					"oidc_microsoft");
		assertThat(Stream.of(LoginHintMode.EMAIL_ADDRESS, LoginHintMode.CUSTOM_ATTRIBUTE, LoginHintMode.OFF)
			.map(LoginHintMode::value)).containsExactly("email_address", "custom_attribute", "off");
		assertThat(
				Stream.of(TestRunStatus.PENDING, TestRunStatus.SUCCESS, TestRunStatus.FAILED).map(TestRunStatus::value))
			.containsExactly("pending", "success", "failed");
		assertThat(Stream.of(ConnectionType.SAML, ConnectionType.OAUTH).map(ConnectionType::value))
			.containsExactly("saml", "oauth");
	}

	@ParameterizedTest
	@MethodSource("types")
	void readsResponseWithoutFields(Class<?> type) {
		Records.takesNothing(type);
	}

	@ParameterizedTest
	@MethodSource("types")
	void readsEachFieldIntoItsOwnComponent(Class<?> type) {
		Records.readsEachField(type);
	}

	@ParameterizedTest
	@MethodSource("types")
	void cannotBeChanged(Class<?> type) {
		Records.cannotBeChanged(
				WireJson.mapper().readValue("{\"new\":{\"a\":1},\"domains\":[\"a\"],\"logs\":[{}]}", type));
	}

	@ParameterizedTest
	@EnumSource
	void masksSecretsAndNothingElse(Response response) {
		JsonNode masked = json(WireJson.masked().writeValueAsString(response.full()));
		JsonNode clear = json(response.text());
		assertThat(masked.toString()).doesNotContain("secret-");
		assertThat(masked.toString().replace("******", "")).isEqualTo(clear.toString()
			.replaceAll("https://clerk\\.acme\\.app/v1/test_runs\\?token=secret-link-token|secret-[a-z-]+", ""));
	}

	@Test
	void writesSecretsInClearForTheVendorOnly() {
		TestRun run = (TestRun) Response.TEST_RUN.full();
		assertThat(WireJson.mapper().writeValueAsString(run.oauth())).contains("secret-id-token",
				"secret-access-token");
		assertThat(WireJson.masked().writeValueAsString(run.oauth())).contains("\"id_token\":\"******\"",
				"\"access_token\":\"******\"");
	}

	private static JsonNode json(String text) {
		return WireJson.mapper().readTree(text);
	}

	enum Response {

		ENTERPRISE_CONNECTION("enterprise-connection", EnterpriseConnection.class),
		SAML_CONNECTION("saml-connection", SamlConnection.class), TEST_RUN("test-run", TestRun.class),
		TEST_RUN_LINK("test-run-link", TestRunLink.class), DELETED_OBJECT("deleted-object", DeletedObject.class);

		private final String name;

		private final Class<? extends Record> type;

		Response(String name, Class<? extends Record> type) {
			this.name = name;
			this.type = type;
		}

		String text() {
			return Clerk.json(this.name);
		}

		Record full() {
			return WireJson.mapper().readValue(text(), this.type);
		}

		String futureText() {
			return Clerk.json(this.name + "-from-the-future");
		}

		Record fromTheFuture() {
			return WireJson.mapper().readValue(futureText(), this.type);
		}

		void check(Record full) {
			switch (this) {
				case ENTERPRISE_CONNECTION -> FullResponses.isFull((EnterpriseConnection) full);
				case SAML_CONNECTION -> FullResponses.isFull((SamlConnection) full);
				case TEST_RUN -> FullResponses.isFull((TestRun) full);
				case TEST_RUN_LINK -> FullResponses.isFull((TestRunLink) full);
				case DELETED_OBJECT -> FullResponses.isFull((DeletedObject) full);
			}
		}

	}

}
