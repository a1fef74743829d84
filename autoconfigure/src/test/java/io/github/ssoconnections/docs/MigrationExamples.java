// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.migration.ConnectionMigration;
import io.github.ssoconnections.migration.ConnectionMigrations;
import io.github.ssoconnections.migration.MigrationOptions;
import io.github.ssoconnections.migration.MigrationOverride;
import io.github.ssoconnections.migration.MigrationReport;
import io.github.ssoconnections.migration.OrganizationPairs;
import io.github.ssoconnections.migration.OrganizationScanState;
import io.github.ssoconnections.migration.ScanCost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The examples of {@code docs/how-to/move-from-auth0-to-clerk.md}.
 * {@link MigrationExamplesTests} runs them.
 */
final class MigrationExamples {

	static OrganizationPairs pairs(Path file) throws IOException {
		// tag::pairs[]
		OrganizationPairs pairs;
		try (Reader csv = Files.newBufferedReader(file)) {
			pairs = OrganizationPairs.read(csv);
		}
		// end::pairs[]
		return pairs;
	}

	// tag::scan[]
	Mono<ScanCost> cost(ConnectionMigrations migrations) {
		return migrations.scan("default").cost(OrganizationScanState.none());
	}

	Flux<OrganizationScanState> scan(ConnectionMigrations migrations, OrganizationScanState stored) {
		return migrations.scan("default").run(stored).scan(stored, OrganizationScanState::with);
	}
	// end::scan[]

	static MigrationOptions decisions(Secret secretOfInitech) {
		// tag::decisions[]
		MigrationOptions options = MigrationOptions.defaults()
			.withOverride("acme-saml", MigrationOverride.none().withEntityId("https://idp.acme.com"))
			.withOverride("globex-saml", MigrationOverride.none().acceptingUnsignedRequests())
			.withOverride("initech-oidc", MigrationOverride.none().withClientSecret(secretOfInitech));
		// end::decisions[]
		return options;
	}

	// tag::migrator[]
	@Service
	static class Migrator {

		private final ConnectionMigration migration;

		Migrator(ConnectionMigrations migrations) {
			this.migration = migrations.get();
		}

		Mono<String> plan(OrganizationPairs pairs) {
			return this.migration.plan(MigrationOptions.defaults().withOrganizations(pairs))
				.collectList()
				.map((entries) -> MigrationReport.of(this.migration, entries).toMarkdown());
		}

		Flux<HandOverSheet> run(OrganizationPairs pairs) {
			return this.migration.run(MigrationOptions.defaults().withOrganizations(pairs))
				.filter((entry) -> entry.target() != null)
				.concatMap(this.migration::handOver);
		}

	}
	// end::migrator[]

}
