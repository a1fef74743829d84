// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the change event: published once for each successful change, with names and
 * fingerprints, and without values.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionChangedTests {

	private static final String ONE = certificate("one");

	private static final String TWO = certificate("two");

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()),
				"sso-connections.clerk.rate-limit.max-pause=0ms", "sso-connections.clerk.retry.initial-backoff=0ms")
		.withBean(Audit.class);

	@Test
	void publishesCreation() {
		wire.respondsWith(200, "{\"id\":\"ent_1\",\"saml_connection\":{\"idp_certificate\":\"" + ONE
				+ "\",\"idp_certificates\":[{\"certificate\":\"" + ONE + "\"},{\"certificate\":\"" + TWO + "\"}]}}");
		Instant before = Instant.now();
		ConnectionChanged event = theEvent(
				(context) -> service(context).create(new NewEnterpriseConnection().name("canary")
					.domains("canary.com")
					.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl("https://canary.com/metadata")
						.attributeMapping(new AttributeMappingSettings().emailAddress("canary")))
					.oidc(new OidcSettings().clientSecret("canary"))));
		assertThat(event).isEqualTo(new ConnectionChanged(
				"clerk", Account.DEFAULT, ConnectionChanged.Kind.CREATED, ConnectionChanged.Origin.OPERATION,
				"enterprise_connections.create", "ent_1", null, List.of("name", "domains", "saml.idp_metadata_url",
						"saml.attribute_mapping.email_address", "oidc.client_secret"),
				null, List.of(sha256(ONE), sha256(TWO)), null, event.at()));
		assertThat(event.at()).isBetween(before, Instant.now());
		assertThat(event.toString()).doesNotContain("canary");
	}

	@Test
	void publishesUpdateWithThePreviousState() {
		wire.respondsWith(200, "{\"id\":\"ent_1\",\"saml_connection\":{\"idp_certificate\":\"" + TWO + "\"}}");
		ConnectionChanged event = theEvent((context) -> service(context)
			.update("ent_1",
					new EnterpriseConnectionPatch()
						.saml(new EnterpriseConnectionPatch.Saml().idpCertificates("canary")))
			.contextWrite(Change.replacing(List.of(sha256(ONE)))));
		assertThat(event.operation()).isEqualTo("enterprise_connections.update");
		assertThat(event.changedFields()).containsExactly("saml.idp_certificates");
		assertThat(event.certificatesBefore()).containsExactly(sha256(ONE));
		assertThat(event.certificatesAfter()).containsExactly(sha256(TWO));
	}

	@Test
	void publishesDeletion() {
		wire.respondsWith(200, "{\"id\":\"ent_1\",\"deleted\":true}");
		ConnectionChanged event = theEvent((context) -> service(context).delete("ent_1"));
		assertThat(event).isEqualTo(new ConnectionChanged("clerk", Account.DEFAULT, ConnectionChanged.Kind.DELETED,
				ConnectionChanged.Origin.OPERATION, "enterprise_connections.delete", "ent_1", null, List.of(), null,
				null, null, event.at()));
	}

	@Test
	void publishesChangesOfSamlConnections() {
		wire.respondsWith(200, "{\"id\":\"samlc_1\",\"idp_certificate\":\"" + ONE + "\"}");
		this.contextRunner.run((context) -> {
			SamlConnectionService service = context.getBean(SamlConnectionService.class);
			block(service.create(new NewSamlConnection().name("Acme")));
			block(service.update("samlc_1", new SamlConnectionPatch().active(true)));
			block(service.delete("samlc_1"));
			assertThat(events(context)).map(ConnectionChanged::operation)
				.containsExactly("saml_connections.create", "saml_connections.update", "saml_connections.delete");
			assertThat(events(context)).map(ConnectionChanged::connectionId).containsOnly("samlc_1");
			assertThat(events(context).get(1).certificatesAfter()).containsExactly(sha256(ONE));
		});
	}

	@Test
	void publishesOnceWhenThereAreSeveralAttempts() {
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("second")
				.willReturn(WireMock.aResponse().withStatus(429))
				.willSetStateTo("seen"));
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("second")
				.whenScenarioStateIs("seen")
				.willReturn(WireMock.aResponse().withBody("{\"id\":\"ent_1\"}")));
		theEvent((context) -> service(context).update("ent_1", new EnterpriseConnectionPatch().active(true)));
		assertThat(wire.requests()).hasSize(2);
	}

	@Test
	void publishesDeletionOnceWhenItsResponseWasLost() {
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("lost")
				.willReturn(WireMock.aResponse().withStatus(503))
				.willSetStateTo("gone"));
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("lost")
				.whenScenarioStateIs("gone")
				.willReturn(WireMock.aResponse().withStatus(404)));
		assertThat(theEvent((context) -> service(context).delete("ent_1")).connectionId()).isEqualTo("ent_1");
	}

	@Test
	void publishesNothingWhenNothingChanged() {
		this.contextRunner.run((context) -> {
			wire.respondsWith(422, "{}");
			assertThatExceptionOfType(SsoApiException.class)
				.isThrownBy(() -> block(service(context).update("ent_1", new EnterpriseConnectionPatch())));
			wire.respondsWith(500, "{}");
			assertThatExceptionOfType(SsoApiException.OutcomeUnknown.class)
				.isThrownBy(() -> block(service(context).create(new NewEnterpriseConnection())));
			wire.respondsWith(200, "{\"id\":\"ent_1\"}");
			block(service(context).get("ent_1"));
			block(service(context).createTestRun("ent_1"));
			assertThat(events(context)).isEmpty();
		});
	}

	@Test
	void ignoresInvalidCertificates() {
		wire.respondsWith(200,
				"{\"saml_connection\":{\"idp_certificates\":[{\"certificate\":\"MIIB1\"},{\"certificate\":\"AAAA\"},{},"
						+ "{\"certificate\":\"" + ONE + "\"}]}}");
		ConnectionChanged event = theEvent(
				(context) -> service(context).update("ent_1", new EnterpriseConnectionPatch().active(true)));
		assertThat(event.connectionId()).isEqualTo("ent_1");
		assertThat(event.certificatesAfter()).containsExactly(sha256(ONE));
	}

	@Test
	void failsNoCallAndLogsOnceWhenListenerThrows(CapturedOutput output) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		this.contextRunner.withBean(Broken.class).run((context) -> {
			for (int i = 0; i < 3; i++) {
				block(service(context).update("ent_1", new EnterpriseConnectionPatch().active(true)));
			}
			assertThat(output.getAll().split("The call is not affected", -1)).hasSize(2);
			assertThat(output).contains("broken by the application");
		});
	}

	private ConnectionChanged theEvent(Function<ApplicationContext, Mono<?>> call) {
		List<ConnectionChanged> events = new ArrayList<>();
		this.contextRunner.run((context) -> {
			block(call.apply(context));
			events.addAll(events(context));
		});
		assertThat(events).hasSize(1);
		return events.get(0);
	}

	private static void block(Mono<?> call) {
		assertThat(call.blockOptional(Duration.ofSeconds(20))).isPresent();
	}

	private static EnterpriseConnectionService service(ApplicationContext context) {
		return context.getBean(EnterpriseConnectionService.class);
	}

	private static List<ConnectionChanged> events(ApplicationContext context) {
		return context.getBean(Audit.class).events;
	}

	private static String certificate(String name) {
		Instant now = Instant.now();
		return TestCertificates.withoutArmour(TestCertificates.selfSigned(name, now, now.plus(Duration.ofDays(365))));
	}

	private static String sha256(String certificate) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(certificate)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static class Audit {

		private final List<ConnectionChanged> events = new ArrayList<>();

		@EventListener
		void on(ConnectionChanged event) {
			this.events.add(event);
		}

	}

	static class Broken {

		@EventListener
		void on(ConnectionChanged event) {
			throw new IllegalStateException("broken by the application");
		}

	}

}
