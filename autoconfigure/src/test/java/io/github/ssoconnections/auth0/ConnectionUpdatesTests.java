// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Updates that lose no data.
 */
class ConnectionUpdatesTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final String OPTIONS = """
			{"new":[1.10,{"b":null,"a":{}}],"signInEndpoint":"https://old","non_persistent_attrs":null,\
			"client_secret":"s3cret","big":123456789012345678901234567890,"fieldsMap":{"email":"mail"}}""";

	private final Auth0ConnectionService service = Auth0.connections(wire);

	@Test
	void sendsTheDisplayNameThatAuth0WouldReset() {
		current("{\"id\":\"con_1\",\"name\":\"acme\",\"display_name\":\"Acmé & Co\"}");
		Auth0.result(this.service.update("con_1", new Auth0ConnectionPatch().showAsButton(true).realms(List.of())));
		wrote("{\"show_as_button\":true,\"realms\":[],\"display_name\":\"Acmé & Co\"}");
	}

	@Test
	void sendsNoDisplayNameWhereThereIsNone() {
		current("{\"id\":\"con_1\",\"name\":\"acme\"}");
		Auth0.result(this.service.update("con_1", new Auth0ConnectionPatch().showAsButton(true)));
		wrote("{\"show_as_button\":true}");
	}

	@Test
	void doesNotReadWhenThePatchSetsTheDisplayName() {
		wire.respondsWith(200, "{}");
		Auth0.result(this.service.update("con_1", new Auth0ConnectionPatch().set("display_name", "New")));
		wire.received("PATCH", "/connections/con_1", "{\"display_name\":\"New\"}");
	}

	@Test
	void rejectsAPatchWithOptions() {
		Auth0ConnectionPatch patch = new Auth0ConnectionPatch().set("options", Map.of("a", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.update("con_1", patch))
			.withMessageContaining("mergeOptions")
			.withMessageContaining("replaceOptions");
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void neverSendsEnabledClients() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.update("con_1", new Auth0ConnectionPatch().set("enabled_clients", null)))
			.withMessageContaining("Auth0ConnectionClients");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.create(new NewAuth0Connection().set("enabled_clients", List.of())))
			.withMessageContaining("Auth0ConnectionClients");
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void rejectsNullAndInvalidJsonAtTheCall() {
		List<Object> endless = new ArrayList<>();
		endless.add(endless);
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.create((NewAuth0Connection) null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.list(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.listAll(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.get("con_1", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.update("con_1", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.mergeOptions("con_1", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.replaceOptions("con_1", null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.mergeOptions("a/b", new OtherOptions().set("a", 1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.mergeOptions("con_1", new OtherOptions().set("a", endless)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.update("con_1", new Auth0ConnectionPatch().set("a", endless)));
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "signingCert", "metadataXml", "metadataUrl" })
	void removesOptionsDerivedFromTheOldCertificate(String source) {
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\",\"options\":{\"cert\":\"old\",\"debug\":true,"
				+ "\"expires\":\"2027-01-01T00:00:00.000Z\",\"subject\":{\"commonName\":\"old\"},\"thumbprints\":[\"00\"]}}");
		Auth0
			.result(this.service.mergeOptions("con_1", new OtherOptions().set(source, "new").set("thumbprints", null)));
		wrote("{\"options\":{\"debug\":true,\"" + source
				+ "\":\"new\",\"thumbprints\":null},\"display_name\":\"Acme\"}");
	}

	@Test
	void keepsDerivedOptionsWhenTheCertificateIsUnchanged() {
		String options = "{\"cert\":\"old\",\"expires\":\"2027-01-01T00:00:00.000Z\",\"thumbprints\":[\"00\"]";
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\",\"options\":" + options + "}}");
		Auth0
			.result(this.service.mergeOptions("con_1", new OtherOptions().set("debug", true).set("signingCert", null)));
		wrote("{\"options\":" + options + ",\"debug\":true,\"signingCert\":null},\"display_name\":\"Acme\"}");
	}

	@Test
	void sendsBackUnknownOptionsUnchanged() {
		String options = "{\"\":1,\" \":null,\"fedMetadataXml\":\" <x/> \"";
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\",\"options\":" + options + "}}");
		Auth0.result(this.service.mergeOptions("con_1", new OtherOptions().set("debug", true)));
		wrote("{\"options\":" + options + ",\"debug\":true},\"display_name\":\"Acme\"}");
	}

	@Test
	void mergesOptionsByteByByte() {
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\",\"options\":" + OPTIONS + "}");
		Auth0.result(this.service.mergeOptions("con_1",
				new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://new")
					.set(SamlpOptions.DEBUG, null)
					.set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com"))));
		wrote("{\"options\":" + OPTIONS.replace("https://old", "https://new").replaceFirst("}$", "")
				+ ",\"debug\":null,\"domain_aliases\":[\"acme.com\"]},\"display_name\":\"Acme\"}");
	}

	@Test
	void publishesChangedFieldsOnly() {
		List<ConnectionChanged> heard = wire.hearChanges();
		Auth0ConnectionService service = Auth0.connections(wire);
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\",\"options\":" + OPTIONS + "}");
		Auth0.result(service.update("con_1", new Auth0ConnectionPatch().showAsButton(true)));
		Auth0.result(service.mergeOptions("con_1",
				new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://new").set(SamlpOptions.DEBUG, null)));
		Auth0.result(
				service.replaceOptions("con_1", new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://new")));
		Auth0.result(service.update("con_1", new Auth0ConnectionPatch().displayName("New")));
		assertThat(heard).extracting(ConnectionChanged::changedFields)
			.containsExactly(List.of("show_as_button"), List.of("options.signInEndpoint", "options.debug"),
					List.of("options.signInEndpoint"), List.of("display_name"));
	}

	@Test
	void publishesTheCertificatesBeforeAndAfter() {
		String one = certificate("one");
		String two = certificate("two");
		List<ConnectionChanged> heard = wire.hearChanges();
		current(signedBy(one));
		wire.server().stubFor(WireMock.patch(WireMock.anyUrl()).willReturn(WireMock.okJson(signedBy(two))));
		Auth0.result(Auth0.connections(wire).mergeOptions("con_1", new OtherOptions().set("debug", true)));
		assertThat(heard).singleElement().satisfies((change) -> {
			assertThat(change.connectionId()).isEqualTo("con_1");
			assertThat(change.certificatesBefore()).containsExactly(SigningCertificate.parse(one).sha256());
			assertThat(change.certificatesAfter()).containsExactly(SigningCertificate.parse(two).sha256());
		});
	}

	@Test
	void replacesAnOptionThatIsAnObjectAsAWhole() {
		current("{\"options\":" + OPTIONS + "}");
		Auth0.result(this.service.mergeOptions("con_1",
				new SamlpOptions().set(SamlpOptions.FIELDS_MAP, Map.of("name", "cn"))));
		wrote("{\"options\":" + OPTIONS.replace("{\"email\":\"mail\"}", "{\"name\":\"cn\"}") + "}");
	}

	@Test
	void rejectsAMergeOfUnreadableOptions() {
		current("{\"id\":\"con_1\",\"display_name\":\"Acme\"}");
		StepVerifier.create(this.service.mergeOptions("con_1", new OtherOptions().set("a", "s3cret")))
			.expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
					.hasMessageContaining("read:connections_options")
					.hasMessageNotContaining("s3cret");
				assertThat(((SsoApiException) failure).operation()).isEqualTo("connections.update");
			})
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void mergesIntoNoOptions() {
		current("{\"options\":{}}");
		Auth0.result(this.service.mergeOptions("con_1", new OtherOptions().set("a", 1)));
		wrote("{\"options\":{\"a\":1}}");
	}

	@Test
	void replacesAllOptions() {
		current("{\"display_name\":\"Acme\",\"options\":" + OPTIONS + "}");
		Auth0.result(this.service.replaceOptions("con_1", new OktaOptions().set(OktaOptions.DOMAIN, "acme.okta.com")));
		wrote("{\"options\":{\"domain\":\"acme.okta.com\"},\"display_name\":\"Acme\"}");
	}

	@Test
	void replacesUnreadableOptions() {
		current("{\"display_name\":\"Acme\"}");
		Auth0.result(this.service.replaceOptions("con_1", new OtherOptions()));
		wrote("{\"options\":{},\"display_name\":\"Acme\"}");
	}

	@Test
	void sendsTheStateAtTheCall() {
		current("{\"options\":{}}");
		List<String> aliases = new ArrayList<>(List.of("acme.com"));
		SamlpOptions options = new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, aliases)
			.set(SamlpOptions.IDP_INITIATED, new IdpInitiated().set(IdpInitiated.ENABLED, true));
		Mono<Auth0Connection> call = this.service.mergeOptions("con_1", options);
		options.get(SamlpOptions.IDP_INITIATED).set(IdpInitiated.ENABLED, false);
		options.set(SamlpOptions.DEBUG, true);
		aliases.add("evil.com");
		Auth0.result(call);
		wrote("{\"options\":{\"domain_aliases\":[\"acme.com\"],\"idpinitiated\":{\"enabled\":true}}}");
	}

	@Test
	void writesNothingWhenTheReadFails() {
		wire.respondsWith(404, "{\"statusCode\":404,\"errorCode\":\"inexistent_connection\"}");
		StepVerifier.create(this.service.update("con_1", new Auth0ConnectionPatch().showAsButton(true)))
			.expectError(SsoApiException.NotFound.class)
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void serializesUpdatesOfAConnection() {
		current("{\"display_name\":\"Acme\",\"options\":{}}");
		Auth0Client client = Auth0.client(wire);
		Flux<Auth0Connection> all = Flux.range(0, 10)
			.flatMap((i) -> (i % 3 == 0)
					? Auth0ConnectionService.create(client)
						.update("con_1", new Auth0ConnectionPatch().displayName("N" + i))
					: Auth0ConnectionService.create(client).mergeOptions("con_1", new OtherOptions().set("a", i)), 10);
		StepVerifier.create(all).expectNextCount(10).expectComplete().verify(Auth0.TIMEOUT);
		List<RequestMethod> methods = wire.requests().stream().map(LoggedRequest::getMethod).toList();
		assertThat(methods).hasSize(16);
		for (int i = 0; i < methods.size(); i++) {
			if (methods.get(i).equals(RequestMethod.GET)) {
				assertThat(methods.get(i + 1)).as("after reading, nobody comes between").isEqualTo(RequestMethod.PATCH);
			}
		}
	}

	private static void current(String connection) {
		wire.respondsWith(200, "{}");
		wire.server()
			.stubFor(WireMock.get(WireMock.urlEqualTo("/api/v2/connections/con_1"))
				.willReturn(WireMock.okJson(connection)));
	}

	private static String certificate(String name) {
		Instant now = Instant.now();
		return TestCertificates.selfSigned(name, now, now.plusSeconds(3600));
	}

	private static String signedBy(String certificate) {
		return WireJson.mapper()
			.writeValueAsString(Map.of("id", "con_1", "options", Map.of("signingCert", certificate)));
	}

	private static void wrote(String body) {
		assertThat(wire.requests()).hasSize(2);
		wire.received(wire.requests().get(0), "GET", "/connections/con_1", "");
		wire.received(wire.requests().get(1), "PATCH", "/connections/con_1", body);
	}

}
