// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Connections at Clerk that may be the one that is to be created.
 */
class MigrationOthersTests {

	private final MigrationFixture fixture = new MigrationFixture().publish(MigrationFixture.METADATA_URL,
			MigrationFixture.metadata("https://idp.acme.com"));

	@BeforeEach
	void add() {
		this.fixture.add("acme", "samlp", Map.of("display_name", "Acme"), MigrationFixture.saml());
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private String create(String name, String domain) {
		return this.fixture.target()
			.enterpriseConnections()
			.create(new NewEnterpriseConnection().name(name).provider(ConnectionProvider.SAML_CUSTOM).domains(domain))
			.map(EnterpriseConnection::id)
			.block(MigrationFixture.TIMEOUT);
	}

	private static MigrationOptions options(MigrationOverride override) {
		return MigrationOptions.defaults().withOverride("acme", override);
	}

	private void assertBlocked(MigrationOptions options, String note) {
		for (MigrationEntry entry : List.of(this.fixture.planOne(options), this.fixture.run(options).get(0))) {
			assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
			assertThat(entry.target()).isNull();
			assertThat(entry.blockers()).singleElement()
				.satisfies((blocker) -> assertThat(blocker.note()).startsWith(note));
		}
	}

	@Test
	void createsNoSecondOneAfterAChangeOfTheName() {
		String id = this.fixture.runOne().id();
		assertBlocked(options(MigrationOverride.none().withName("Acme Inc.")),
				"A connection at Clerk already has one of these domains: 'Acme', " + id + ".");
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(1);
	}

	@Test
	void createsNoSecondOneAfterAChangeOfTheDomains() {
		String id = this.fixture.runOne().id();
		assertBlocked(options(MigrationOverride.none().withDomains("acme.example")),
				"A connection at Clerk already has this name: 'Acme', " + id + ".");
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(1);
	}

	@Test
	void createsNoSecondOneAfterAChangeAtClerk() {
		String id = this.fixture.runOne().id();
		this.fixture.target()
			.enterpriseConnections()
			.update(id, new EnterpriseConnectionPatch().name("Renamed").domains("ACME.com", "acme.example"))
			.block(MigrationFixture.TIMEOUT);
		assertBlocked(MigrationOptions.defaults(),
				"A connection at Clerk already has one of these domains: 'Renamed', " + id + ".");
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(1);
		MigrationEntry named = this.fixture
			.planOne(options(MigrationOverride.none().withName("Renamed").withDomains("acme.com", "acme.example")));
		assertThat(named.status()).isEqualTo(MigrationStatus.DONE);
		assertThat(named.target().id()).isEqualTo(id);
	}

	@Test
	void createsBesideConfirmedOnesOnly() {
		String confirmed = create("Other", "acme.com");
		String another = create("Third", "acme.com");
		assertBlocked(options(MigrationOverride.none().creatingBeside(confirmed)),
				"A connection at Clerk already has one of these domains: 'Third', " + another + ".");
		MigrationOverride both = MigrationOverride.none().creatingBeside(confirmed, another);
		MigrationEntry entry = this.fixture.run(options(both)).get(0);
		assertThat(entry.status()).isEqualTo(MigrationStatus.DONE);
		assertThat(entry.target().created()).isTrue();
		assertBlocked(options(both.withName("Acme Inc.")),
				"A connection at Clerk already has one of these domains: 'Acme', " + entry.target().id() + ".");
	}

	@Test
	void createsBesideAnotherConnectionOfTheTenantAndBesideOtherDomains() {
		create("Unrelated", "unrelated.example");
		this.fixture.run(MigrationOptions.defaults());
		this.fixture.add("second", "oidc", MigrationFixture.oidc());
		assertThat(this.fixture.run(MigrationOptions.defaults())).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.DONE);
	}

	@Test
	void requiresIdsOfOthers() {
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> MigrationOverride.none().creatingBeside());
	}

}
