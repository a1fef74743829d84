// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.http.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How answers are read, whatever the vendor leaves out or adds, and written again.
 */
class AnswerTests {

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
		return Records.ANSWERS.stream();
	}

	@Test
	void theFullAnswersHoldEveryType() {
		Set<Class<?>> types = new HashSet<>();
		for (Answer answer : Answer.values()) {
			types.addAll(Records.types(answer.full()));
		}
		assertThat(types).containsExactlyInAnyOrderElementsOf(Records.ANSWERS);
	}

	@ParameterizedTest
	@EnumSource
	void readsAndWritesTheFullAnswer(Answer answer) {
		answer.check(answer.full());
		assertThat(json(WireJson.mapper().writeValueAsString(answer.full()))).isEqualTo(json(answer.text()));
	}

	@ParameterizedTest
	@EnumSource
	void keepsWhatIsNewAtEveryLevel(Answer answer) {
		List<String> places = new ArrayList<>();
		Records.walk(answer.fromTheFuture(), (path, value) -> {
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
		long written = answer.futureText().split("\"new_text\"", -1).length - 1L;
		assertThat(places).hasSize((int) written);
	}

	@ParameterizedTest
	@EnumSource
	void writesWhatIsNewAsItCame(Answer answer) {
		String written = WireJson.mapper().writeValueAsString(answer.fromTheFuture());
		assertThat(json(written)).isEqualTo(json(answer.futureText()));
		// Equal as numbers is not enough
		assertThat(written.split("\"amount\":1\\.10,", -1)).hasSameSizeAs(answer.futureText().split("1\\.10,", -1));
	}

	@Test
	void takesValuesThatItDoesNotKnow() {
		EnterpriseConnection connection = (EnterpriseConnection) Answer.ENTERPRISE_CONNECTION.fromTheFuture();
		assertThat(connection.provider()).isEqualTo(new ConnectionProvider("new_provider")).hasToString("new_provider");
		assertThat(connection.samlConnection().loginHint().mode()).isEqualTo(new LoginHintMode("new_mode"))
			.hasToString("new_mode");
		TestRun run = (TestRun) Answer.TEST_RUN.fromTheFuture();
		assertThat(run.status()).isEqualTo(new TestRunStatus("new_status")).hasToString("new_status");
		assertThat(run.connectionType()).isEqualTo(new ConnectionType("new_connection_type"))
			.hasToString("new_connection_type");
		SamlConnection saml = (SamlConnection) Answer.SAML_CONNECTION.fromTheFuture();
		assertThat(saml.provider()).isEqualTo(new ConnectionProvider("new_provider"));
	}

	@Test
	void knowsTheValuesOfTheDocument() {
		assertThat(Stream
			.of(ConnectionProvider.SAML_CUSTOM, ConnectionProvider.SAML_OKTA, ConnectionProvider.SAML_GOOGLE,
					ConnectionProvider.SAML_MICROSOFT, ConnectionProvider.OIDC_CUSTOM,
					ConnectionProvider.OIDC_GITHUB_ENTERPRISE, ConnectionProvider.OIDC_GITLAB)
			.map(ConnectionProvider::value)).containsExactly("saml_custom", "saml_okta", "saml_google",
					"saml_microsoft", "oidc_custom", "oidc_github_enterprise", "oidc_gitlab");
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
	void takesAnAnswerThatLeavesEverythingOut(Class<?> type) {
		hasNothing(WireJson.mapper().readValue("{}", type));
	}

	@ParameterizedTest
	@MethodSource("types")
	void takesNullForEveryField(Class<?> type) {
		hasNothing(WireJson.mapper().readValue(nulls(type), type));
	}

	@ParameterizedTest
	@MethodSource("types")
	void readsEachFieldIntoItsOwnComponent(Class<?> type) {
		for (RecordComponent field : fields(type)) {
			String text = "{\"" + wireName(field) + "\":" + sample(field) + "}";
			Object answer = WireJson.mapper().readValue(text, type);
			for (RecordComponent other : fields(type)) {
				assertThat(Records.get(other, answer) != null).as("%s in %s", other.getName(), text)
					.isEqualTo(other.getName().equals(field.getName()));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void cannotBeChanged(Class<?> type) {
		Object answer = WireJson.mapper().readValue("{\"new\":{\"a\":1},\"domains\":[\"a\"],\"logs\":[{}]}", type);
		Records.walk(answer, (path, value) -> {
			if (value instanceof Map<?, ?> map) {
				assertThatExceptionOfType(UnsupportedOperationException.class).as(path)
					.isThrownBy(() -> map.put(null, null));
			}
			if (value instanceof List<?> list) {
				assertThatExceptionOfType(UnsupportedOperationException.class).as(path)
					.isThrownBy(() -> list.add(null));
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void masksSecretsAndNothingElse(Answer answer) {
		JsonNode masked = json(WireJson.masked().writeValueAsString(answer.full()));
		JsonNode clear = json(answer.text());
		assertThat(masked.toString()).doesNotContain("secret-");
		assertThat(masked.toString().replace("******", "")).isEqualTo(clear.toString()
			.replaceAll("https://clerk\\.acme\\.app/v1/test_runs\\?token=secret-link-token|secret-[a-z-]+", ""));
	}

	@Test
	void writesSecretsInClearForTheVendorOnly() {
		TestRun run = (TestRun) Answer.TEST_RUN.full();
		assertThat(WireJson.mapper().writeValueAsString(run.oauth())).contains("secret-id-token",
				"secret-access-token");
		assertThat(WireJson.masked().writeValueAsString(run.oauth())).contains("\"id_token\":\"******\"",
				"\"access_token\":\"******\"");
	}

	private static void hasNothing(Object answer) {
		for (RecordComponent component : answer.getClass().getRecordComponents()) {
			Object value = Records.get(component, answer);
			if (component.getName().equals("unknownFields")) {
				assertThat(value).isEqualTo(Map.of());
			}
			else {
				assertThat(value).as(component.getName()).isNull();
			}
		}
	}

	private static List<RecordComponent> fields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getName().equals("unknownFields"))
			.toList();
	}

	private static String nulls(Class<?> type) {
		return fields(type).stream()
			.map((component) -> "\"" + wireName(component) + "\":null")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String wireName(RecordComponent component) {
		return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static String sample(RecordComponent component) {
		Class<?> type = component.getType();
		if (type == List.class) {
			return "[]";
		}
		if (type == Boolean.class) {
			return "false";
		}
		if (Number.class.isAssignableFrom(type) || type == Instant.class) {
			return "0";
		}
		return Records.ANSWERS.contains(type) ? "{}" : "\"\"";
	}

	private static JsonNode json(String text) {
		return WireJson.mapper().readTree(text);
	}

	enum Answer {

		ENTERPRISE_CONNECTION("enterprise-connection", EnterpriseConnection.class),
		SAML_CONNECTION("saml-connection", SamlConnection.class), TEST_RUN("test-run", TestRun.class),
		TEST_RUN_LINK("test-run-link", TestRunLink.class), DELETED_OBJECT("deleted-object", DeletedObject.class);

		private final String name;

		private final Class<? extends Record> type;

		Answer(String name, Class<? extends Record> type) {
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
				case ENTERPRISE_CONNECTION -> FullAnswers.isFull((EnterpriseConnection) full);
				case SAML_CONNECTION -> FullAnswers.isFull((SamlConnection) full);
				case TEST_RUN -> FullAnswers.isFull((TestRun) full);
				case TEST_RUN_LINK -> FullAnswers.isFull((TestRunLink) full);
				case DELETED_OBJECT -> FullAnswers.isFull((DeletedObject) full);
			}
		}

	}

}
