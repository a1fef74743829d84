// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.EnabledClient;
import io.github.ssoconnections.auth0.directory.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioning;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.scim.DefaultScimMapping;
import io.github.ssoconnections.auth0.scim.ScimConfiguration;
import io.github.ssoconnections.auth0.scim.ScimToken;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.TestRunLink;
import io.github.ssoconnections.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of every response, of both vendors and at every depth, with every wrong
 * type of JSON: nothing of it is lost, and nothing else is.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnexpectedStructureTests {

	private static final List<String> VALUES = List.of("null", "\"text\"", "\"\"", "\"true\"", "\"5\"", "5", "-1.5",
			"1e400", "1e-400", "123456789012345678901234567890", "true", "false", "{}", "{\"a\":[1]}", "[]", "[1]",
			"[null]", "[[]]", "[{}]", "[{\"a\":\"b\"},\"c\"]", "[true,\"d\",null]");

	private static final JsonMapper JSON = WireJson.mapper();

	private final Upstream upstream = new Upstream();

	static Stream<Class<?>> types() {
		return Stream.of(EnterpriseConnection.class, SamlConnection.class, TestRun.class, TestRunLink.class,
				DeletedObject.class, Auth0Connection.class, EnabledClient.class, ConnectionKey.class,
				ScimConfiguration.class, ScimToken.class, DefaultScimMapping.class, DirectoryProvisioning.class,
				DefaultDirectoryMapping.class, DirectorySynchronization.class, SynchronizedGroup.class);
	}

	@ParameterizedTest
	@MethodSource("types")
	void losesNothingOfAListWhereAFieldHasAnotherType(Class<?> type) {
		ObjectNode full = full(type);
		Object whole = JSON.treeToValue(full, type);
		ApiOperation<Page<Object>> list = ApiOperation.of("things.list", HttpMethod.GET, "/things", Effect.READ,
				ResponseType.of(Page.class, type));
		for (Odd odd : odds(full, type)) {
			Page<?> page = read(list, "{\"data\":[" + full + ',' + odd.json() + ',' + full + "],\"total_count\":3}");
			if (odd.path().equals("/id") && page.data().size() == 2) {
				assertThat(page.skipped()).as(odd.toString()).isOne();
				assertThat(page.data()).as(odd.toString()).isEqualTo(List.of(whole, whole));
				continue;
			}
			assertThat(page.data()).as(odd.toString()).hasSize(3).first().isEqualTo(whole);
			assertThat(page.data().get(2)).as(odd.toString()).isEqualTo(whole);
			odd.assertKept(page.data().get(1));
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void losesNothingOfAnElementWhereAFieldHasAnotherType(Class<?> type) {
		ObjectNode full = full(type);
		ApiOperation<Object> get = ApiOperation.of("things.get", HttpMethod.GET, "/things", Effect.READ, respond(type));
		for (Odd odd : odds(full, type)) {
			if (!odd.path().equals("/id")) {
				odd.assertKept(read(get, odd.json()));
			}
		}
	}

	@Test
	void warnsOncePerResponseAndNamesNoValue(CapturedOutput output) {
		ApiOperation<Page<Object>> list = ApiOperation.of("things.list", HttpMethod.GET, "/things", Effect.READ,
				ResponseType.<Page<Object>>of(Page.class, EnterpriseConnection.class)
					.identifiedBy(EnterpriseConnection.class, EnterpriseConnection::id));
		Page<?> page = read(list,
				"{\"data\":[{\"id\":\"ent_1\",\"domains\":\"value-1\",\"saml_connection\":{\"idp_certificates\":5}},"
						+ "{\"id\":\"ent_2\"},7,{\"id\":\"ent_4\",\"active\":\"value-2\"},{\"id\":[\"value-3\"]},"
						+ "{\"id\":\"a\\nb\",\"active\":{}}]}");
		assertThat(page.data()).hasSize(4);
		assertThat(page.skipped()).isEqualTo(2);
		assertThat(((EnterpriseConnection) page.data().get(0)).domains()).containsExactly("value-1");
		assertThat(output.getAll().lines().filter((line) -> line.contains("WARN"))).singleElement()
			.asString()
			.contains("stub things.list", "named here: 3", "skipped: 2",
					"ent_1: domains, saml_connection.idp_certificates", "element 3 cannot be decoded", "ent_4: active",
					"element 5 cannot be decoded", "element 6: active")
			.doesNotContain("value-", "ent_2");
	}

	private <T> T read(ApiOperation<T> operation, String body) {
		this.upstream.respondsWith((request) -> Upstream.status(200, body));
		return this.upstream.client().execute(operation.call()).block(Calls.PATIENCE);
	}

	@SuppressWarnings("unchecked")
	private static ResponseType<Object> respond(Class<?> type) {
		return (ResponseType<Object>) ResponseType.of(type);
	}

	private static ObjectNode full(Class<?> type) {
		ObjectNode object = JSON.createObjectNode();
		for (RecordComponent component : Records.fields(type)) {
			object.set(Records.wireName(component), sample(component.getGenericType(), component.getName()));
		}
		object.put("new_field", "kept");
		return object;
	}

	private static JsonNode sample(Type type, String name) {
		if (type instanceof ParameterizedType generic) {
			boolean map = generic.getRawType() == Map.class;
			return map ? JSON.createObjectNode().put("key", "value")
					: JSON.createArrayNode().add(sample(generic.getActualTypeArguments()[0], name + "1"));
		}
		if (type == Boolean.class) {
			return JSON.getNodeFactory().booleanNode(true);
		}
		if (type == Long.class || type == Integer.class || type == Instant.class) {
			return JSON.getNodeFactory().numberNode(1_700_000_000_000L);
		}
		Class<?> simple = (Class<?>) type;
		if (Records.isResponse(simple)) {
			return full(simple);
		}
		return Map.class.isAssignableFrom(simple) ? JSON.createObjectNode().put("key", "value")
				: JSON.getNodeFactory().stringNode(name);
	}

	private static List<Odd> odds(ObjectNode full, Class<?> type) {
		List<Odd> odds = new ArrayList<>();
		paths(full, type, "").forEach((path) -> VALUES.forEach((value) -> odds.add(Odd.of(full, path, value))));
		return odds;
	}

	private static Stream<String> paths(JsonNode node, Class<?> type, String path) {
		return Records.fields(type).stream().flatMap((component) -> {
			String field = path + "/" + Records.wireName(component);
			Type generic = component.getGenericType();
			if (generic instanceof ParameterizedType list) {
				generic = list.getActualTypeArguments()[0];
				String element = field + ((list.getRawType() == Map.class) ? "/key" : "/0");
				return Stream.concat(Stream.of(field, element), Records.isResponse((Class<?>) generic)
						? paths(node, (Class<?>) generic, element) : Stream.empty());
			}
			return Stream.concat(Stream.of(field),
					Records.isResponse((Class<?>) generic) ? paths(node, (Class<?>) generic, field) : Stream.empty());
		});
	}

	/**
	 * A response with one field of another type.
	 */
	private record Odd(String path, String value, String json) {

		static Odd of(ObjectNode full, String path, String value) {
			JsonNode copy = full.deepCopy();
			int last = path.lastIndexOf('/');
			JsonNode parent = copy.at(path.substring(0, last));
			JsonNode node = JSON.readTree(value);
			if (parent instanceof ArrayNode array) {
				array.set(0, node);
			}
			else {
				((ObjectNode) parent).set(path.substring(last + 1), node);
			}
			return new Odd(path, value, copy.toString());
		}

		void assertKept(Object read) {
			String written = JSON.writeValueAsString(read);
			assertThat(comparable(JSON.readTree(written))).as(toString() + " written as " + written)
				.isEqualTo(comparable(JSON.readTree(this.json)));
			assertThat(written.split("\"new_field\"", -1)).as(toString()).hasSameSizeAs(this.json.split("new_field"));
		}

		// Nothing is lost where null is absent, a number is text, or a text a list of it
		private static Object comparable(JsonNode node) {
			if (node.isObject()) {
				Map<String, Object> map = new TreeMap<>();
				node.properties().forEach((entry) -> {
					Object value = comparable(entry.getValue());
					if (!value.equals("") && !value.equals(Map.of()) && !value.equals(List.of())) {
						map.put(entry.getKey(), value);
					}
				});
				return map;
			}
			if (node.isArray()) {
				List<Object> list = new ArrayList<>();
				node.forEach((item) -> list.add(comparable(item)));
				list.removeIf(""::equals);
				return (list.size() == 1 && list.get(0) instanceof String) ? list.get(0) : list;
			}
			return node.isNull() ? "" : number(node.asString());
		}

		private static String number(String text) {
			return text.matches("-?[0-9.]+([eE][-+]?[0-9]+)?") ? new BigDecimal(text).stripTrailingZeros().toString()
					: text;
		}

		@Override
		public String toString() {
			return this.path + " is " + this.value;
		}

	}

}
