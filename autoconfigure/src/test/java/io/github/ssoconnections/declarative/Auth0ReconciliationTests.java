// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for declared connections at Auth0.
 */
class Auth0ReconciliationTests {

	private final Fixture.Auth0 auth0 = new Fixture.Auth0();

	private final DesiredConnection acme = this.auth0.declaration("acme", "acme.com");

	@AfterEach
	void close() {
		this.auth0.sandbox.close();
	}

	private Auth0Connection connection() {
		return this.auth0.account.connections().listAll().blockLast(Fixture.TIMEOUT);
	}

	private static DesiredConnection options(Map<String, @Nullable Object> options) {
		return DesiredConnection.of("acme").withSettings(Map.of("options", options));
	}

	private void apply(DesiredConnection desired) {
		assertThat(this.auth0.apply(desired))
			.allSatisfy((step) -> assertThat(step.outcome()).as(step.toString()).isEqualTo(StepOutcome.DONE));
	}

	@Test
	void writesNoMaskInPlaceOfASecret() {
		apply(this.acme.withSettings(Map.of("options",
				Map.of("upstream", Map.of("token", "s3cret", "mode", "a"), "client_secret", "other-s3cret"))));
		apply(options(Map.of("upstream", Map.of("mode", "b"))));
		ConnectionOptions options = connection().options();
		assertThat(options.get("upstream")).isEqualTo(Map.of("token", Secret.of("s3cret"), "mode", "b"));
		assertThat(options.get("client_secret")).isEqualTo(Secret.of("other-s3cret"));
	}

	@Test
	void sendsADeclaredSecretThatAuth0DoesNotReturnWithOtherOptions() {
		apply(this.acme);
		apply(options(Map.of("client_secret", "s3cret", "debug", true)));
		assertThat(connection().options().get("client_secret")).isEqualTo(Secret.of("s3cret"));
	}

	@Test
	void keepsOtherPropertiesOfTheMetadata() {
		apply(this.acme);
		this.auth0.account.connectionActivation()
			.setPlan(connection().id(), ActivationPlan.of(List.of("app"), List.of()))
			.block(Fixture.TIMEOUT);
		Map<String, @Nullable Object> metadata = new HashMap<>(Map.of("region", "eu"));
		metadata.put("plan", null);
		apply(DesiredConnection.of("acme").withSettings(Map.of("metadata", metadata)));
		assertThat(connection().metadata()).containsOnlyKeys("region", "sso_connections_activation");
		assertThat(this.auth0.sandbox.requests()).filteredOn((request) -> request.method().equals("PATCH"))
			.last()
			.satisfies((request) -> assertThat(request.body()).contains("\"plan\":null"));
		assertThat(this.auth0.plan(DesiredConnection.of("acme").withSettings(Map.of("metadata", metadata))).isEmpty())
			.isTrue();
	}

	@Test
	void removesAnOptionThatShallBeAbsentAndNoOther() {
		apply(this.acme.withSettings(Map.of("options",
				Map.of("icon_url", "https://acme.com/i.png", "client_secret", "s3cret", "debug", true))));
		Map<String, @Nullable Object> removed = new HashMap<>(Map.of("debug", false));
		removed.put("icon_url", null);
		apply(options(removed));
		ConnectionOptions options = connection().options();
		assertThat(options).doesNotContainKey("icon_url").containsEntry("debug", false);
		assertThat(options).containsKeys("signInEndpoint", "domain_aliases");
		assertThat(options.get("client_secret")).isEqualTo(Secret.of("s3cret"));
		assertThat(this.auth0.plan(options(removed)).isEmpty()).isTrue();
	}

