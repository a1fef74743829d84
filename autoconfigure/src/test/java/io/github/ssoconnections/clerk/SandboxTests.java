// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both services against an account that behaves as the vendor's does.
 */
class SandboxTests {

	private static final Sandbox sandbox = Sandbox.start();

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private static final String OLD_CERTIFICATE = TestCertificates.selfSigned("old", NOW.minus(300, ChronoUnit.DAYS),
			NOW.plus(20, ChronoUnit.DAYS));

	private static final String NEW_CERTIFICATE = TestCertificates.selfSigned("new", NOW.minus(1, ChronoUnit.DAYS),
			NOW.plus(700, ChronoUnit.DAYS));

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final EnterpriseConnectionService enterprise = EnterpriseConnectionService.create(this.client);

	private final SamlConnectionService saml = SamlConnectionService.create(this.client);

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void anEnterpriseConnectionLivesFromCreationToDeletion() {
		EnterpriseConnection created = Clerk.result(this.enterprise.create(acme()));
		String id = created.id();
		assertThat(created.object()).isEqualTo("enterprise_connection");
		assertThat(created.provider()).isEqualTo(ConnectionProvider.SAML_OKTA);
		assertThat(created.domains()).containsExactly("acme.example");
		assertThat(created.active()).isFalse();
		assertThat(created.createdAt()).isBetween(NOW, Instant.now());
		assertThat(created.saml().idpCertificate()).isEqualTo(TestCertificates.withoutArmour(OLD_CERTIFICATE));
		assertThat(created.saml().idpCertificateExpiresAt()).isEqualTo(NOW.plus(20, ChronoUnit.DAYS));
		assertThat(created.saml().loginHint()).isEqualTo(LoginHint.of(LoginHintMode.EMAIL_ADDRESS));

		assertThat(Clerk.result(this.enterprise.get(id))).isEqualTo(created);
		assertThat(Clerk.result(this.enterprise.list())).isEqualTo(new Page<>(List.of(created), 1L));

		EnterpriseConnection updated = Clerk.result(this.enterprise.update(id,
				new EnterpriseConnectionPatch().active(true)
					.customAttributes(CustomAttribute.of("Department", "department").withSsoPath("dept"))
					.saml(new EnterpriseConnectionPatch.Saml().idpCertificates(OLD_CERTIFICATE, NEW_CERTIFICATE))));
		assertThat(updated.active()).isTrue();
		assertThat(updated.name()).isEqualTo("Acme");
		assertThat(updated.saml().idpSsoUrl()).isEqualTo("https://idp.acme.example/sso");
		assertThat(updated.saml().idpCertificates()).map(IdpCertificate::expiresAt)
			.containsExactly(NOW.plus(20, ChronoUnit.DAYS), NOW.plus(700, ChronoUnit.DAYS));
		assertThat(updated.customAttributes()).map(CustomAttribute::key).containsExactly("department");

		assertThat(Clerk.result(this.enterprise.createTestRun(id)).url().value()).contains("/sign-in/clerk?token=");
		assertThat(Clerk.result(this.enterprise.listTestRuns(id)).data()).map(TestRun::status)
			.containsExactly(TestRunStatus.PENDING);
		sandbox.completeTestRuns();
		TestRun run = Clerk.result(this.enterprise.listTestRuns(id, new TestRunQuery().status(TestRunStatus.SUCCESS)))
			.data()
			.get(0);
		assertThat(run.connectionType()).isEqualTo(ConnectionType.SAML);
		assertThat(run.saml().samlResponse()).isNotNull().hasToString("******");

		DeletedObject deleted = Clerk.result(this.enterprise.delete(id));
		assertThat(deleted.id()).isEqualTo(id);
		assertThat(deleted.deleted()).isTrue();
		StepVerifier.create(this.enterprise.get(id)).expectError(SsoApiException.NotFound.class).verify(Clerk.TIMEOUT);
	}

	@Test
	void aSamlConnectionLivesFromCreationToDeletion() {
		SamlConnection created = Clerk.result(this.saml.create(new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.example")
			.organizationId("org_1")
			.idpEntityId("https://idp.acme.example")
			.idpSsoUrl("https://idp.acme.example/sso")
			.idpCertificates(OLD_CERTIFICATE)
			.attributeMapping(new AttributeMappingSettings().userId("nameid")
				.emailAddress("mail")
				.firstName("givenName")
				.lastName("surname"))));
		String id = created.id();
		assertThat(created.attributeMapping().emailAddress()).isEqualTo("mail");
		assertThat(Clerk.result(this.enterprise.get(created.enterpriseConnectionId())).saml().id()).isEqualTo(id);
		assertThat(Clerk.result(this.saml.get(id))).isEqualTo(created);
		assertThat(Clerk.result(this.saml.list(new SamlConnectionQuery().includeOrganizations("org_1"))).data())
			.containsExactly(created);
		assertThat(Clerk.result(this.saml.list(new SamlConnectionQuery().excludeOrganizations("org_1"))).data())
			.isEmpty();
		SamlConnection updated = Clerk.result(this.saml.update(id,
				new SamlConnectionPatch().allowIdpInitiated(true).replaceAllCertificates(NEW_CERTIFICATE)));
		assertThat(updated.allowIdpInitiated()).isTrue();
		assertThat(updated.idpCertificates()).map(IdpCertificate::certificate)
			.containsExactly(TestCertificates.withoutArmour(NEW_CERTIFICATE));
		assertThat(Clerk.result(this.saml.delete(id)).deleted()).isTrue();
		assertThat(Clerk.result(this.saml.list()).totalCount()).isZero();
	}

