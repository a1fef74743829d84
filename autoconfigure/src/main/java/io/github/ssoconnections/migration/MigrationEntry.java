// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a connection at Auth0. Contains no secret, and can be stored as JSON
 * with any mapper.
 *
 * @param sourceId the id at Auth0; empty for connections of the list that could not be
 * read
 * @param sourceName the name at Auth0
 * @param strategy the strategy at Auth0; {@code null} if it is absent from the response
 * @param name the display name at Clerk; {@code null} if Clerk has no such connection
 * @param domains the domains at Clerk
 * @param organizationId the organization at Clerk; {@code null} if there is none
 * @param status how far it is
 * @param mapped the fields that go over as they are
 * @param changed the fields that go over in another form, or need attention
 * @param notMapped the fields that are left behind
 * @param blockers why the connection cannot be created, and what to do; for one that is
 * {@link MigrationStatus#DONE}, what has to be settled before users sign in with it
 * @param findings what the lint for Clerk found, errors first
 * @param before what the administrator of the IdP has entered for Auth0; {@code null} if
 * it is unknown
 * @param target the connection at Clerk; {@code null} if it does not exist
 * @param failure why the creation failed; {@code null} if it did not
 */
public record MigrationEntry(String sourceId, String sourceName, @Nullable String strategy, @Nullable String name,
		List<String> domains, @Nullable String organizationId, MigrationStatus status, List<FieldMapping> mapped,
		List<FieldMapping> changed, List<FieldMapping> notMapped, List<FieldMapping> blockers, List<Finding> findings,
		@Nullable ServiceProviderDetails before, @Nullable MigratedConnection target, @Nullable String failure) {

	public MigrationEntry {
		Assert.notNull(sourceId, "'sourceId' must not be null");
		Assert.notNull(sourceName, "'sourceName' must not be null");
		Assert.notNull(status, "'status' must not be null");
		domains = copy(domains);
		mapped = copy(mapped);
		changed = copy(changed);
		notMapped = copy(notMapped);
		blockers = copy(blockers);
		findings = copy(findings);
	}

	private static <T> List<T> copy(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	MigrationEntry withTarget(MigratedConnection target) {
		return with(MigrationStatus.DONE, target, null);
	}

	MigrationEntry failed(String failure, @Nullable MigratedConnection target) {
		return with(MigrationStatus.FAILED, target, failure);
	}

	MigrationEntry notRun() {
		return with(MigrationStatus.NOT_RUN, this.target, null);
	}

	MigrationEntry blocked(FieldMapping blocker) {
		return new MigrationEntry(this.sourceId, this.sourceName, this.strategy, this.name, this.domains,
				this.organizationId, MigrationStatus.BLOCKED, this.mapped, this.changed, this.notMapped,
				Stream.concat(this.blockers.stream(), Stream.of(blocker)).toList(), this.findings, this.before, null,
				null);
	}

	private MigrationEntry with(MigrationStatus status, @Nullable MigratedConnection target, @Nullable String failure) {
		return new MigrationEntry(this.sourceId, this.sourceName, this.strategy, this.name, this.domains,
				this.organizationId, status, this.mapped, this.changed, this.notMapped, this.blockers, this.findings,
				this.before, target, failure);
	}

}
