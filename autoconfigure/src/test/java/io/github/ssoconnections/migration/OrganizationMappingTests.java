// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the organization that a connection gets.
 */
class OrganizationMappingTests {

	private final MigrationFixture fixture = new MigrationFixture();

	private String connection;

	private String acme;

	private String labs;

	@BeforeEach
	void create() {
		this.fixture.publish(MigrationFixture.METADATA_URL, MigrationFixture.metadata("https://idp.acme.com"));
		this.fixture.add("acme-saml", "samlp", Map.of("display_name", "Acme"), MigrationFixture.saml());
		this.connection = this.fixture.planOne().sourceId();
		this.acme = organization("acme");
		this.labs = organization("labs");
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private String organization(String name) {
		return this.fixture.source()
			.organizations()
			.create(new NewOrganization().name(name))
			.block(MigrationFixture.TIMEOUT)
			.id();
	}

	private void enable(String organization) {
		Auth0Account source = this.fixture.source();
		source.organizationConnections()
			.enable(organization, this.connection, new OrganizationConnectionSettings())
			.block(MigrationFixture.TIMEOUT);
	}

	private MigrationEntry plan(OrganizationPairs pairs) {
		return this.fixture.planOne(MigrationOptions.defaults().withOrganizations(pairs));
	}

	private MigrationEntry planAfterScan(OrganizationPairs pairs) {
		OrganizationScanState scan = OrganizationScan.create(this.fixture.source())
			.complete(OrganizationScanState.none())
			.block(MigrationFixture.TIMEOUT);
		return this.fixture.planOne(MigrationOptions.defaults().withOrganizations(pairs).withScan(scan));
	}

	private static String blocker(MigrationEntry entry) {
		assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(entry.blockers()).hasSize(1);
		assertThat(entry.blockers().get(0).target()).isEqualTo("organization_id");
		return entry.blockers().get(0).note();
	}

	@Test
	void takesThePairOfTheConnection() {
		for (String key : List.of("acme-saml", this.connection)) {
			assertThat(plan(OrganizationPairs.none().withConnection(key, "org_acme")).organizationId())
				.isEqualTo("org_acme");
		}
		MigrationOptions options = MigrationOptions.defaults()
			.withOrganizations(OrganizationPairs.none().withConnection("acme-saml", "org_acme"));
		assertThat(this.fixture.runOne(options).organizationId()).isEqualTo("org_acme");
	}

	@Test
	void takesAGivenOrganizationBeforeAPair() {
		MigrationOptions options = MigrationOptions.defaults()
			.withOrganizations(OrganizationPairs.none().withConnection("acme-saml", "org_acme"))
			.withOverride("acme-saml", MigrationOverride.none().withOrganization("org_given"));
		assertThat(this.fixture.planOne(options).organizationId()).isEqualTo("org_given");
	}

	@Test
	void blocksPairsThatContradictEachOther() {
		assertThat(blocker(plan(OrganizationPairs.none()
			.withConnection("acme-saml", "org_acme")
			.withConnection(this.connection, "org_labs")))).contains("remove one");
	}

	@Test
	void namesWhatWasNotLookedUp() {
		MigrationEntry entry = plan(OrganizationPairs.none());
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(entry.organizationId()).isNull();
		assertThat(SamlMappingTests.targets(entry.notMapped())).contains("organization_id");
	}

	@Test
	void takesThePairOfTheOnlyOrganization() {
		enable(this.acme);
		for (String key : List.of("acme", this.acme)) {
			assertThat(planAfterScan(OrganizationPairs.none().withOrganization(key, "org_acme")).organizationId())
				.isEqualTo("org_acme");
		}
		assertThat(blocker(planAfterScan(OrganizationPairs.none().withOrganization("labs", "org_labs"))))
			.contains("no unambiguous pair for its organization acme");
	}

	@Test
	void setsNoneForAConnectionWithoutOrganizations() {
		MigrationEntry entry = planAfterScan(OrganizationPairs.none().withOrganization("labs", "org_labs"));
		assertThat(entry.organizationId()).isNull();
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(SamlMappingTests.targets(entry.mapped())).contains("organization_id");
	}

	@Test
	void blocksSeveralOrganizationsUnlessAPairDecides() {
		enable(this.acme);
		enable(this.labs);
		OrganizationPairs pairs = OrganizationPairs.none()
			.withOrganization("acme", "org_acme")
			.withOrganization("labs", "org_labs");
		assertThat(blocker(planAfterScan(pairs))).contains("in 2 organizations (acme, labs)");
		assertThat(planAfterScan(pairs.withConnection("acme-saml", "org_labs")).organizationId()).isEqualTo("org_labs");
		MigrationEntry none = planAfterScan(pairs.withConnection("acme-saml", null));
		assertThat(none.organizationId()).isNull();
		assertThat(none.status()).isEqualTo(MigrationStatus.READY);
		assertThat(planAfterScan(
				OrganizationPairs.none().withOrganization("acme", "org_acme").withOrganization(this.labs, "org_acme"))
			.organizationId()).isEqualTo("org_acme");
	}

	@Test
	void blocksWhileTheScanIsNotComplete() {
		MigrationEntry entry = this.fixture.planOne(MigrationOptions.defaults().withScan(OrganizationScanState.none()));
		assertThat(blocker(entry)).contains("not complete");
	}

}
