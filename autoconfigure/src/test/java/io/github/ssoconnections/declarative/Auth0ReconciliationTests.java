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

	private static DesiredConnection oidc(Map<String, @Nullable Object> options) {
		Map<String, @Nullable Object> all = new HashMap<>(Map.of("client_id", "client", "icon_url", "https://a.com/i",
				"discovery_url", "https://idp.acme.com/.well-known/openid-configuration"));
		all.putAll(options);
		return options(all).withProvider("oidc");
	}

	@Test
	void losesNoSecretThatAuth0DoesNotReturn() {
		apply(oidc(Map.of("client_secret", "s3cret")));
		long writes = this.auth0.writes();
		Reconciliation hiding = this.auth0
			.reconciliation(Fixture.changing((json) -> json.replaceAll(",\"client_secret\":\"[^\"]*\"", "")
				.replaceAll("\"client_secret\":\"[^\"]*\",", "")));
		ConnectionPlan unknown = hiding.plan(List.of(oidc(Map.of("debug", true)))).block(Fixture.TIMEOUT);
		assertThat(unknown.changes()).isEmpty();
		assertThat(unknown.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("options.client_secret is not returned"));
		assertThat(hiding.plan(List.of(oidc(Map.of()))).block(Fixture.TIMEOUT).isEmpty()).isTrue();
		assertThat(hiding.export("SSO_").block(Fixture.TIMEOUT).connections().get(0).hidden()).containsExactly(
				"options.client_secret is not returned: to set it, declare it as " + "${SSO_ACME_CLIENT_SECRET}");
		assertThat(this.auth0.writes()).isEqualTo(writes);

		Map<String, @Nullable Object> changed = new HashMap<>(Map.of("client_secret", "s3cret", "debug", true));
		changed.put("icon_url", null);
		ConnectionPlan plan = hiding.plan(List.of(oidc(changed))).block(Fixture.TIMEOUT);
		assertThat(plan.changes().get(0).changes()).extracting((change) -> change.path().toString())
			.contains("options.client_secret");
		assertThat(plan.toText()).contains("options.client_secret (sent, not compared)");
		assertThat(hiding.apply(plan).collectList().block(Fixture.TIMEOUT)).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE);
		assertThat(connection().options().get("client_secret")).isEqualTo(Secret.of("s3cret"));
		assertThat(connection().options()).doesNotContainKey("icon_url").containsEntry("debug", true);
	}

	@Test
	void writesNothingToOrganizationsThatThePlanHasNotRead() {
		String one = this.auth0.createOrganization("one");
		DesiredConnection desired = this.acme.withOrganizations(List.of(one));
		apply(desired);
		int requests = this.auth0.sandbox.requests().size();
		Reconciliation reconciliation = this.auth0.reconciliation();
		ConnectionPlan plan = reconciliation
			.plan(List.of(desired.withActive(false)), PlanOptions.DEFAULT.withoutFurtherCalls())
			.block(Fixture.TIMEOUT);
		assertThat(plan.changes().get(0).changes()).hasSize(1);
		assertThat(reconciliation.apply(plan).collectList().block(Fixture.TIMEOUT)).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE);
		assertThat(this.auth0.sandbox.requests().subList(requests, this.auth0.sandbox.requests().size()))
			.noneMatch((request) -> request.url().contains("/organizations") || request.url().endsWith("/clients"));
	}

	@Test
	void rejectsAnOptionThatSomebodyElseHasSetSinceThePlan() {
		apply(DesiredConnection.of("acme").withProvider("samlp").withIdp(Fixture.saml()));
		DesiredConnection desired = DesiredConnection.of("acme").withDomains("acme.com");
		ConnectionPlan plan = this.auth0.plan(desired);
		apply(DesiredConnection.of("acme").withDomains("customer-own.com"));
		assertThat(this.auth0.reconciliation().apply(plan).collectList().block(Fixture.TIMEOUT))
			.extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.REJECTED);
		assertThat(connection().options().get("domain_aliases")).isEqualTo(List.of("customer-own.com"));
	}

	@Test
	void isNotRejectedForAnotherOrderOfTheSameClients() {
		DesiredConnection desired = this.acme
			.withSettings(Map.of("clients", List.of("app", "other"), "show_as_button", true));
		apply(desired);
		Reconciliation reconciliation = this.auth0
			.reconciliation(Fixture.changing((json) -> json.contains("\"clients\"")
					? json.replace("app", "x").replace("other", "app").replace("\"x\"", "\"other\"") : json));
		ConnectionPlan plan = this.auth0.plan(desired.withActive(false));
		assertThat(reconciliation.apply(plan).collectList().block(Fixture.TIMEOUT)).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE);
	}

	@Test
	void addsOptionsThatNobodyDeclaredToACreationOnly() {
		DesiredConnection desired = DesiredConnection.of("acme").withIdp(Fixture.oidc());
		apply(desired);
		assertThat(connection().options().get("scope")).isEqualTo("openid profile email");
		apply(options(Map.of("scope", "openid groups")));
		assertThat(this.auth0.plan(desired).isEmpty()).isTrue();
		assertThat(this.auth0.plan(desired.withSettings(Map.of("options", Map.of("scope", "openid groups")))).isEmpty())
			.isTrue();
	}

	@Test
	void saysThatAMetadataDocumentIsComparedInPart() {
		apply(DesiredConnection.of("acme").withProvider("samlp").withIdp(IdpSettings.metadata(Fixture.METADATA)));
		ConnectionPlan plan = this.auth0
			.plan(DesiredConnection.of("acme").withIdp(IdpSettings.metadata(Fixture.METADATA)));
		assertThat(plan.isEmpty()).isTrue();
		assertThat(plan.connections().get(0).notCompared()).extracting(FieldPath::toString)
			.containsExactly("options.metadataXml");
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
			.withSettings(Map.of("clients", List.of("other"), "discovery_domains", List.of("Acme.com", "münchen.de"))));
		String id = connection().id();
		assertThat(this.auth0.account.connectionClients().listAll(id).collectList().block(Fixture.TIMEOUT))
			.extracting((client) -> client.clientId())
			.containsExactly("other");
		assertThat(this.auth0.account.organizationConnections().list(one).block(Fixture.TIMEOUT)).hasSize(1);
		assertThat(this.auth0.account.organizationConnections().list(two).block(Fixture.TIMEOUT)).singleElement()
			.satisfies((connection) -> assertThat(connection.assignMembershipOnLogin()).isTrue());
		assertThat(this.auth0.account.discoveryDomains().listAll(two).collectList().block(Fixture.TIMEOUT))
			.extracting((domain) -> domain.domain())
			.containsExactlyInAnyOrder("acme.com", "xn--mnchen-3ya.de");
		assertThat(this.auth0
			.plan(DesiredConnection.of("acme")
				.withOrganizations(List.of(two))
				.withSettings(Map.of("discovery_domains", List.of("acme.com", "MÜNCHEN.de"))))
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
		rejects(DesiredConnection.of("acme").withProvider("adfs").withIdp(IdpSettings.metadata(Fixture.METADATA)),
				"does not fit the strategy adfs");
		rejects(DesiredConnection.of("acme").withProvider("okta").withIdp(Fixture.oidc()), "does not fit");
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
