// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MigrationReport}.
 */
class MigrationReportTests {

	private static final String HOSTILE = "=cmd|'/c calc'!A1\n## Not a heading <img src=x> `code` [x](https://evil.example)"
			+ " \u202Egnp\u200B";

	private final MigrationFixture fixture = new MigrationFixture().publish(MigrationFixture.METADATA_URL,
			MigrationFixture.metadata("https://idp.acme.com"));

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private MigrationReport report(List<MigrationEntry> entries) {
		return MigrationReport.of(this.fixture.migration(), entries);
	}

	@Test
	void hasCountsAndSections() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		this.fixture.add("users", "auth0", Map.of());
		this.fixture.add("globex", "oidc", MigrationFixture.with(MigrationFixture.oidc(), "client_secret", "absent"));
		MigrationReport report = report(this.fixture.run(MigrationOptions.defaults()));
		assertThat(report.count(MigrationStatus.DONE)).isOne();
		assertThat(report.count(MigrationStatus.READY)).isZero();
		String id = report.entries().get(0).target().id();
		assertThat(report.toMarkdown())
			.startsWith("# Migration from `auth0` to `clerk`\n\n- Ready: 0\n- Blocked: 1\n- Done: 1\n")
			.contains("\n## Blocked\n\n### `globex`\n")
			.contains("- Blocked: `options.client_secret` to `oidc.client_secret`: Auth0 does not return the secret")
			.contains("- Created: `" + id + "`, inactive\n- To enter at the IdP: ACS URL `"
					+ report.entries().get(0).target().serviceProvider().acsUrl() + "`, entity ID `")
			.contains("- Until now: ACS URL `https://login.example.com/login/callback?connection=acme`")
			.contains("- Until now: redirect URI `https://login.example.com/login/callback`")
			.contains("\n## Not mapped\n\n### `users`\n")
			.doesNotContain("## Ready");
		assertThat(report.toCsv().lines()).hasSize(4)
			.first()
			.asString()
			.startsWith("connection,id,strategy,name,domains,status,to_do,");
		assertThat(report.toCsv()).contains("\nacme,con_")
			.contains(",done,,ent_")
			.contains("Auth0 does not return the secret: ask the customer for it.");
	}

	@Test
	void escapesHostileNames() {
		this.fixture.add("acme", "samlp", Map.of("display_name", HOSTILE), MigrationFixture
			.with(MigrationFixture.saml(), "domain_aliases", List.of("acme.com", "https://x/`\n# y")));
		MigrationReport report = report(this.fixture.run(MigrationOptions.defaults()));
		String markdown = report.toMarkdown();
		assertThat(markdown.lines().filter((line) -> line.startsWith("#")))
			.containsExactly("# Migration from `auth0` to `clerk`", "## Done", "### `acme`");
		assertThat(markdown)
			.contains("- At Clerk: `` =cmd|'/c calc'!A1 ## Not a heading <img src=x> `code` "
					+ "[x](https://evil.example) gnp ``, domains `acme.com`")
			.doesNotContain("\u202E", "\u200B");
		assertThat(report.toCsv().lines()).hasSize(2);
		assertThat(report.toCsv()).contains(",'=cmd|'/c calc'!A1 ## Not").doesNotContain("\u202E");
	}

	@Test
	void isStoredAsJson() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		MigrationReport report = report(this.fixture.run(MigrationOptions.defaults()));
		JsonMapper mapper = JsonMapper.shared();
		assertThat(mapper.readValue(mapper.writeValueAsString(report), MigrationReport.class)).isEqualTo(report);
	}

	@Test
	void hasNoSecretAfterAFailure() {
		this.fixture.add("acme", "oidc", MigrationFixture.oidc());
		this.fixture.sandbox()
			.faults()
			.on("POST", "/v1/enterprise_connections")
			.respond(422, "application/json",
					"{\"errors\":[{\"code\":\"x\",\"message\":\"client_secret s3cret-of-acme is invalid\"}]}");
		MigrationReport report = report(this.fixture.run(MigrationOptions.defaults()));
		assertThat(report.entries().get(0).failure()).contains("is invalid");
		assertThat(report.toMarkdown() + report.toCsv() + report + JsonMapper.shared().writeValueAsString(report))
			.doesNotContain("s3cret-of-acme");
	}

	@Test
	void masksAGivenSecret() {
		MigrationOverride override = MigrationOverride.none().withClientSecret(Secret.of("given-s3cret"));
		MigrationOptions options = MigrationOptions.defaults().withOverride("acme", override);
		assertThat(options.toString() + JsonMapper.shared().writeValueAsString(override)).doesNotContain("given-s3cret")
			.contains("******");
		assertThatIllegalArgumentException().isThrownBy(() -> override.withClientSecret(Secret.of(" ")));
	}

}
