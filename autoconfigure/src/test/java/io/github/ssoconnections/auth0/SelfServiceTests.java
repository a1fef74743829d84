// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.DomainVerification;
import io.github.ssoconnections.auth0.selfservice.ExistingConnectionTicket;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceBranding;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.TicketConnection;
import io.github.ssoconnections.auth0.selfservice.TicketConnectionOptions;
import io.github.ssoconnections.auth0.selfservice.TicketDomains;
import io.github.ssoconnections.auth0.selfservice.TicketFeatures;
import io.github.ssoconnections.auth0.selfservice.TicketOrganization;
import io.github.ssoconnections.auth0.selfservice.TicketProvisioning;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0SelfServiceProfiles} and {@link Auth0SelfServiceTickets}, beyond
 * the contract of every operation: defaults, secrets and limits.
 */
class SelfServiceTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final String TICKET = "{\"ticket\":\"https://acme.eu.auth0.com/self-service/connections-flow?ticket=s3cret-1\"}";

	private final Auth0SelfServiceTickets tickets = Auth0SelfServiceTickets.create(Auth0.client(wire));

	private final Auth0SelfServiceProfiles profiles = Auth0SelfServiceProfiles.create(Auth0.client(wire));

	private static NewSelfServiceTicket ticket() {
		return new NewSelfServiceTicket().connection(new TicketConnection().name("acme"));
	}

	private static String json(Object body) {
		return WireJson.mapper().writeValueAsString(body);
	}

	@Test
	void expiresAfterADayAndEndsInItsId() {
		wire.respondsWith(201, TICKET);
		Instant before = Instant.now();
		SelfServiceTicket created = Auth0.result(this.tickets.create("ssp_1", ticket()));
		assertThat(created.expiresAt()).isBetween(before.plus(Duration.ofDays(1)),
				Instant.now().plus(Duration.ofDays(1)));
		assertThat(created.id()).isEqualTo(Secret.of("s3cret-1"));
		assertThat(created.profileId()).isEqualTo("ssp_1");
		SelfServiceTicket short1 = Auth0.result(this.tickets.create("ssp_1", ticket().validFor(Duration.ofMinutes(5))));
		assertThat(short1.expiresAt()).isBefore(before.plus(Duration.ofHours(1)));
	}

	@Test
	void expiresAfterFiveDaysWhenValidityIsNotSent() {
		wire.respondsWith(201, TICKET);
		SelfServiceTicket created = Auth0.result(this.tickets.create("ssp_1", ticket().set("ttl_sec", 0)));
		assertThat(created.expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(4)));
	}

	@Test
	void showsNeitherUrlNorId() {
		wire.respondsWith(201, TICKET);
		SelfServiceTicket created = Auth0.result(this.tickets.create("ssp_1", ticket()));
		assertThat(created.toString() + JsonMapper.shared().writeValueAsString(created)).doesNotContain("s3cret",
				"connections-flow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://acme/t/s3cret", "https://acme/t?ticket=s3cret&x=1", "https://acme/t?ticket=",
			"https://acme/t?ticket=../s3cret", "https://acme/t#ticket=s3cret", "s3cret" })
	void cannotRevokeATicketOfAnotherForm(String url) {
		SelfServiceTicket ticket = SelfServiceTicket.of("ssp_1", Secret.of(url), Instant.parse("2026-11-28T18:00:00Z"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.tickets.revoke(ticket))
			.withMessageContaining("cannot be revoked")
			.withMessageContaining("2026-11-28T18:00:00Z")
			.withMessageNotContaining("s3cret");
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void revokesByTheIdInTheUrl() {
		wire.respondsWith(202, "");
		SelfServiceTicket ticket = SelfServiceTicket.of("ssp_1", Secret.of("https://acme/t?ticket=t-1"), Instant.now());
		this.tickets.revoke(ticket).block(Auth0.TIMEOUT);
		wire.received("POST", "/self-service-profiles/ssp_1/sso-ticket/t-1/revoke", "");
	}

	@Test
	void failsWhenTheResponseHasNoUrl() {
		wire.respondsWith(201, "{}");
		StepVerifier.create(this.tickets.create("ssp_1", ticket()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessageContaining("no URL"))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void repointsAConnectionByAMethodOfItsOwnOnly() {
		assertThatIllegalArgumentException().isThrownBy(() -> ticket().set("connection_id", "con_1"))
			.withMessageContaining("createForExistingConnection");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ExistingConnectionTicket().set("connection_id", "con_2"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ExistingConnectionTicket().set("connection_config", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../con_2", "", "a b" })
	void rejectsTheIdOfAConnectionBeforeARequest(String id) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tickets.createForExistingConnection("ssp_1", id, new ExistingConnectionTicket()))
			.withMessageContaining("'id' must be 1 to 128");
	}

	@Test
	void needsAConnection() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tickets.create("ssp_1", new NewSelfServiceTicket()))
			.withMessageContaining("connection");
	}

	@Test
	void writesEveryFieldOfATicket() {
		assertThat(json(ticket().validFor(Duration.ofHours(1))
			.connection(new TicketConnection().name("acme")
				.displayName("Acmé")
				.isDomainConnection(true)
				.showAsButton(true)
				.metadata(Map.of("crm", "7"))
				.options(new TicketConnectionOptions().domainAliases(List.of("acme.com"))))
			.domains(new TicketDomains().verification(DomainVerification.OPTIONAL).pendingDomains(List.of("acme.de")))
			.enabledClients(List.of("c"))
			.enabledOrganizations(List.of(new TicketOrganization().organizationId("org_1")))
			.provisioning(new TicketProvisioning().scopes(List.of("get:users")))
			.useForOrganizationDiscovery(true)))
			.isEqualTo("{\"ttl_sec\":3600,\"domain_aliases_config\":{\"domain_verification\":\"optional\","
					+ "\"pending_domains\":[\"acme.de\"]},\"connection_config\":{\"is_domain_connection\":true,"
					+ "\"name\":\"acme\",\"display_name\":\"Acmé\",\"show_as_button\":true,"
					+ "\"metadata\":{\"crm\":\"7\"},\"options\":{\"domain_aliases\":[\"acme.com\"]}},"
					+ "\"enabled_clients\":[\"c\"],\"enabled_organizations\":[{\"organization_id\":\"org_1\"}],"
					+ "\"provisioning_config\":{\"scopes\":[\"get:users\"]},"
					+ "\"use_for_organization_discovery\":true}");
		assertThat(json(new ExistingConnectionTicket().features(new TicketFeatures().sso(true))))
			.isEqualTo("{\"ttl_sec\":86400,\"domain_aliases_config\":{\"domain_verification\":\"required\"},"
					+ "\"enabled_features\":{\"sso\":true}}");
	}

	@Test
	void keepsTheDefaultsOfWhatAMapDoesNotHave() {
		Map<String, Object> domains = Map.of("pending_domains", List.of("acme.de"));
		assertThat(json(new NewSelfServiceTicket().set("domain_aliases_config", domains)
			.set("connection_config", Map.of("name", "acme"))))
			.isEqualTo("{\"ttl_sec\":86400,\"domain_aliases_config\":{\"domain_verification\":\"required\","
					+ "\"pending_domains\":[\"acme.de\"]},\"connection_config\":{\"is_domain_connection\":false,"
					+ "\"name\":\"acme\"}}");
		assertThat(json(new ExistingConnectionTicket().set("domain_aliases_config", domains)))
			.isEqualTo("{\"ttl_sec\":86400,\"domain_aliases_config\":{\"domain_verification\":\"required\","
					+ "\"pending_domains\":[\"acme.de\"]}}");
		assertThat(json(ticket().set("domain_aliases_config", Map.of("domain_verification", "none"))
			.set("connection_config", Map.of("is_domain_connection", true)))).contains("\"none\"", "true");
	}

	@Test
	void rejectsWhatIsOutOfBounds() {
		assertThatIllegalArgumentException().isThrownBy(() -> ticket().validFor(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> ticket().validFor(Duration.ofDays(5).plusSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new TicketConnection().name("a--b"));
		assertThatIllegalArgumentException().isThrownBy(() -> new TicketDomains().pendingDomains(List.of("")));
		assertThatIllegalArgumentException().isThrownBy(() -> new TicketProvisioning().tokenLifetime(900L));
		assertThatIllegalArgumentException().isThrownBy(() -> new SelfServiceBranding().primaryColor("red"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SelfServiceBranding().logoUrl("http://acme/l"));
		assertThatIllegalArgumentException().isThrownBy(() -> new NewSelfServiceProfile().name(""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.profiles.setTexts("ssp_1", "en", "get-started", Map.of("a", "x".repeat(2001))));
	}

	@Test
	void saysHowManyProfilesATenantCanHave() {
		wire.respondsWith(409, "{\"statusCode\":409,\"message\":\"No more profiles can be created for this tenant.\"}");
		StepVerifier.create(this.profiles.create(new NewSelfServiceProfile().name("a")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("20 self-service profiles")
				.hasMessageContaining("No more profiles"))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void saysThatPendingDomainsAreLimited() {
		wire.respondsWith(400, "{\"statusCode\":400,\"message\":\"Payload validation error\"}");
		StepVerifier
			.create(this.tickets.create("ssp_1",
					ticket().domains(new TicketDomains().pendingDomains(List.of("acme.com")))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining("limits the pending domains"))
			.verify(Auth0.TIMEOUT);
		StepVerifier
			.create(this.tickets.create("ssp_1",
					ticket().set("domain_aliases_config", Map.of("pending_domains", List.of("acme.com")))))
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("limits the pending domains"))
			.verify(Auth0.TIMEOUT);
		StepVerifier.create(this.tickets.create("ssp_1", ticket()))
			.expectErrorSatisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("pending domains"))
			.verify(Auth0.TIMEOUT);
	}

}
