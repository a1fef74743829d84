// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Setters;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The bytes of every field of every body: absent, {@code null} and set.
 */
class RequestBodyTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	static Stream<Setters<?>> bodies() {
		return BodySetters.all();
	}

	static Stream<Arguments> setters() {
		return bodies().flatMap((body) -> body.signatures().stream().map((signature) -> Arguments.of(body, signature)));
	}

	static Stream<Arguments> nullableSetters() {
		return setters().filter((arguments) -> !arguments.get()[1].toString().endsWith("[])"));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void everySetterIsTested(Setters<?> body) {
		assertThat(body.signatures()).containsExactlyInAnyOrderElementsOf(Setters.signatures(body.type()));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void sendsNothingThatIsNotSet(Setters<?> body) {
		send((ApiBody<?>) body.empty(), "{}");
	}

	@ParameterizedTest
	@MethodSource("setters")
	void sendsSetFieldsOnly(Setters<?> body, String setter) {
		send((ApiBody<?>) body.withValue(setter), "{" + body.wire(setter) + "}");
	}

	@ParameterizedTest
	@MethodSource("nullableSetters")
	void sendsNullWhenSetToNull(Setters<?> body, String setter) {
		String field = body.wire(setter).substring(0, body.wire(setter).indexOf(':'));
		send((ApiBody<?>) body.withNull(setter), "{" + field + ":null}");
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void sendsAFieldThatIsNotModelled(Setters<?> body) {
		ApiBody<?> instance = (ApiBody<?>) body.empty();
		instance.set("new_field", Arrays.asList("ü", 1, 1.5, true, null, Map.of("a", Map.of())));
		instance.set("new_null", null);
		instance.set("new_secret", Secret.of("s3cret"));
		send(instance,
				"{\"new_field\":[\"ü\",1,1.5,true,null,{\"a\":{}}],\"new_null\":null,\"new_secret\":\"s3cret\"}");
	}

	@ParameterizedTest
	@ValueSource(classes = { SamlConnectionPatch.class, EnterpriseConnectionPatch.Saml.class })
	void reportsRemovedCertificates(Class<?> patch) {
		assertThat(Setters.signatures(patch)).contains("replaceAllCertificates(String)")
			.noneMatch((signature) -> signature.startsWith("idpCertificate("));
	}

	@Test
	void sendsTheLastValueAtTheFirstPlace() {
		send(new EnterpriseConnectionPatch().name("first")
			.active(true)
			.name("last")
			.set("active", null)
			.set("new", 1)
			.set("new", 2), "{\"name\":\"last\",\"active\":null,\"new\":2}");
	}

	@Test
	void overridesAModelledFieldWithOneOfAnotherShape() {
		send(new EnterpriseConnectionPatch().active(true).set("active", Map.of("from", "tomorrow")),
				"{\"active\":{\"from\":\"tomorrow\"}}");
	}

	@Test
	void sendsEveryFieldOfACustomAttribute() {
		CustomAttribute full = CustomAttribute.of("Department", "department")
			.withSsoPath("dept")
			.withScimPath("urn.dept")
			.withDirectoryPath("urn.department")
			.withMultiValued(true);
		send(new EnterpriseConnectionPatch().customAttributes(full, full.withMultiValued(null).withScimPath(null)), """
				{"custom_attributes":[\
				{"name":"Department","key":"department","sso_path":"dept","scim_path":"urn.dept",\
				"directory_path":"urn.department","multi_valued":true},\
				{"name":"Department","key":"department","sso_path":"dept","directory_path":"urn.department"}]}""");
		assertThat(Setters.signatures(CustomAttribute.class)).containsExactlyInAnyOrder("withSsoPath(String)",
				"withScimPath(String)", "withDirectoryPath(String)", "withMultiValued(Boolean)");
	}

	@Test
	void sendsBackACustomAttributeAsItCame() {
		String future = Clerk.json("enterprise-connection-from-the-future");
		List<CustomAttribute> attributes = WireJson.mapper()
			.readValue(future, EnterpriseConnection.class)
			.customAttributes();
		wire.respondsWith(200, "{}");
		Clerk.result(
				Clerk.enterprise(wire).update("ent_1", new EnterpriseConnectionPatch().customAttributes(attributes)));
		assertThat(WireJson.mapper().readTree(wire.theRequest().getBody()).get("custom_attributes"))
			.isEqualTo(WireJson.mapper().readTree(future).get("custom_attributes"));
	}

	@Test
	void sendsEveryLoginHint() {
		send(new SamlConnectionPatch().loginHint(LoginHint.of(LoginHintMode.OFF)),
				"{\"login_hint\":{\"mode\":\"off\"}}");
		wire.server().resetRequests();
		send(new SamlConnectionPatch().loginHint(new LoginHint(null, null, UnknownFields.of(Map.of("new", 1)))),
				"{\"login_hint\":{\"new\":1}}");
	}

	@Test
	void rejectsValuesThatAreNotJsonAtTheCall() {
		List<Object> endless = new ArrayList<>(List.of("s3cret"));
		endless.add(endless);
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().name("Acme").set("new_field", endless);
		EnterpriseConnectionService service = Clerk.enterprise(wire);
		assertThatIllegalArgumentException().isThrownBy(() -> service.update("ent_1", patch))
			.withMessageContaining("[name, new_field]")
			.withMessageNotContaining("s3cret")
			.withNoCause();
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void rejectsAFieldWithoutAName() {
		NewSamlConnection body = new NewSamlConnection();
		assertThatIllegalArgumentException().isThrownBy(() -> body.set("", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> body.set(null, 1));
		assertThat(body.fields()).isEmpty();
	}

	/**
	 * Send a body where it belongs and assert its bytes.
	 */
	private static void send(ApiBody<?> body, String json) {
		wire.respondsWith(200, "{}");
		EnterpriseConnectionService enterprise = Clerk.enterprise(wire);
		SamlConnectionService saml = Clerk.saml(wire);
		if (body instanceof NewEnterpriseConnection connection) {
			send(enterprise.create(connection), "POST", "/enterprise_connections", json);
		}
		else if (body instanceof NewEnterpriseConnection.Saml half) {
			send(enterprise.create(new NewEnterpriseConnection().saml(half)), "POST", "/enterprise_connections",
					"{\"saml\":" + json + "}");
		}
		else if (body instanceof EnterpriseConnectionPatch patch) {
			send(enterprise.update("id", patch), "PATCH", "/enterprise_connections/id", json);
		}
		else if (body instanceof EnterpriseConnectionPatch.Saml half) {
			send(enterprise.update("id", new EnterpriseConnectionPatch().saml(half)), "PATCH",
					"/enterprise_connections/id", "{\"saml\":" + json + "}");
		}
		else if (body instanceof NewSamlConnection connection) {
			send(saml.create(connection), "POST", "/saml_connections", json);
		}
		else if (body instanceof SamlConnectionPatch patch) {
			send(saml.update("id", patch), "PATCH", "/saml_connections/id", json);
		}
		else if (body instanceof OidcSettings oidc) {
			send(enterprise.create(new NewEnterpriseConnection().oidc(oidc)), "POST", "/enterprise_connections",
					"{\"oidc\":" + json + "}");
			send(enterprise.update("id", new EnterpriseConnectionPatch().oidc(oidc)), "PATCH",
					"/enterprise_connections/id", "{\"oidc\":" + json + "}");
		}
		else if (body instanceof AttributeMappingSettings mapping) {
			send(saml.create(new NewSamlConnection().attributeMapping(mapping)), "POST", "/saml_connections",
					"{\"attribute_mapping\":" + json + "}");
			send(saml.update("id", new SamlConnectionPatch().attributeMapping(mapping)), "PATCH",
					"/saml_connections/id", "{\"attribute_mapping\":" + json + "}");
		}
		else {
			throw new AssertionError(body.getClass());
		}
	}

	private static void send(Mono<?> call, String method, String url, String json) {
		wire.server().resetRequests();
		Clerk.result(call);
		wire.received(method, url, json);
	}

}
