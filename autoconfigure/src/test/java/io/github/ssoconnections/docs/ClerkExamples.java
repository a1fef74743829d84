// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.CustomAttribute;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.LoginHint;
import io.github.ssoconnections.clerk.LoginHintMode;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.SamlConnectionQuery;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.TestRunQuery;
import io.github.ssoconnections.clerk.TestRunStatus;
import io.github.ssoconnections.client.WireJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The examples of the page {@code clerk.md}. {@link ClerkExamplesTests} runs them.
 */
final class ClerkExamples {

	private final EnterpriseConnectionService connections;

	ClerkExamples(EnterpriseConnectionService connections) {
		this.connections = connections;
	}

	static SamlConnectionService secondAccount(WebClient.Builder webClientBuilder, String key, String baseUrl) {
		// tag::second-account[]
		ClerkClient client = ClerkClient.create(webClientBuilder, ClerkConnectionDetails.of(key, baseUrl),
				ClerkSettings.defaults().withPageSize(500));
		EnterpriseConnectionService connections = EnterpriseConnectionService.create(client);
		SamlConnectionService samlConnections = SamlConnectionService.create(client);
		// end::second-account[]
		return (connections != null) ? samlConnections : null;
	}

	Mono<Page<EnterpriseConnection>> list() {
		EnterpriseConnectionService connections = this.connections;
		// tag::list[]
		Mono<Page<EnterpriseConnection>> page = connections
			.list(new EnterpriseConnectionQuery().active(false).limit(50).offset(100L));
		// end::list[]
		return page;
	}

	Flux<EnterpriseConnection> listAll() {
		EnterpriseConnectionService connections = this.connections;
		// tag::list-all[]
		Flux<EnterpriseConnection> firstHundred = connections.listAll().take(100);
		// end::list-all[]
		return firstHundred;
	}

