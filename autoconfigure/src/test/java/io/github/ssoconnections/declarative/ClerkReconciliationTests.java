// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for declared connections at Clerk.
 */
class ClerkReconciliationTests {

	private final Fixture.Clerk clerk = new Fixture.Clerk();

	private final String organization = this.clerk.createOrganization("acme");

	private final DesiredConnection acme = this.clerk.declaration("Acme", "acme.com")
		.withOrganizations(List.of(this.organization));

	@AfterEach
	void close() {
		this.clerk.sandbox.close();
	}

	private void addVerifiedDomain(String domain) {
		this.clerk.account.organizationDomains()
			.create(this.organization, new NewOrganizationDomain().name(domain))
			.flatMap(this.clerk.account.organizationDomains()::markVerified)
			.block(Fixture.TIMEOUT);
	}

	private List<AppliedStep> apply(ConnectionPlan plan) {
		return this.clerk.reconciliation().apply(plan).collectList().block(Fixture.TIMEOUT);
	}

	private String lastBody() {
		List<RecordedRequest> requests = this.clerk.sandbox.requests();
		return requests.get(requests.size() - 1).body();
	}

	@Test
	void namesVerifiedDomainsThatAnActivationRemovesAndRemovesNoOther() {
		this.clerk.apply(this.acme.withActive(false).withDomains("acme.com", "acme.org"));
		DesiredConnection active = this.acme.withDomains("acme.com", "acme.org");
		addVerifiedDomain("acme.com");
		ConnectionPlan plan = this.clerk.plan(active);
		assertThat(plan.changes().get(0).removedDomains()).containsExactly("acme.com");
		assertThat(plan.toMarkdown()).contains("removes verified domains of the organization: acme.com");
		addVerifiedDomain("acme.org");
		assertThat(apply(plan)).singleElement().satisfies((step) -> {
			assertThat(step.outcome()).isEqualTo(StepOutcome.REJECTED);
			assertThat(step.reason()).contains("acme.org");
		});
		assertThat(this.clerk.account.enterpriseConnections().listAll().blockLast(Fixture.TIMEOUT).active()).isFalse();
		assertThat(this.clerk.sandbox.verifiedOrganizationDomains()).hasSize(2);
		assertThat(apply(this.clerk.plan(active))).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(this.clerk.sandbox.verifiedOrganizationDomains()).isEmpty();
	}

	@Test
	void createsInactiveAndActivatesAfterwards() {
		addVerifiedDomain("acme.com");
		ConnectionPlan plan = this.clerk.plan(this.acme);
		assertThat(plan.changes().get(0).removedDomains()).containsExactly("acme.com");
		apply(plan);
		assertThat(this.clerk.sandbox.requests())
			.filteredOn(
					(request) -> request.method().equals("POST") && request.url().endsWith("enterprise_connections"))
			.singleElement()
			.satisfies((request) -> assertThat(request.body()).contains("\"active\":false"));
		assertThat(lastBody()).isEqualTo("{\"active\":true}");
	}

	@Test
	void namesTheConnectionThatIsCreatedAndNotActivated() {
		ConnectionPlan plan = this.clerk.plan(this.acme);
		addVerifiedDomain("acme.com");
		assertThat(apply(plan)).singleElement().satisfies((step) -> {
			assertThat(step.outcome()).isEqualTo(StepOutcome.FAILED);
			assertThat(step.reason()).contains("is written, and not activated").contains("ent_").contains("acme.com");
		});
		assertThat(this.clerk.account.enterpriseConnections().listAll().blockLast(Fixture.TIMEOUT).active()).isFalse();
		assertThat(this.clerk.sandbox.verifiedOrganizationDomains()).isNotEmpty();
	}

	@Test
	void readsTheDomainsOfAnOrganizationOnceAndOnlyByFurtherCalls() {
		DesiredConnection[] desired = { this.acme, this.acme.withDomains("acme.org"), this.acme.withDomains("a.net") };
		assertThat(this.clerk.plan(desired).furtherCalls()).isEqualTo(1);
		int requests = this.clerk.sandbox.requests().size();
		ConnectionPlan plan = this.clerk.reconciliation()
			.plan(List.of(desired), PlanOptions.DEFAULT.withoutFurtherCalls())
			.block(Fixture.TIMEOUT);
		assertThat(plan.furtherCalls()).isZero();
		assertThat(this.clerk.sandbox.requests()).hasSize(requests + 1);
	}

	@Test
	void comparesNoMappingWithoutTheSamlApi() {
		this.clerk.apply(this.acme);
		this.clerk.sandbox.removeSamlApi();
		ConnectionPlan plan = this.clerk.plan(this.acme);
		assertThat(plan.isEmpty()).isTrue();
		assertThat(plan.connections().get(0).notCompared()).extracting(FieldPath::toString)
			.containsExactly("saml.attribute_mapping");
		assertThat(this.clerk.reconciliation().export("SSO_").block(Fixture.TIMEOUT).connections()).hasSize(1);
	}

