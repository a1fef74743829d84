// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;

/**
 * Report of a migration: names every connection. Contains no secret, and can be stored as
 * JSON with any mapper. Names and values come from outside: {@link #toMarkdown()} and
 * {@link #toCsv()} escape them.
 *
 * @param source the tenant at Auth0
 * @param target the instance at Clerk
 * @param counts the number of connections of each status, for those that occur
 * @param entries the connections, in the order of the list at Auth0
 */
public record MigrationReport(Account source, Account target, Map<MigrationStatus, Integer> counts,
		List<MigrationEntry> entries) {

	public MigrationReport {
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(target, "'target' must not be null");
		Assert.notNull(counts, "'counts' must not be null");
		Assert.notNull(entries, "'entries' must not be null");
		Assert.noNullElements(entries, "'entries' must not contain null");
		counts = Map.copyOf(counts);
		entries = List.copyOf(entries);
	}

	/**
	 * Create a report.
	 * @param migration the migration
	 * @param entries the entries of a plan or a run
	 * @return the report
	 */
	public static MigrationReport of(ConnectionMigration migration, List<MigrationEntry> entries) {
		Assert.notNull(migration, "'migration' must not be null");
		Assert.notNull(entries, "'entries' must not be null");
		Assert.noNullElements(entries, "'entries' must not contain null");
		Map<MigrationStatus, Integer> counts = new EnumMap<>(MigrationStatus.class);
		entries.forEach((entry) -> counts.merge(entry.status(), 1, Integer::sum));
		return new MigrationReport(migration.source(), migration.target(), counts, entries);
	}

	/**
	 * Return the number of connections of a status.
	 * @param status the status
	 * @return the number, from 0
	 */
	public int count(MigrationStatus status) {
		Assert.notNull(status, "'status' must not be null");
		return this.counts.getOrDefault(status, 0);
	}

	/**
	 * Return the report as Markdown (CommonMark): the counts, then each connection with
	 * its fields and with what the administrator of its IdP enters, by status.
	 * @return the text
	 */
	public String toMarkdown() {
		return new MarkdownReport(this).toString();
	}

	/**
	 * Return the connections as CSV (RFC 4180), one a line: names, status, blockers, and
	 * the old and new values for the administrator of the IdP. A cell that a spreadsheet
	 * would take as a formula begins with an apostrophe.
	 * @return the text, with a header
	 */
	public String toCsv() {
		return CsvReport.of(this);
	}

}
