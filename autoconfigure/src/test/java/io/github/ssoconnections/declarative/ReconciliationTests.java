// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Reconciliation}, the same for every vendor.
 */
class ReconciliationTests {

	private final List<Fixture> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach((fixture) -> fixture.sandbox.close());
	}

	private Fixture start(Vendor vendor) {
		Fixture fixture = (vendor == Vendor.CLERK) ? new Fixture.Clerk() : new Fixture.Auth0();
		this.started.add(fixture);
		return fixture;
	}

	private static ConnectionPlan plan(Fixture fixture, PlanOptions options, DesiredConnection... desired) {
		return fixture.reconciliation().plan(List.of(desired), options).block(Fixture.TIMEOUT);
	}

	private static List<AppliedStep> apply(Fixture fixture, ConnectionPlan plan) {
		return fixture.reconciliation().apply(plan).collectList().block(Fixture.TIMEOUT);
	}

	@ParameterizedTest
	@EnumSource
	void createsWhatIsDeclaredAndFindsNoDifferenceAfterwards(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection desired = fixture.declaration("acme", "acme.com");
		ConnectionPlan plan = fixture.plan(desired);
		assertThat(plan.isEmpty()).isFalse();
		assertThat(plan.connections()).extracting(PlannedConnection::action).containsExactly(PlanAction.CREATE);
		assertThat(fixture.writes()).as("a plan writes nothing").isZero();
		assertThat(fixture.apply(desired)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		ConnectionPlan next = fixture.plan(desired);
		assertThat(next.isEmpty()).isTrue();
		assertThat(next.furtherCalls()).isEqualTo(1);
		long writes = fixture.writes();
		assertThat(apply(fixture, next)).isEmpty();
		assertThat(fixture.writes()).isEqualTo(writes);
	}

	@ParameterizedTest
	@EnumSource
	void leavesWhatIsNotDeclared(Vendor vendor) {
		Fixture fixture = start(vendor);
		fixture.apply(fixture.declaration("acme", "acme.com"), fixture.declaration("globex", "globex.com"));
		List<Object> before = fixture.state();
		DesiredConnection partial = DesiredConnection.of("acme").withActive(false);
		ConnectionPlan plan = fixture.plan(partial);
		assertThat(plan.undeclared()).extracting(CurrentConnection::name).containsExactly("globex");
		assertThat(plan.changes().get(0).changes()).hasSize(1);
		assertThat(apply(fixture, plan)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(fixture.plan(partial).isEmpty()).as("an undeclared connection is no difference").isTrue();
		fixture.apply(DesiredConnection.of("acme").withActive(true));
		assertThat(fixture.state()).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void reportsWithoutFurtherCallsWhatIsNotCompared(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection desired = fixture.declaration("acme", "acme.com");
		fixture.apply(desired);
		int requests = fixture.sandbox.requests().size();
		ConnectionPlan plan = plan(fixture, PlanOptions.DEFAULT.withoutFurtherCalls(), desired);
		assertThat(plan.isEmpty()).isTrue();
		assertThat(plan.furtherCalls()).isZero();
		assertThat(fixture.sandbox.requests()).as("one page").hasSize(requests + 1);
		assertThat(plan.connections().get(0).notCompared()).extracting(FieldPath::toString)
			.containsExactly(vendor.furtherField);
		assertThat(plan.toMarkdown()).contains("Not compared").contains("acme");
	}

	@ParameterizedTest
	@EnumSource
	void doesNotCompareSecretsAndSendsThemIfAsked(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection desired = DesiredConnection.of("acme")
			.withDomains("acme.com")
			.withProvider(vendor.oidc)
			.withIdp(Fixture.oidc());
		fixture.apply(desired);
		DesiredConnection other = desired
			.withIdp(IdpSettings.oidc("https://idp.acme.com", "client", Secret.of("another-s3cret")));
		ConnectionPlan plan = fixture.plan(other);
		assertThat(plan.isEmpty()).isTrue();
		assertThat(plan.connections().get(0).notCompared()).extracting(FieldPath::toString)
			.containsExactly(vendor.secretField);
		ConnectionPlan sent = plan(fixture, PlanOptions.DEFAULT.withSentSecrets("acme"), other);
		assertThat(sent.isEmpty()).isFalse();
		assertThat(sent.toMarkdown() + sent.toText() + sent + WireJson.mapper().writeValueAsString(sent))
			.contains("sent, not compared")
			.doesNotContain("s3cret");
		assertThat(apply(fixture, sent)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(fixture.sandbox.requests().get(fixture.sandbox.requests().size() - 1).body())
			.contains("another-s3cret");
	}

	@ParameterizedTest
	@EnumSource
	void rejectsAnotherKindOfIdp(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection desired = fixture.declaration("acme", "acme.com");
		fixture.apply(desired);
		long writes = fixture.writes();
		ConnectionPlan plan = fixture.plan(desired.withProvider(vendor.oidc)
			.withIdp(null)
			.withActive(false)
			.withOrigin("connections.yml, line 3"));
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.isEmpty()).isFalse();
		assertThat(plan.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.text()).contains("cannot be changed").contains("new ACS URL");
			assertThat(problem.origin()).isEqualTo("connections.yml, line 3");
		});
		assertThat(apply(fixture, plan)).isEmpty();
		assertThat(fixture.writes()).isEqualTo(writes);
	}

	@ParameterizedTest
	@EnumSource
	void asksBeforeItCreatesASecondConnectionOfADomain(Vendor vendor) {
		Fixture fixture = start(vendor);
		fixture.apply(fixture.declaration("acme", "acme.com"));
		long writes = fixture.writes();
		DesiredConnection renamed = fixture.declaration("acme-inc", "ACME.com");
		ConnectionPlan plan = fixture.plan(renamed);
		assertThat(plan.isEmpty()).isFalse();
		assertThat(plan.changes().get(0).question()).contains("acme (").contains("confirm the creation by name");
		assertThat(apply(fixture, plan)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.REJECTED);
		assertThat(fixture.writes()).isEqualTo(writes);
		ConnectionPlan confirmed = plan(fixture, PlanOptions.DEFAULT.withConfirmedCreations("acme-inc"), renamed);
		assertThat(apply(fixture, confirmed)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(fixture.state()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void deletesOnlyByNameAndNeverWhatIsDeclared(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection acme = fixture.declaration("acme", "acme.com");
		fixture.apply(acme, fixture.declaration("globex", "globex.com"));
		assertThat(fixture.plan(acme).count(PlanAction.DELETE)).isZero();
		PlanOptions options = PlanOptions.DEFAULT.withDeletions("globex", "acme", "initech");
		ConnectionPlan plan = plan(fixture, options, acme);
		assertThat(plan.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("is not deleted: remove its declaration"));
		assertThat(plan.notes()).containsExactly("There is no connection initech to delete.");
		assertThat(plan.toMarkdown()).contains("Delete globex").contains(vendor.deletionWarning);
		assertThat(apply(fixture, plan)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(fixture.state()).hasSize(1);
		assertThat(fixture.plan(acme).isEmpty()).isTrue();
		assertThat(apply(fixture, plan)).as("deleted already")
			.extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE);
	}

	@ParameterizedTest
	@EnumSource
	void rejectsAChangeBySomebodyElseBetweenPlanAndApply(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection acme = fixture.declaration("acme", "acme.com");
		DesiredConnection globex = fixture.declaration("globex", "globex.com");
		fixture.apply(acme, globex);
		ConnectionPlan plan = fixture.plan(acme.withActive(false), globex.withActive(false));
		ConnectionPlan deletion = plan(fixture, PlanOptions.DEFAULT.withDeletions("acme"), globex);
		fixture.apply(DesiredConnection.of("acme").withDomains("acme.com", "acme.org"));
		long writes = fixture.writes();
		assertThat(apply(fixture, deletion)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.REJECTED);
		assertThat(fixture.writes()).isEqualTo(writes);
		List<AppliedStep> steps = apply(fixture, plan);
		assertThat(steps).extracting(AppliedStep::outcome).containsExactly(StepOutcome.REJECTED, StepOutcome.DONE);
		assertThat(steps.get(0).reason()).contains("changed since the plan");
		assertThat(fixture.plan(acme.withActive(false), globex.withActive(false)).changes()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void rejectsACreationOfWhatSomebodyElseHasCreated(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection acme = fixture.declaration("acme", "acme.com");
		ConnectionPlan plan = fixture.plan(acme);
		fixture.apply(acme);
		long writes = fixture.writes();
		assertThat(apply(fixture, plan)).singleElement().satisfies((step) -> {
			assertThat(step.outcome()).isEqualTo(StepOutcome.REJECTED);
			assertThat(step.reason()).contains("created since the plan");
		});
		assertThat(fixture.writes()).isEqualTo(writes);
	}

	@ParameterizedTest
	@EnumSource
	void goesOnAfterAFailureOfOneConnectionAndStopsAfterOneOfTheAccount(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection[] desired = { fixture.declaration("acme", "acme.com"),
				fixture.declaration("globex", "globex.com"), fixture.declaration("initech", "initech.com") };
		Fault one = fixture.sandbox.faults().on("POST", vendor.path).times(1).status(422);
		List<AppliedStep> steps = fixture.apply(desired);
		assertThat(one.fired()).isEqualTo(1);
		assertThat(steps).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.FAILED, StepOutcome.DONE, StepOutcome.DONE);
		assertThat(steps.get(0).failure()).isInstanceOf(SsoApiException.InvalidRequest.class);
		assertThat(fixture.plan(desired).changes()).as("the next plan has the rest").hasSize(1);

		Fixture second = start(vendor);
		Fault account = second.sandbox.faults().on("POST", vendor.path).status(403);
		assertThat(second.apply(desired)).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.FAILED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
		assertThat(account.fired()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void stopsAfterAWriteWithAnUnknownOutcome(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection[] desired = { fixture.declaration("acme", "acme.com"),
				fixture.declaration("globex", "globex.com") };
		fixture.apply(desired);
		Fault fault = fixture.sandbox.faults().on("PATCH", vendor.path + "/*").status(503);
		assertThat(fixture.apply(desired[0].withActive(false), desired[1].withActive(false)))
			.extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.FAILED, StepOutcome.NOT_RUN);
		assertThat(fault.fired()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void rejectsNamesOfOptionsThatAreNotDeclared(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection acme = fixture.declaration("acme", "acme.com");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> plan(fixture, PlanOptions.DEFAULT.withSentSecrets("amce"), acme))
			.withMessageContaining("'amce'");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> plan(fixture, PlanOptions.DEFAULT.withConfirmedCreations("amce"), acme))
			.withMessageContaining("'amce'");
		assertThat(fixture.sandbox.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void appliesAPlanToItsAccountHostAndTimeOnly(Vendor vendor) {
		Fixture fixture = start(vendor);
		Fixture other = start(vendor);
		ConnectionPlan plan = fixture.plan(fixture.declaration("acme", "acme.com"));
		assertThatExceptionOfType(ChangedSincePlanException.class).isThrownBy(() -> apply(other, plan))
			.withMessageContaining(plan.apiHost());
		assertThatExceptionOfType(ChangedSincePlanException.class)
			.isThrownBy(() -> apply(start(Vendor.values()[1 - vendor.ordinal()]), plan))
			.withMessageContaining("of the account");
		Reconciliation later = Reconciliation.create(fixture.vendor(WebClient.builder()), ReconciliationTools
			.create(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)), null, FleetSettings.defaults()));
		assertThatExceptionOfType(ChangedSincePlanException.class)
			.isThrownBy(() -> later.apply(plan).collectList().block(Fixture.TIMEOUT))
			.withMessageContaining("61 minutes old");
		assertThat(later.apply(plan, ApplyOptions.DEFAULT.withMaxAge(Duration.ofHours(2)))
			.collectList()
			.block(Fixture.TIMEOUT)).extracting(AppliedStep::outcome).containsExactly(StepOutcome.DONE);
		assertThat(other.writes()).isZero();
		assertThat(plan.createdAt().atZone(ZoneOffset.UTC).toInstant()).isBefore(Instant.now().plusSeconds(1));
	}

	@ParameterizedTest
	@EnumSource
	void rejectsDeclarationsBeforeAnyRequest(Vendor vendor) {
		Fixture fixture = start(vendor);
		DesiredConnection acme = fixture.declaration("acme", "acme.com").withOrigin("connections.yml, line 3");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> fixture.plan(acme, acme.withOrigin("connections.yml, line 9")))
			.withMessageContaining("line 3")
			.withMessageContaining("line 9")
			.withMessageContaining("declared twice");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> fixture.plan(acme.withSettings(Map.of("sync_user_atributes", true))))
			.withMessageContaining("connections.yml, line 3, acme: 'settings.sync_user_atributes' is not supported");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> fixture.plan(acme.withSettings(Map.of("name", "x"))))
			.withMessageContaining("use 'name' of the connection");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> fixture.plan(acme.withSettings(Map.of(vendor.flag, "yes"))))
			.withMessageContaining("must be true or false");
		assertThat(fixture.sandbox.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void appliesNothingWithoutTheValueOfASecret(Vendor vendor) {
		Fixture fixture = start(vendor);
		String object = vendor.secretField.split("\\.")[0];
		DesiredConnection acme = DesiredConnection.of("acme")
			.withDomains("acme.com")
			.withProvider(vendor.oidc)
			.withSettings(Map.of(object, Map.of("client_id", "client", "client_secret", new SecretReference("SSO_ACME"),
					"discovery_url", "https://idp.acme.com/.well-known/openid-configuration")));
		assertThat(fixture.apply(acme)).singleElement().satisfies((step) -> {
			assertThat(step.outcome()).isEqualTo(StepOutcome.REJECTED);
			assertThat(step.reason()).contains("${SSO_ACME}");
		});
		assertThat(fixture.writes()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void listsThousandConnectionsInPagesAndReadsNoneByItself(Vendor vendor) {
		Fixture fixture = start(vendor);
		fixture.sandbox.connectionLimit(2000);
		List<DesiredConnection> desired = new ArrayList<>();
		for (int number = 0; number < 1000; number++) {
			desired.add(DesiredConnection.of("customer-" + number)
				.withProvider(vendor.saml)
				.withDomains("domain-" + number + ".com")
				.withIdp(Fixture.saml()));
		}
		fixture.createAll(desired);
		int before = fixture.sandbox.requests().size();
		ConnectionPlan plan = fixture.plan(desired.toArray(DesiredConnection[]::new));
		assertThat(plan.isEmpty()).isTrue();
		assertThat(fixture.sandbox.requests().size() - before).as("pages of 100").isBetween(10, 11);
		assertThat(plan.furtherCalls()).isZero();
	}

	enum Vendor {

		CLERK("saml_custom", "oidc_custom", "saml.attribute_mapping", "oidc.client_secret",
				"/v1/enterprise_connections", "new ACS URL", "sync_user_attributes"),

		AUTH0("samlp", "oidc", "clients", "options.client_secret", "/api/v2/connections", "All users",
				"show_as_button");

		private final String saml;

		private final String oidc;

		private final String furtherField;

		private final String secretField;

		private final String path;

		private final String deletionWarning;

		private final String flag;

		Vendor(String saml, String oidc, String furtherField, String secretField, String path, String deletionWarning,
				String flag) {
			this.saml = saml;
			this.oidc = oidc;
			this.furtherField = furtherField;
			this.secretField = secretField;
			this.path = path;
			this.deletionWarning = deletionWarning;
			this.flag = flag;
		}

	}

}