	@Test
	void exportsAConnectionThatIsIncomplete() {
		this.clerk.apply(this.acme, this.clerk.declaration("Globex", "globex.com"));
		Reconciliation reconciliation = this.clerk
			.reconciliation(Fixture.changing((json) -> json.replaceAll("\"idp_certificates\":\\[.*?\\],", "")
				.replaceAll("\"idp_certificate\":\"[^\"]*\"", "\"idp_certificate\":\"\"")
				.replace("\"domains\":[\"acme.com\"]", "\"domains\":[]")
				.replace("\"name\":\"Globex\"", "\"name\":null")));
		ExportedConnections exported = reconciliation.export("SSO_").block(Fixture.TIMEOUT);
		assertThat(exported.connections()).extracting((one) -> one.connection().name()).containsExactly("Acme");
		assertThat(exported.omitted()).singleElement()
			.satisfies((text) -> assertThat(text).contains("name of the connection ent_"));
		assertThat(reconciliation.plan(exported.declaration().connections()).block(Fixture.TIMEOUT).isEmpty()).isTrue();
	}

	@Test
	void sendsNullForAnAttributeThatShallBeAbsent() {
		this.clerk.apply(this.acme);
		Map<String, Object> mapping = new HashMap<>();
		mapping.put("user_id", null);
		this.clerk
			.apply(DesiredConnection.of("Acme").withSettings(Map.of("saml", Map.of("attribute_mapping", mapping))));
		assertThat(lastBody()).contains("\"user_id\":null").contains("\"email_address\":");
	}

	@Test
	void sendsDomainsInAscii() {
		this.clerk.apply(this.acme.withDomains("München.de"));
		assertThat(this.clerk.account.enterpriseConnections().listAll().blockLast(Fixture.TIMEOUT).domains())
			.containsExactly("xn--mnchen-3ya.de");
	}

	@Test
	void writesOnlyWhatDiffersAndKeepsTheRestOfAnObject() {
		this.clerk.apply(this.acme);
		this.clerk.apply(this.acme.withSettings(Map.of("saml", Map.of("allow_idp_initiated", false))));
		assertThat(lastBody()).isEqualTo("{\"saml\":{\"allow_idp_initiated\":false}}");
		this.clerk.apply(DesiredConnection.of("Acme")
			.withSettings(Map.of("saml", Map.of("attribute_mapping", Map.of("first_name", "given")))));
		assertThat(lastBody()).contains("\"first_name\":\"given\"").contains("\"user_id\":\"uid\"");
	}

	@Test
	void sendsAMetadataDocumentWhenAFieldDiffersThatIsDerivedFromIt() {
		DesiredConnection document = DesiredConnection.of("Acme")
			.withProvider("saml_custom")
			.withDomains("acme.com")
			.withIdp(IdpSettings.metadata(Fixture.METADATA));
		this.clerk.apply(document);
		assertThat(this.clerk.plan(document).isEmpty()).isTrue();
		this.clerk.apply(DesiredConnection.of("Acme")
			.withSettings(Map.of("saml", Map.of("idp_certificates", List.of(Fixture.OTHER_CERTIFICATE)))));
		ConnectionPlan plan = this.clerk.plan(document);
		assertThat(plan.changes().get(0).changes()).extracting(FieldChange::path)
			.containsExactly(FieldPath.of("saml", "idp_certificates"));
		apply(plan);
		assertThat(lastBody()).startsWith("{\"saml\":{\"idp_metadata\":");
		assertThat(this.clerk.plan(document).isEmpty()).isTrue();
	}

	@Test
	void exportsWhatClerkHidesAsAMark() {
		this.clerk.apply(DesiredConnection.of("Acme Inc.")
			.withProvider("oidc_custom")
			.withDomains("acme.com")
			.withIdp(Fixture.oidc()));
		ExportedConnections exported = this.clerk.reconciliation().export("SSO_").block(Fixture.TIMEOUT);
		assertThat(exported.connections().get(0).hidden()).containsExactly(
				"oidc.client_secret is not returned: to set it, declare it as " + "${SSO_ACME_INC_CLIENT_SECRET}");
		assertThat(exported.connections().get(0).connection().settings().toString()).doesNotContain("client_secret");
	}

	@Test
	void rejectsWhatClerkWouldIgnoreOrCannotDo() {
		rejects(this.acme.withIdp(Fixture.oidc()), "does not fit the provider saml_custom");
		Map<String, Object> flag = new HashMap<>();
		flag.put("sync_user_attributes", null);
		rejects(this.acme.withSettings(flag), "must be true or false");
		rejects(this.acme.withDomains(List.of()), "'domains' must not be empty");
		rejects(this.acme.withOrganizations(List.of()), "'organizations' must have one organization");
		rejects(this.acme.withOrganizations(List.of("org_1", "org_2")), "'organizations' must have one organization");
		rejects(this.acme.withSettings(Map.of("saml", Map.of("idp_certificate", "x"))), "use 'idp_certificates'");
		rejects(this.acme.withSettings(Map.of("saml", Map.of("idp_sso_url", "x"))), "beside 'idp'");
		rejects(this.acme.withIdp(null)
			.withSettings(
					Map.of("saml", Map.of("idp_metadata_url", "https://a.com", "idp_sso_url", "https://a.com/sso"))),
				"which it replaces");
		rejects(this.acme.withIdp(null)
			.withSettings(Map.of("saml", Map.of("idp_certificates", Collections.nCopies(6, Fixture.CERTIFICATE)))),
				"at most 5");
		rejects(this.acme.withSettings(Map.of("saml", Map.of("login_hint", Map.of("mode", "off", "source", "x")))),
				"login_hint.source");
		assertThat(this.clerk.plan(DesiredConnection.of("New").withDomains("new.com")).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("'provider' must be declared"));
	}

	private void rejects(DesiredConnection desired, String message) {
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> this.clerk.plan(desired))
			.withMessageContaining(message);
	}

}