	Mono<EnterpriseConnection> create(String certificatePem) {
		EnterpriseConnectionService connections = this.connections;
		// tag::create[]
		Mono<EnterpriseConnection> created = connections.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com")
			.organizationId("org_acme")
			.saml(new NewEnterpriseConnection.Saml().idpEntityId("http://www.okta.com/exk1")
				.idpSsoUrl("https://acme.okta.com/app/exk1/sso/saml")
				.idpCertificates(certificatePem)
				.loginHint(LoginHint.of(LoginHintMode.EMAIL_ADDRESS))));
		// end::create[]
		return created;
	}

	Mono<EnterpriseConnection> createOnce(EnterpriseConnectionCreation creation) {
		NewEnterpriseConnection acme = new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com");
		// tag::create-once[]
		Mono<EnterpriseConnection> createdOrFound = creation.createOrFind(acme).map(CreateResult::value);
		// end::create-once[]
		return createdOrFound;
	}

	Mono<EnterpriseConnection> createOidc(String clientSecret) {
		EnterpriseConnectionService connections = this.connections;
		// tag::create-oidc[]
		Mono<EnterpriseConnection> created = connections.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.OIDC_CUSTOM)
			.domains("acme.com")
			.oidc(new OidcSettings().clientId("acme-app")
				.clientSecret(clientSecret)
				.discoveryUrl("https://login.acme.com/.well-known/openid-configuration")));
		// end::create-oidc[]
		return created;
	}

	Mono<Instant> get(String id) {
		EnterpriseConnectionService connections = this.connections;
		// tag::get[]
		Mono<Instant> certificateExpiry = connections.get(id)
			.mapNotNull(EnterpriseConnection::saml)
			.mapNotNull(EnterpriseConnection.Saml::idpCertificateExpiresAt);
		// end::get[]
		return certificateExpiry;
	}

	Mono<EnterpriseConnection> update(String id) {
		EnterpriseConnectionService connections = this.connections;
		// tag::update[]
		Mono<EnterpriseConnection> updated = connections.update(id, new EnterpriseConnectionPatch().active(true)
			.customAttributes(CustomAttribute.of("Department", "department").withSsoPath("dept")));
		// end::update[]
		return updated;
	}

	Mono<EnterpriseConnection> rotate(String id, String currentPem, String nextPem) {
		EnterpriseConnectionService connections = this.connections;
		// tag::rotate[]
		Mono<EnterpriseConnection> trustsBoth = connections.update(id, new EnterpriseConnectionPatch()
			.saml(new EnterpriseConnectionPatch.Saml().idpCertificates(currentPem, nextPem)));
		// end::rotate[]
		return trustsBoth;
	}

	Mono<DeletedObject> delete(String id) {
		EnterpriseConnectionService connections = this.connections;
		// tag::delete[]
		Mono<DeletedObject> deleted = connections.delete(id);
		// end::delete[]
		return deleted;
	}

	// tag::test-runs[]
	Mono<String> whereToSignIn(EnterpriseConnectionService connections, String connectionId) {
		return connections.createTestRun(connectionId).map((link) -> link.url().value());
	}

	Flux<TestRun.Log> whyItFailed(EnterpriseConnectionService connections, String connectionId) {
		return connections.listTestRuns(connectionId, new TestRunQuery().status(TestRunStatus.FAILED).limit(1))
			.flatMapIterable(Page::data)
			.mapNotNull(TestRun::logs)
			.flatMapIterable((logs) -> logs);
	}
	// end::test-runs[]

	static EnterpriseConnectionPatch nullAndAbsent() {
		// tag::null-and-absent[]
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch()
			.saml(new EnterpriseConnectionPatch.Saml().idpMetadataUrl(null).forceAuthn(true));
		// end::null-and-absent[]
		return patch;
	}

	Mono<EnterpriseConnection> errors(String id, EnterpriseConnectionPatch patch) {
		EnterpriseConnectionService connections = this.connections;
		// tag::errors[]
		Mono<EnterpriseConnection> updated = connections.update(id, patch)
			.onErrorMap(SsoApiException.InvalidRequest.class, (rejected) -> {
				Stream<String> fields = rejected.errors().stream().map(ApiError::parameter);
				return new IllegalArgumentException("Please correct " + fields.toList(), rejected);
			})
			.onErrorResume(SsoApiException.OutcomeUnknown.class, (unknown) -> connections.get(id));
		// end::errors[]
		return updated;
	}

	Mono<EnterpriseConnection> options(String id) {
		EnterpriseConnectionService connections = this.connections;
		// tag::call-options[]
		Mono<EnterpriseConnection> inTime = connections.get(id)
			.contextWrite(CallOptions.timeout(Duration.ofSeconds(3)).withMaxAttempts(1));
		// end::call-options[]
		return inTime;
	}

	Mono<Object> unknownFields(String id) {
		EnterpriseConnectionService connections = this.connections;
		// tag::unknown-fields[]
		Mono<Object> newField = connections.get(id)
			.mapNotNull((connection) -> connection.unknownFields().get("new_field"));
		// end::unknown-fields[]
		return newField;
	}

	static boolean unknownValues(EnterpriseConnection connection) {
		// tag::unknown-values[]
		boolean okta = ConnectionProvider.SAML_OKTA.equals(connection.provider());
		ConnectionProvider newer = new ConnectionProvider("saml_jumpcloud");
		// end::unknown-values[]
		return okta || newer.equals(connection.provider());
	}

	static Object escapeHatch(String token) {
		// tag::escape-hatch[]
		NewEnterpriseConnection connection = new NewEnterpriseConnection().name("Acme")
			.set("session_lifetime", Duration.ofHours(8).toSeconds())
			.saml(new NewEnterpriseConnection.Saml().set("sign_requests", true));
		EnterpriseConnectionQuery query = new EnterpriseConnectionQuery().param("order_by", "-created_at");
		// end::escape-hatch[]
		return List.of(connection, query, token);
	}

	static String json(TestRun run) {
		// tag::json[]
		String safeToHandOn = WireJson.masked().writeValueAsString(run);
		// end::json[]
		return safeToHandOn;
	}

	static Mono<AttributesAndUsers> saml(SamlConnectionService samlConnections, EnterpriseConnection connection) {
		// tag::saml-get[]
		Mono<SamlConnection> more = samlConnections.get(connection.saml().id());
		// end::saml-get[]
		return more.map((saml) -> new AttributesAndUsers(saml.attributeMapping(), saml.userCount()));
	}

	static Mono<Long> samlCount(SamlConnectionService samlConnections) {
		// tag::saml-count[]
		Mono<Long> others = samlConnections.list(new SamlConnectionQuery().excludeOrganizations("org_acme").limit(1))
			.mapNotNull(Page::totalCount);
		// end::saml-count[]
		return others;
	}

	static Flux<SamlConnection> samlList(SamlConnectionService samlConnections) {
		// tag::saml-list[]
		Flux<SamlConnection> found = samlConnections.listAll(new SamlConnectionQuery().query("acme")
			.orderBy("-created_at")
			.includeOrganizations("org_acme", "org_acme_labs"));
		// end::saml-list[]
		return found;
	}

	static Mono<SamlConnection> samlWrite(SamlConnectionService samlConnections) {
		// tag::saml-write[]
		Mono<SamlConnection> created = samlConnections.create(new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.com")
			.idpMetadataUrl("https://idp.acme.com/metadata")
			.attributeMapping(new AttributeMappingSettings().emailAddress("mail").firstName("givenName")));
		Mono<SamlConnection> activated = created.flatMap((connection) -> samlConnections.update(connection.id(),
				new SamlConnectionPatch().active(true).consentVerifiedDomainsDeletion(true)));
		Mono<DeletedObject> deleted = activated.flatMap((connection) -> samlConnections.delete(connection.id()));
		// end::saml-write[]
		return activated.delayUntil((connection) -> deleted);
	}

	// tag::inject[]
	@Service
	class CustomerSignIn {

		private final EnterpriseConnectionService connections;

		CustomerSignIn(EnterpriseConnectionService connections) {
			this.connections = connections;
		}

		Flux<String> domains(String organizationId) {
			return this.connections.listAll(new EnterpriseConnectionQuery().organizationId(organizationId))
				.mapNotNull(EnterpriseConnection::domains)
				.flatMapIterable((domains) -> domains);
		}

	}
	// end::inject[]

	record AttributesAndUsers(Object attributes, Long users) {
	}

}