	@Test
	void enablesAndDisablesClientsAndLeavesOtherOrganizations() {
		String one = this.auth0.createOrganization("one");
		String two = this.auth0.createOrganization("two");
		DesiredConnection first = this.acme.withOrganizations(List.of(one));
		apply(first);
		assertThat(this.auth0.plan(first).furtherCalls()).as("clients, and one organization").isEqualTo(2);
		apply(DesiredConnection.of("acme")
			.withOrganizations(List.of(two))
			.withSettings(Map.of("clients", List.of("other"), "discovery_domains", List.of("Acme.com"))));
		String id = connection().id();
		assertThat(this.auth0.account.connectionClients().listAll(id).collectList().block(Fixture.TIMEOUT))
			.extracting((client) -> client.clientId())
			.containsExactly("other");
		assertThat(this.auth0.account.organizationConnections().list(one).block(Fixture.TIMEOUT)).hasSize(1);
		assertThat(this.auth0.account.organizationConnections().list(two).block(Fixture.TIMEOUT)).singleElement()
			.satisfies((connection) -> assertThat(connection.assignMembershipOnLogin()).isTrue());
		assertThat(this.auth0.account.discoveryDomains().listAll(two).collectList().block(Fixture.TIMEOUT))
			.singleElement()
			.satisfies((domain) -> assertThat(domain.domain()).isEqualToIgnoringCase("acme.com"));
		assertThat(this.auth0
			.plan(DesiredConnection.of("acme")
				.withOrganizations(List.of(two))
				.withSettings(Map.of("discovery_domains", List.of("acme.com"))))
			.isEmpty()).isTrue();
	}

	@Test
	void reportsOptionsThatCannotBeReadAndTouchesNothing() {
		apply(this.acme);
		long writes = this.auth0.writes();
		Reconciliation reconciliation = this.auth0.reconciliation(WebClient.builder(),
				this.auth0.sandbox.auth0().token("read:connections", "update:connections"));
		ConnectionPlan plan = reconciliation.plan(List.of(this.acme)).block(Fixture.TIMEOUT);
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("read:connections_options"));
		assertThat(reconciliation.apply(plan).collectList().block(Fixture.TIMEOUT)).isEmpty();
		assertThat(this.auth0.writes()).isEqualTo(writes);
	}

	@Test
	void exportsSecretsAsReferences() {
		apply(this.acme.withSettings(Map.of("options", Map.of("client_secret", "s3cret"))));
		apply(this.auth0.declaration("Acme", "acme.org")
			.withSettings(Map.of("options", Map.of("client_secret", "s3cret"))));
		ExportedConnections exported = this.auth0.reconciliation().export("SSO_").block(Fixture.TIMEOUT);
		assertThat(exported.connections())
			.extracting((one) -> Fields.object(one.connection().settings(), "options").get("client_secret"))
			.containsExactlyInAnyOrder(new SecretReference("SSO_ACME_CLIENT_SECRET"),
					new SecretReference("SSO_ACME_CLIENT_SECRET_2"));
		assertThat(exported.connections()).allSatisfy((one) -> assertThat(one.hidden()).singleElement()
			.satisfies((hidden) -> assertThat(hidden).contains("is secret: set SSO_ACME_CLIENT_SECRET")));
		assertThat(exported.connections()).allSatisfy((one) -> assertThat(one.connection().id()).isNull());
	}

	@Test
	void rejectsWhatAuth0DerivesOrDoesNotTake() {
		rejects(options(Map.of("thumbprints", List.of("ab"))), "derives it from the signing certificate");
		rejects(options(Map.of("domain_aliases", List.of("a.com"))), "use 'domains'");
		rejects(DesiredConnection.of("acme").withSettings(Map.of("enabled_clients", List.of("app"))), "use 'clients'");
		rejects(DesiredConnection.of("acme").withSettings(Map.of("authentication", Map.of())), "use 'active'");
		rejects(DesiredConnection.of("acme").withSettings(Map.of("discovery_domains", List.of("a.com"))),
				"needs 'organizations'");
		rejects(DesiredConnection.of("no spaces"), "letters, digits and single hyphens");
		rejects(options(Map.of("metadataUrl", "https://a.com", "signInEndpoint", "https://a.com/sso")),
				"which it replaces");
		rejects(DesiredConnection.of("acme")
			.withIdp(IdpSettings.saml("e", "https://a.com", Fixture.CERTIFICATE, Fixture.OTHER_CERTIFICATE)),
				"must have one certificate");
	}

	private void rejects(DesiredConnection desired, String message) {
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> this.auth0.plan(desired))
			.withMessageContaining(message);
		assertThat(this.auth0.sandbox.requests()).isEmpty();
	}

}
