// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.clerk.ResponseTests.Response;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Setters;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What must not be shown is not shown.
 */
class SecretTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final String CLIENT_SECRET = "s3cret/+\"$1\\ü";

	@ParameterizedTest
	@EnumSource
	void responsesDoNotPrintSecrets(Response response) {
		assertThat(response.full().toString()).startsWith(response.full().getClass().getSimpleName())
			.doesNotContain("secret-");
		assertThat(new Page<>(List.of(response.full()), 1L).toString()).doesNotContain("secret-");
		assertThat(String.format("%s %s", response.full(), List.of(response.full()))).doesNotContain("secret-");
	}

	@ParameterizedTest
	@EnumSource
	void responsesPrintTheNamesOfUnknownFieldsOnly(Response response) {
		assertThat(response.fromTheFuture().toString()).contains("new_text", "new_object")
			.doesNotContain("at the top", "1.10", "amount");
	}

	@Test
	void responsesPrintOtherValues() {
		assertThat(Response.ENTERPRISE_CONNECTION.full().toString()).contains("ent_1", "saml_okta", "acme.de", "org_1");
		assertThat(Response.TEST_RUN.full().toString()).contains("entr_1", "success", "idToken=******");
	}

	static Stream<Setters<?>> bodies() {
		return BodySetters.all();
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void bodiesPrintNeitherSecretsNorUnknownFields(Setters<?> setters) {
		ApiBody<?> body = (ApiBody<?>) setters.withAllValues();
		body.set("new_text", "secret-1").set("new_map", Map.of("a", "secret-2"));
		body.set("new_secret", Secret.of("secret-3"));
		body.set("client_secret", "secret-4").set("saml", Map.of("oidc", "secret-5"));
		ApiBody<?> outer = new EnterpriseConnectionPatch().set("nested", body)
			.saml(new EnterpriseConnectionPatch.Saml());
		for (String text : List.of(body.toString(), outer.toString(), String.valueOf(List.of(body)))) {
			assertThat(text).doesNotContain("secret-").doesNotContain("s3cr");
		}
		assertThat(body.toString()).contains("new_text=******", "client_secret=******");
	}

	@Test
	void bodiesPrintOtherValues() {
		assertThat(new NewEnterpriseConnection().name("Acme")
			.domains("acme.com")
			.active(null)
			.oidc(new OidcSettings().clientId("acme").clientSecret(CLIENT_SECRET)))
			.hasToString("NewEnterpriseConnection[name=Acme, domains=[acme.com], active=null, "
					+ "oidc=OidcSettings[client_id=acme, client_secret=******]]");
		assertThat(new OidcSettings().clientSecret(null)).hasToString("OidcSettings[client_secret=null]");
	}

	@Test
	void bodiesPrintAFieldThatIsModelledAgainAfterSet() {
		assertThat(new SamlConnectionPatch().set("name", "secret-1").name("Acme"))
			.hasToString("SamlConnectionPatch[name=Acme]");
		assertThat(new SamlConnectionPatch().name("Acme").set("name", "secret-1"))
			.hasToString("SamlConnectionPatch[name=******]");
	}

	@Test
	void bodiesMaskSecretsForTheMaskedMapper() {
		OidcSettings oidc = new OidcSettings().clientSecret(CLIENT_SECRET);
		assertThat(WireJson.masked().writeValueAsString(oidc)).isEqualTo("{\"client_secret\":\"******\"}");
	}

	@Test
	void detailsDoNotPrintTheKey() {
		assertThat(ClerkConnectionDetails.of("sk_test_wire").toString()).doesNotContain("sk_test_wire");
		assertThat(Clerk.client(wire).toString() + Clerk.enterprise(wire) + Clerk.saml(wire))
			.doesNotContain("sk_test_wire");
	}

	@Test
	void failuresMaskTheKeyAndTheClientSecretInErrorsOfClerk() {
		echo("sk_test_wire", CLIENT_SECRET, "secret-in-map");
		NewEnterpriseConnection body = new NewEnterpriseConnection().name("Acme")
			.oidc(new OidcSettings().clientSecret(CLIENT_SECRET))
			.set("new_field", Map.of("list", List.of(Secret.of("secret-in-map"))));
		hides(Clerk.enterprise(wire).create(body), "sk_test_wire", CLIENT_SECRET, "secret-in-map");
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch()
			.oidc(new OidcSettings().clientSecret(CLIENT_SECRET))
			.set("new_field", Secret.of("secret-in-map"));
		hides(Clerk.enterprise(wire).update("ent_1", patch), "sk_test_wire", CLIENT_SECRET, "secret-in-map");
	}

	@ParameterizedTest
	@EnumSource
	void everyFailureMasksTheKey(Operation operation) {
		echo("sk_test_wire");
		hides(Mono.from(operation.call(Clerk.client(wire), "id")), "sk_test_wire");
	}

	@Test
	void failuresMaskAKeyThatChanges() {
		AtomicReference<String> key = new AtomicReference<>("sk_test_first");
		ClerkConnectionDetails details = new ClerkConnectionDetails() {

			@Override
			public String getApiKey() {
				return key.get();
			}

			@Override
			public String getBaseUrl() {
				return wire.baseUrl();
			}

		};
		EnterpriseConnectionService service = EnterpriseConnectionService.create(WebClient.builder(), details);
		echo("sk_test_first");
		hides(service.get("ent_1"), "sk_test_first");
		key.set("sk_test_second");
		echo("sk_test_second");
		hides(service.get("ent_1"), "sk_test_second");
		assertThat(wire.requests()).map((request) -> request.getHeader("Authorization"))
			.containsExactly("Bearer sk_test_first", "Bearer sk_test_second");
	}

	@Test
	void failuresDoNotShowTheBodyOfAResponseThatCannotBeRead() {
		wire.respondsWith(200, "{\"url\":{\"token\":\"secret-link-token\"}");
		hides(Clerk.enterprise(wire).createTestRun("ent_1"), "secret-link-token", "sk_test_wire");
	}

	@Test
	void aKeyThatCannotBeSentIsNotShown() {
		EnterpriseConnectionService service = EnterpriseConnectionService.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_\nwire", wire.baseUrl()));
		StepVerifier.create(service.get("ent_1"))
			.expectErrorSatisfies((failure) -> assertThat(failure).message().doesNotContain("wire"))
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void aSecretIsEqualToOneOfTheSameText() {
		assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
		assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).hasToString("******");
		assertThat(Secret.ofNullable(null)).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(null));
		assertThat(UnknownFields.of(Map.of("token", "secret-1"))).hasToString("[token]");
	}

	/**
	 * Response with an error that contains the texts in every place.
	 */
	private static void echo(String... texts) {
		String text = WireJson.mapper().writeValueAsString("got '" + String.join("' and '", texts) + "'");
		wire.respondsWith(422, """
				{"errors":[{"code":%1$s,"message":%1$s,"long_message":%1$s,
				"meta":{"param_name":%1$s,"list":[%1$s,{"deep":[%1$s]}],"map":{"deep":%1$s}}}],
				"clerk_trace_id":%1$s}""".formatted(text));
	}

	private static void hides(Mono<?> call, String... secrets) {
		StepVerifier.create(call).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.class);
			SsoApiException exception = (SsoApiException) failure;
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace, true));
			String all = trace + exception.getMessage() + exception.errors() + exception.traceId()
					+ exception.errors().stream().map((error) -> Map.copyOf(error.meta()).toString()).toList();
			assertThat(all).doesNotContain(secrets);
			if (!exception.errors().isEmpty()) {
				assertThat(all).contains("got '******'");
			}
		}).verify(Clerk.TIMEOUT);
	}

}
