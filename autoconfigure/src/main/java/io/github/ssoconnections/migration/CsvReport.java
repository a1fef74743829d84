// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.handover.CleanText;
import io.github.ssoconnections.handover.CsvCell;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a report as CSV.
 */
final class CsvReport {

	private CsvReport() {
	}

	static String of(MigrationReport report) {
		StringBuilder text = new StringBuilder();
		append(text, "connection", "id", "strategy", "name", "domains", "status", "to_do", "clerk_connection",
				"clerk_organization", "old_acs_url", "old_entity_id", "acs_url", "entity_id");
		for (MigrationEntry entry : report.entries()) {
			MigratedConnection target = entry.target();
			ServiceProviderDetails before = entry.before();
			ServiceProviderDetails after = (target != null) ? target.serviceProvider() : null;
			append(text, entry.sourceName(), entry.sourceId(), entry.strategy(), entry.name(),
					String.join(" ", entry.domains()), entry.status().name().toLowerCase(Locale.ROOT), toDo(entry),
					(target != null) ? target.id() : null, entry.organizationId(),
					(before != null) ? before.acsUrl() : null, (before != null) ? before.entityId() : null,
					(after != null) ? after.acsUrl() : null, (after != null) ? after.entityId() : null);
		}
		return text.toString();
	}

	private static String toDo(MigrationEntry entry) {
		Stream<String> blockers = entry.blockers().stream().map(FieldMapping::note);
		Stream<String> failure = Stream.ofNullable(entry.failure());
		Stream<String> reasons = (entry.status() != MigrationStatus.NOT_MAPPED) ? Stream.empty()
				: entry.notMapped().stream().map(FieldMapping::note);
		return Stream.of(failure, blockers, reasons).flatMap((texts) -> texts).collect(Collectors.joining(" "));
	}

	private static void append(StringBuilder text, @Nullable String... cells) {
		text.append(Stream.of(cells)
			.map((cell) -> CsvCell.of((cell != null) ? CleanText.of(cell) : ""))
			.collect(Collectors.joining(","))).append("\r\n");
	}

}