	@Test
	void nullClearsAndAbsentKeeps() {
		String id = Clerk.result(this.enterprise.create(acme())).id();
		EnterpriseConnection cleared = Clerk.result(this.enterprise.update(id, new EnterpriseConnectionPatch()
			.saml(new EnterpriseConnectionPatch.Saml().idpSsoUrl(null).idpCertificates(null))));
		assertThat(cleared.saml().idpSsoUrl()).isNull();
		assertThat(cleared.saml().idpCertificate()).isNull();
		assertThat(cleared.saml().idpEntityId()).isEqualTo("https://idp.acme.example");
		assertThat(cleared.organizationId()).isEqualTo("org_1");
		EnterpriseConnection kept = Clerk.result(this.enterprise.update(id, new EnterpriseConnectionPatch()));
		assertThat(kept.saml()).isEqualTo(cleared.saml());
		assertThat(kept.name()).isEqualTo(cleared.name());
	}

	@Test
	void whatWasReadCanBeSentBack() {
		sandbox.seed();
		StepVerifier.create(
				this.enterprise.listAll()
					.filter((connection) -> "Stark Industries".equals(connection.name()))
					.concatMap((connection) -> this.enterprise
						.update(connection.id(),
								new EnterpriseConnectionPatch()
									.customAttributes(connection.customAttributes())
									.saml(new EnterpriseConnectionPatch.Saml()
										.loginHint(connection.saml().loginHint())))
						.doOnNext((updated) -> {
							assertThat(updated.customAttributes()).isEqualTo(connection.customAttributes()).hasSize(2);
							assertThat(updated.saml().loginHint())
								.isEqualTo(LoginHint.ofCustomAttribute("employee_id"));
						})))
			.expectNextCount(1)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void listAllFindsEverySeededConnectionOnce() {
		sandbox.seed();
		List<String> ids = Clerk.result(this.enterprise.listAll(new EnterpriseConnectionQuery().limit(3))
			.map(EnterpriseConnection::id)
			.collectList());
		assertThat(ids).hasSize(8).doesNotHaveDuplicates();
		assertThat(sandbox.requests()).hasSize(3);
		List<Boolean> inactive = Clerk.result(this.enterprise.listAll(new EnterpriseConnectionQuery().active(false))
			.map(EnterpriseConnection::active)
			.collectList());
		assertThat(inactive).isNotEmpty().containsOnly(false);
		StepVerifier.create(this.saml.listAll(new SamlConnectionQuery().limit(2)))
			.expectNextCount(7)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void responsesOfTheSandboxHaveNoUnknownFields() {
		sandbox.seed();
		Clerk.result(this.enterprise.listAll()
			.<Record>map((connection) -> connection)
			.concatWith(this.saml.listAll())
			.doOnNext((connection) -> Records.walk(connection, (path, value) -> {
				if (Records.isUnknownFields(path, value)) {
					assertThat(value).as(path).hasToString("[]");
				}
			}))
			.then(Mono.just("done")));
	}

	@Test
	void aRejectionNamesTheField() {
		StepVerifier.create(this.enterprise.create(new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("not a domain"))).expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class);
				SsoApiException exception = (SsoApiException) failure;
				assertThat(exception.status()).isEqualTo(422);
				assertThat(exception.errors().get(0).parameter()).startsWith("domains");
				assertThat(exception.traceId()).isNotNull();
			}).verify(Clerk.TIMEOUT);
	}

	@Test
	void theSamlApiIsGoneOneDay() {
		sandbox.removeSamlApi();
		StepVerifier.create(this.saml.list()).expectError(SsoApiException.Gone.class).verify(Clerk.TIMEOUT);
		assertThat(Clerk.result(this.enterprise.list()).data()).isEmpty();
	}

	private static NewEnterpriseConnection acme() {
		return new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("Acme.Example")
			.organizationId("org_1")
			.saml(new NewEnterpriseConnection.Saml().idpEntityId("https://idp.acme.example")
				.idpSsoUrl("https://idp.acme.example/sso")
				.idpCertificates(OLD_CERTIFICATE)
				.loginHint(LoginHint.of(LoginHintMode.EMAIL_ADDRESS)));
	}

}
