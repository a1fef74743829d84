// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.HandOverAutoConfiguration;
import io.github.ssoconnections.autoconfigure.MigrationAutoConfiguration;
import io.github.ssoconnections.autoconfigure.SamlMetadataAutoConfiguration;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.migration.ConnectionMigration;
import io.github.ssoconnections.migration.ConnectionMigrations;
import io.github.ssoconnections.migration.MigrationOptions;
import io.github.ssoconnections.migration.MigrationReport;
import io.github.ssoconnections.migration.MigrationStatus;
import io.github.ssoconnections.migration.OrganizationPairs;
import io.github.ssoconnections.migration.OrganizationScanState;
import io.github.ssoconnections.migration.ScanCost;
import io.github.ssoconnections.migration.ScannedOrganization;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the examples of {@code docs/how-to/move-from-auth0-to-clerk.md} in an application.
 */
class MigrationExamplesTests {

	private final Sandbox sandbox = Sandbox.start().seed("""
			{"auth0": [
			  {"name": "acme-saml", "display_name": "Acme", "strategy": "samlp", "options":
			    {"domain_aliases": ["acme.com"], "signInEndpoint": "https://idp.acme.com/sso", "signingCert": "%s"}},
			  {"name": "globex-saml", "display_name": "Globex", "strategy": "pingfederate", "options":
			    {"domain_aliases": ["globex.com"], "signSAMLRequest": true}},
			  {"name": "initech-oidc", "display_name": "Initech", "strategy": "oidc", "options":
			    {"domain_aliases": ["initech.com"], "client_id": "client", "client_secret": "s3cret",
			     "discovery_url": "https://idp.initech.com/.well-known/openid-configuration"}}
			]}""".formatted(certificate()));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				SamlMetadataAutoConfiguration.class, HandOverAutoConfiguration.class, MigrationAutoConfiguration.class))
		.withPropertyValues("sso-connections.clerk.base-url=" + this.sandbox.clerkBaseUrl(),
				"sso-connections.clerk.api-key=" + this.sandbox.clerkApiKey(),
				"sso-connections.auth0.base-url=" + this.sandbox.auth0().baseUrl(),
				"sso-connections.auth0.token=" + this.sandbox.auth0().token());

	private static String certificate() {
		return TestCertificates
			.selfSigned("idp", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(300)))
			.replaceAll("-----[A-Z ]+-----|\\s", "");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Duration.ofSeconds(20));
	}

	@Test
	void movesAndHandsOver(@TempDir Path directory) throws IOException {
		OrganizationPairs pairs = MigrationExamples.pairs(Files.writeString(directory.resolve("pairs.csv"),
				"connection,clerk_organization\ninitech-oidc,org_initech\n"));
		this.contextRunner.withBean(MigrationExamples.Migrator.class).run((context) -> {
			MigrationExamples.Migrator migrator = context.getBean(MigrationExamples.Migrator.class);
			assertThat(result(migrator.plan(pairs))).contains("- Ready: 1\n- Blocked: 2\n");
			EnterpriseConnectionService connections = context.getBean(EnterpriseConnectionService.class);
			assertThat(result(connections.listAll().collectList())).isEmpty();
			assertThat(result(migrator.run(pairs).collectList())).map(HandOverSheet::title)
				.singleElement()
				.asString()
				.contains("Initech");
			assertThat(result(connections.listAll().collectList())).map(EnterpriseConnection::organizationId)
				.containsExactly("org_initech");
		});
	}

	@Test
	void movesInWavesWithDecisions() {
		this.contextRunner.run((context) -> {
			ConnectionMigration migration = context.getBean(ConnectionMigrations.class).get();
			MigrationOptions options = MigrationExamples.decisions(Secret.of("given"))
				.limitedTo(List.of("acme-saml", "initech-oidc"));
			MigrationReport report = MigrationReport.of(migration, result(migration.run(options).collectList()));
			assertThat(report.count(MigrationStatus.DONE)).isEqualTo(2);
			assertThat(report.entries()).hasSize(2);
			assertThat(this.sandbox.requests()).filteredOn((request) -> request.method().equals("POST"))
				.hasSize(2)
				.anyMatch((request) -> request.body().contains("\"client_secret\":\"given\""));
		});
	}

	@Test
	void scansOrganizationsAfterTheCostIsKnown() {
		this.contextRunner.run((context) -> {
			Auth0Accounts accounts = context.getBean(Auth0Accounts.class);
			result(accounts.get("default").organizations().create(new NewOrganization().name("acme")));
			ConnectionMigrations migrations = context.getBean(ConnectionMigrations.class);
			assertThat(result(new MigrationExamples().cost(migrations))).isEqualTo(new ScanCost(1, 2));
			assertThat(result(new MigrationExamples().scan(migrations, OrganizationScanState.none()).last())
				.organizations()).map(ScannedOrganization::name).containsExactly("acme");
		});
	}

	@Test
	void plansBetweenNamedAccounts() {
		this.contextRunner
			.withPropertyValues("sso-connections.auth0.accounts.eu.base-url=" + this.sandbox.auth0().baseUrl(),
					"sso-connections.auth0.accounts.eu.token=" + this.sandbox.auth0().token(),
					"sso-connections.clerk.accounts.production.base-url=" + this.sandbox.clerkBaseUrl(),
					"sso-connections.clerk.accounts.production.api-key=" + this.sandbox.clerkApiKey())
			.run((context) -> {
				ConnectionMigrations migrations = context.getBean(ConnectionMigrations.class);
				assertThat(result(migrations.get("eu", "production").plan(MigrationOptions.defaults()).collectList()))
					.hasSize(3);
				assertThat(migrations.get("eu", "production").source()).hasToString("auth0/eu");
				assertThat(migrations.get("eu", "production").target()).hasToString("clerk/production");
			});
	}

}
