// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metadata that people paste, against an account that behaves as the vendor's does.
 */
class InlineMetadataTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static Sandbox sandbox;

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()), ClerkSettings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled())));

	private final EnterpriseConnectionService service = EnterpriseConnectionService.create(this.client);

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

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFEFF\uFEFF", "\n\u200B", "\u00A0\r\n" })
	void sendsDocumentWithoutWhatDoesNotShowAroundIt(String more) {
		String pasted = more + document("bom-text.xml") + more;
		String xml = document("bom-text.xml").substring(1).strip();
		for (NewEnterpriseConnection connection : List.of(
				connection().saml(new NewEnterpriseConnection.Saml().idpMetadata(pasted)),
				connection().saml(new NewEnterpriseConnection.Saml().set("idp_metadata", pasted)),
				connection().set("saml", Map.of("idp_metadata", pasted)))) {
			sandbox.reset();
			EnterpriseConnection created = this.service.create(connection).block(LIMIT);
			assertThat(created.saml().idpEntityId()).isEqualTo("https://idp.acme.example/metadata");
			assertThat(sandbox.requests()).singleElement()
				.satisfies((request) -> assertThat(request.body()).contains(WireJson.mapper().writeValueAsString(xml)));
		}
	}

	@Test
	void keepsValuesThatAreNotText() {
		assertThat(new NewEnterpriseConnection.Saml().idpMetadata(null).fields()).containsEntry("idp_metadata", null);
		assertThat(new EnterpriseConnectionPatch().set("saml", null).set("x", "\n").fields())
			.containsEntry("saml", null)
			.containsEntry("x", "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty-issuer-dn.xml", "none" })
	void sendsNoDocumentWithoutReadableCertificate(String name) {
		String xml = (name.equals("none"))
				? document("bom-text.xml").replaceAll("(?s)<md:KeyDescriptor.*</md:KeyDescriptor>", "")
				: document(name);
		NewEnterpriseConnection connection = connection().saml(new NewEnterpriseConnection.Saml().idpMetadata(xml));
		assertThat(ClerkLint.check(connection, Instant.now()))
			.anyMatch((finding) -> finding.code().equals("signing_certificate_missing"));
		SamlConnectionService saml = SamlConnectionService.create(this.client);
		NewSamlConnection newSaml = new NewSamlConnection().name("Acme").idpMetadata(xml);
		for (Mono<?> call : List.of(this.service.create(connection),
				EnterpriseConnectionCreation.create(this.service, LIMIT, LIMIT.plusMinutes(5)).createOrFind(connection),
				this.service.update("ent_1",
						new EnterpriseConnectionPatch().saml(new EnterpriseConnectionPatch.Saml().idpMetadata(xml))),
				saml.create(newSaml), saml.update("samlc_1", new SamlConnectionPatch().idpMetadata(xml)))) {
			StepVerifier.create(call).expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class);
				assertThat(failure).hasMessageContaining("not sent: the metadata has no readable signing certificate");
			}).verify(LIMIT);
		}
		assertThat(sandbox.requests()).isEmpty();
	}

	private static NewEnterpriseConnection connection() {
		return new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.example");
	}

	private static String document(String name) {
		try {
			return Files.readString(Path.of("src/test/resources/metadata/field", name), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
