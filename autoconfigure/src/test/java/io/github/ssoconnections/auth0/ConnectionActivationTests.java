// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.ActivationResult;
import io.github.ssoconnections.auth0.activation.ActivationStep;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.activation.PartialActivation;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0ConnectionActivation}: by its effect on a person who signs in.
 */
class ConnectionActivationTests {

	private static final String APP = "app";

	private final Sandbox sandbox = Sandbox.start();

	private Auth0Client client;

	private Auth0ConnectionActivation activation;

	private String organization;

	private ActivationPlan plan;

	@BeforeEach
	void setUp() {
		this.client = client(this.sandbox.auth0().token());
		this.activation = Auth0ConnectionActivation.create(this.client);
		this.organization = organization("acme");
		this.plan = ActivationPlan.of(APP, this.organization);
		this.sandbox.auth0().clients(APP, "other").organizationUsage(APP, "allow");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private Auth0Client client(String token) {
		return Auth0.client(WebClient.builder(), this.sandbox.auth0().baseUrl(), token);
	}

	private String organization(String name) {
		return Auth0.result(Auth0Organizations.create(this.client).create(new NewOrganization().name(name))).id();
	}

	private static NewAuth0Connection acme() {
		return new NewAuth0Connection().name("acme")
			.strategy(ConnectionStrategy.SAMLP)
			.options(new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com")));
	}

	private String create() {
		return Auth0.result(this.activation.create(acme(), this.plan)).value().id();
	}

	private boolean signsIn(String connection) {
		return this.sandbox.auth0().signIn(connection, APP, this.organization, "ann@acme.com").isAllowed();
	}

	private String remembered(String connection) {
		return Auth0.result(Auth0ConnectionService.create(this.client).get(connection))
			.metadata()
			.get("sso_connections_activation");
	}

	private List<String> clients(String connection) {
		return Auth0ConnectionClients.create(this.client)
			.listAll(connection)
			.map(EnabledClient::clientId)
			.collectList()
			.block(Auth0.TIMEOUT);
	}

	private List<OrganizationConnection> enabled(String organizationId) {
		return Auth0.result(Auth0OrganizationConnections.create(this.client).list(organizationId));
	}

	private static List<String> outcomes(List<ActivationStep> steps) {
		return steps.stream().map((step) -> step.kind() + " " + step.id() + " " + step.outcome()).toList();
	}

	private static List<String> memberships(ActivationResult result) {
		return result.steps()
			.stream()
			.filter((step) -> step.kind() == ActivationStep.Kind.ORGANIZATION)
			.map((step) -> step.id() + " " + step.assignMembershipOnLogin())
			.toList();
	}

	private static void fails(String connection, Mono<?> call, Consumer<PartialActivation> partial) {
		StepVerifier.create(call)
			.expectErrorSatisfies(
					(failure) -> assertThat(PartialActivation.of(failure, connection)).hasValueSatisfying(partial))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void letsNobodySignInUntilTheActivation() {
		CreateResult<Auth0Connection> created = Auth0.result(this.activation.create(acme(), this.plan));
		String connection = created.value().id();
		assertThat(created.created()).isTrue();
		assertThat(signsIn(connection)).isFalse();
		assertThat(clients(connection)).isEmpty();
		assertThat(enabled(this.organization)).isEmpty();
		Auth0.result(this.activation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
		assertThat(Auth0.result(Auth0Readiness.create(this.client).check(connection, APP, this.organization)).isReady())
			.isTrue();
	}

	@Test
	void sendsThePlanWithTheConnection() {
		NewAuth0Connection body = acme().metadata(Map.of("crm", "7"));
		Auth0.result(this.activation.create(body, this.plan));
		assertThat(this.sandbox.requests())
			.filteredOn((request) -> request.method().equals("POST") && request.url().endsWith("/connections"))
			.singleElement()
			.satisfies((request) -> assertThat(request.body())
				.isEqualTo("{\"name\":\"acme\",\"strategy\":\"samlp\",\"options\":{\"domain_aliases\":[\"acme.com\"]},"
						+ "\"metadata\":{\"crm\":\"7\",\"sso_connections_activation\":\"v1 m=1 c=app o="
						+ this.organization + "\"}}"));
		assertThat(body.fields().get("metadata")).isEqualTo(Map.of("crm", "7"));
	}

	@Test
	void assignsMembershipAndSaysSo() {
		String connection = create();
		ActivationResult result = Auth0.result(this.activation.activate(connection));
		assertThat(result.active()).isTrue();
		assertThat(memberships(result)).containsExactly(this.organization + " true");
		assertThat(result.connectionId()).isEqualTo(connection);
		assertThat(outcomes(result.steps())).containsExactly("ORGANIZATION " + this.organization + " ENABLED",
				"CLIENT app ENABLED");
		assertThat(enabled(this.organization)).singleElement()
			.satisfies((each) -> assertThat(each.assignMembershipOnLogin()).isTrue());
	}

	@Test
	void assignsNoMembershipWhenThePlanSaysSo() {
		this.plan = this.plan.withAssignMembershipOnLogin(false);
		String connection = create();
		assertThat(memberships(Auth0.result(this.activation.activate(connection))))
			.containsExactly(this.organization + " false");
		assertThat(enabled(this.organization)).singleElement()
			.satisfies((each) -> assertThat(each.assignMembershipOnLogin()).isFalse());
		assertThat(Auth0.result(this.activation.getPlan(connection))).isEqualTo(this.plan);
	}

	@Test
	void remembersThePlanOverARestart() {
		String connection = create();
		Auth0ConnectionActivation restarted = Auth0ConnectionActivation.create(client(this.sandbox.auth0().token()));
		assertThat(Auth0.result(restarted.getPlan(connection))).isEqualTo(this.plan);
		Auth0.result(restarted.activate(connection));
		assertThat(signsIn(connection)).isTrue();
	}

	@Test
	void findsTheConnectionWithTheSamePlanOnly() {
		String connection = create();
		CreateResult<Auth0Connection> again = Auth0.result(this.activation.create(acme(), this.plan));
		assertThat(again.created()).isFalse();
		assertThat(again.value().id()).isEqualTo(connection);
		ActivationPlan several = ActivationPlan.of(List.of(APP, "other"), List.of(this.organization));
		Auth0.result(this.activation.setPlan(connection, several));
		assertThat(Auth0
			.result(this.activation.create(acme(),
					ActivationPlan.of(List.of("other", APP), List.of(this.organization))))
			.created()).isFalse();
		StepVerifier.create(this.activation.create(acme(), ActivationPlan.of("other", this.organization)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("connections.create")
				.hasMessageContaining(connection))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void activatesTwiceWithTheSameEnd() {
		String connection = create();
		ActivationResult first = Auth0.result(this.activation.activate(connection));
		String remembered = remembered(connection);
		assertThat(remembered).isEqualTo("v1 m=1 c=app+ o=" + this.organization + "+");
		assertThat(Auth0.result(this.activation.activate(connection))).isEqualTo(first);
		assertThat(remembered(connection)).isEqualTo(remembered);
	}

	@Test
	void deactivatesExactlyWhatItHasEnabled() {
		String second = organization("second");
		this.plan = ActivationPlan.of(List.of(APP, "other"), List.of(this.organization, second));
		String connection = create();
		Auth0ConnectionClients.create(this.client)
			.update(connection, List.of(ClientChange.enable("other")))
			.block(Auth0.TIMEOUT);
		Auth0.result(Auth0OrganizationConnections.create(this.client)
			.enable(second, connection, new OrganizationConnectionSettings()));
		ActivationResult activated = Auth0.result(this.activation.activate(connection));
		assertThat(memberships(activated)).containsExactly(this.organization + " true", second + " false");
		assertThat(outcomes(activated.steps())).containsExactly("ORGANIZATION " + this.organization + " ENABLED",
				"ORGANIZATION " + second + " ENABLED_BEFORE", "CLIENT app ENABLED", "CLIENT other ENABLED_BEFORE");
		assertThat(enabled(second)).singleElement()
			.satisfies((each) -> assertThat(each.assignMembershipOnLogin()).isFalse());
		assertThat(outcomes(Auth0.result(this.activation.deactivate(connection)).steps()))
			.containsExactly("CLIENT app DISABLED", "ORGANIZATION " + this.organization + " DISABLED");
		assertThat(clients(connection)).containsExactly("other");
		assertThat(enabled(this.organization)).isEmpty();
		assertThat(enabled(second)).hasSize(1);
		assertThat(Auth0.result(this.activation.deactivate(connection)).steps()).isEmpty();
	}

	@Test
	void keepsTheSettingsOfADisabledConnectionInEarlyAccess() {
		Auth0Client early = Auth0.earlyAccessClient(WebClient.builder(), this.sandbox.auth0().baseUrl());
		Auth0ConnectionActivation earlyActivation = Auth0ConnectionActivation.create(early);
		Auth0OrganizationConnections connections = Auth0OrganizationConnections.create(early);
		String connection = create();
		Auth0.result(connections.enable(this.organization, connection,
				new OrganizationConnectionSettings().organizationConnectionName("Acme")));
		Auth0.result(connections.update(this.organization, connection,
				new OrganizationConnectionSettings().isEnabled(false)));
		assertThat(Auth0.result(Auth0Readiness.create(early).check(connection, APP, this.organization)).missing())
			.anySatisfy((missing) -> assertThat(missing.call()).isEqualTo("POST /organizations/{id}/connections"));
		Auth0.result(earlyActivation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
		assertThat(Auth0.result(earlyActivation.deactivate(connection)).steps()).anySatisfy(
				(step) -> assertThat(step.call()).isEqualTo("PATCH /organizations/{id}/connections/{connectionId}"));
		assertThat(this.sandbox.auth0().signIn(connection, APP, this.organization, "ann@acme.com").missing())
			.contains("the connection is not enabled for the organization");
		OrganizationConnection kept = Auth0.result(connections.get(this.organization, connection));
		assertThat(kept.isEnabled()).isFalse();
		assertThat(kept.organizationConnectionName()).isEqualTo("Acme");
	}

	@Test
	void activatesAgainAfterADeactivation() {
		String connection = create();
		Auth0.result(this.activation.activate(connection));
		Auth0.result(this.activation.deactivate(connection));
		assertThat(signsIn(connection)).isFalse();
		assertThat(Auth0.result(this.activation.getPlan(connection))).isEqualTo(this.plan);
		Auth0.result(this.activation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
	}

	@Test
	void finishesWhatFailedAtAClient() {
		String connection = create();
		this.sandbox.auth0().clients("other");
		fails(connection, this.activation.activate(connection), (partial) -> {
			assertThat(outcomes(partial.done())).containsExactly("ORGANIZATION " + this.organization + " ENABLED");
			assertThat(partial.failed().kind()).isEqualTo(ActivationStep.Kind.CLIENT);
			assertThat(partial.failed().id()).isEqualTo(APP);
			assertThat(partial.failed().call()).isEqualTo("PATCH /connections/{id}/clients");
			assertThat(partial.failed().scope()).isEqualTo("update:connections");
			assertThat(partial.remaining()).isEmpty();
			assertThat(partial).hasMessageContaining("1 steps are done").hasMessageContaining("update:connections");
		});
		assertThat(signsIn(connection)).isFalse();
		this.sandbox.auth0().clients(APP);
		Auth0.result(this.activation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
		Auth0.result(this.activation.deactivate(connection));
		assertThat(clients(connection)).isEmpty();
		assertThat(enabled(this.organization)).isEmpty();
	}

	@Test
	void deactivatesWhatAFailedActivationHasEnabled() {
		String connection = create();
		this.sandbox.auth0().clients("other");
		fails(connection, this.activation.activate(connection), (partial) -> assertThat(partial.done()).hasSize(1));
		Auth0.result(Auth0ConnectionActivation.create(client(this.sandbox.auth0().token())).deactivate(connection));
		assertThat(enabled(this.organization)).isEmpty();
	}

	@Test
	void enablesNothingWhenAnOrganizationDoesNotExist() {
		this.plan = ActivationPlan.of(List.of(APP), List.of(this.organization, "org_none"));
		String connection = create();
		StepVerifier.create(this.activation.activate(connection)).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.NotFound.class)
				.hasMessageContaining("organization does not exist");
			PartialActivation partial = PartialActivation.of(failure, connection).orElseThrow();
			assertThat(partial.failed().id()).isEqualTo("org_none");
			assertThat(partial.done()).isEmpty();
			assertThat(outcomes(partial.remaining())).containsExactly("ORGANIZATION " + this.organization + " OPEN",
					"CLIENT app OPEN");
		}).verify(Auth0.TIMEOUT);
		assertThat(enabled(this.organization)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "read:organization_connections,ORGANIZATION,GET /organizations/{id}/enabled_connections",
			"create:organization_connections,ORGANIZATION,POST /organizations/{id}/enabled_connections",
			"update:connections,PLAN,PATCH /connections/{id}" })
	void namesTheStepAndTheScopeThatIsMissing(String scope, ActivationStep.Kind kind, String call) {
		String connection = create();
		String[] scopes = List
			.of("read:connections", "update:connections", "read:organization_connections",
					"create:organization_connections", "update:organization_connections")
			.stream()
			.filter((each) -> !each.equals(scope))
			.toArray(String[]::new);
		Auth0ConnectionActivation limited = Auth0ConnectionActivation
			.create(client(this.sandbox.auth0().token(scopes)));
		StepVerifier.create(limited.activate(connection)).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class).hasMessageContaining(scope);
			ActivationStep failed = PartialActivation.of(failure, connection).orElseThrow().failed();
			assertThat(failed.kind()).isEqualTo(kind);
			assertThat(failed.call()).isEqualTo(call);
			assertThat(failed.scope()).isEqualTo(scope);
		}).verify(Auth0.TIMEOUT);
		assertThat(signsIn(connection)).isFalse();
		Auth0.result(this.activation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
	}

	@Test
	void finishesADeactivationThatFailed() {
		String connection = create();
		Auth0.result(this.activation.activate(connection));
		String limited = this.sandbox.auth0().token("read:connections", "update:connections");
		fails(connection, Auth0ConnectionActivation.create(client(limited)).deactivate(connection), (partial) -> {
			assertThat(outcomes(partial.done())).containsExactly("CLIENT app DISABLED");
			assertThat(partial.failed().scope()).isEqualTo("delete:organization_connections");
		});
		assertThat(signsIn(connection)).isFalse();
		Auth0.result(this.activation.deactivate(connection));
		assertThat(enabled(this.organization)).isEmpty();
	}

	@Test
	void keepsOtherMetadata() {
		String connection = Auth0.result(this.activation.create(acme().metadata(Map.of("crm", "7")), this.plan))
			.value()
			.id();
		Auth0.result(this.activation.activate(connection));
		Auth0.result(this.activation.deactivate(connection));
		assertThat(Auth0.result(Auth0ConnectionService.create(this.client).get(connection)).metadata())
			.containsEntry("crm", "7")
			.containsEntry(Auth0ConnectionActivation.METADATA_KEY, "v1 m=1 c=app o=" + this.organization);
	}

	@Test
	void setsThePlanOfAnExistingConnection() {
		String connection = Auth0.result(Auth0ConnectionService.create(this.client).create(acme())).id();
		assertThat(this.activation.getPlan(connection).block(Auth0.TIMEOUT)).isNull();
		Auth0.result(this.activation.setPlan(connection, this.plan));
		Auth0.result(this.activation.activate(connection));
		assertThat(signsIn(connection)).isTrue();
		ActivationPlan more = ActivationPlan.of(List.of(APP, "other"), List.of(this.organization));
		Auth0.result(this.activation.setPlan(connection, more));
		assertThat(remembered(connection)).isEqualTo("v1 m=1 c=app+,other o=" + this.organization + "+");
		StepVerifier
			.create(this.activation.setPlan(connection,
					ActivationPlan.of(List.of("other"), List.of(this.organization))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("deactivate it first"))
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "v2 m=1 c=app o=", "v1 m=1 c= o=org_1", "v1 m=1 c=../x o=", "v1 m=2 c=app o=" })
	void changesNothingWithAPlanOfAnUnknownFormat(String text) {
		String connection = Auth0
			.result(Auth0ConnectionService.create(this.client)
				.create(acme().metadata(Map.of(Auth0ConnectionActivation.METADATA_KEY, text))))
			.id();
		for (Mono<?> call : List.of(this.activation.activate(connection), this.activation.deactivate(connection),
				this.activation.setPlan(connection, this.plan), this.activation.getPlan(connection))) {
			StepVerifier.create(call)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
					.hasMessageContaining("unknown format"))
				.verify(Auth0.TIMEOUT);
		}
		assertThat(remembered(connection)).isEqualTo(text);
	}

	@Test
	void failsByTypeWithoutAPlan() {
		String connection = Auth0.result(Auth0ConnectionService.create(this.client).create(acme())).id();
		for (Mono<?> call : List.of(this.activation.activate(connection), this.activation.deactivate(connection))) {
			StepVerifier.create(call)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
					.hasMessageContaining("has no plan"))
				.verify(Auth0.TIMEOUT);
		}
	}

	@Test
	void failsByTypeWhenTheMetadataIsFull() {
		Map<String, String> metadata = new LinkedHashMap<>();
		IntStream.range(0, 10).forEach((i) -> metadata.put("key" + i, "x"));
		String connection = Auth0
			.result(Auth0ConnectionService.create(this.client).create(acme().metadata(Map.copyOf(metadata))))
			.id();
		StepVerifier.create(this.activation.setPlan(connection, this.plan))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("ten properties"))
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void suspendsForEveryOrganizationAndResumes() {
		String connection = create();
		Auth0.result(this.activation.activate(connection));
		assertThat(Auth0.result(this.activation.suspend(connection)).authentication())
			.isEqualTo(AuthenticationPurpose.of(false));
		assertThat(signsIn(connection)).isFalse();
		assertThat(clients(connection)).containsExactly(APP);
		assertThat(Auth0.result(this.activation.activate(connection)).active()).isFalse();
		Auth0.result(this.activation.resume(connection));
		assertThat(signsIn(connection)).isTrue();
	}

	@Test
	void rejectsInvalidArgumentsBeforeARequest() {
		int before = this.sandbox.requests().size();
		assertThatIllegalArgumentException().isThrownBy(() -> ActivationPlan.of("../x", "org_1"));
		assertThatIllegalArgumentException().isThrownBy(() -> ActivationPlan.of("app", ".."));
		assertThatIllegalArgumentException().isThrownBy(() -> ActivationPlan.of(List.of(), List.of("org_1")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ActivationPlan.of(List.of("a".repeat(120), "b".repeat(120)), List.of("org_1")))
			.withMessageContaining("255");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.activation.create(acme().isDomainConnection(true), this.plan))
			.withMessageContaining("domain connection");
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.activate(".."));
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.deactivate("a/b"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.activation.suspend(".."));
		assertThat(this.sandbox.requests()).hasSize(before);
	}

}
