// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.function.Predicate;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.handover.CleanText;
import io.github.ssoconnections.handover.MarkdownText;
import org.jspecify.annotations.Nullable;

/**
 * A report as Markdown. Names and values are code spans, all other text is escaped.
 */
final class MarkdownReport {

	private final StringBuilder text = new StringBuilder();

	MarkdownReport(MigrationReport report) {
		line("# Migration from " + code(report.source().toString()) + " to " + code(report.target().toString()));
		line("");
		for (MigrationStatus status : MigrationStatus.values()) {
			line("- " + title(status) + ": " + report.count(status) + blocked(report, status));
		}
		for (MigrationStatus status : MigrationStatus.values()) {
			section(status, report.entries().stream().filter(of(status)).toList());
		}
	}

	private static String blocked(MigrationReport report, MigrationStatus status) {
		long blocked = report.entries().stream().filter(of(status)).filter(MarkdownReport::isDoneAndBlocked).count();
		return (blocked > 0) ? ", of which " + blocked + " with blockers" : "";
	}

	private static boolean isDoneAndBlocked(MigrationEntry entry) {
		return entry.status() == MigrationStatus.DONE && !entry.blockers().isEmpty();
	}

	private static Predicate<MigrationEntry> of(MigrationStatus status) {
		return (entry) -> entry.status() == status;
	}

	private static String title(MigrationStatus status) {
		return switch (status) {
			case READY -> "Ready";
			case BLOCKED -> "Blocked";
			case DONE -> "Done";
			case NOT_MAPPED -> "Not mapped";
			case FAILED -> "Failed";
			case NOT_RUN -> "Not run";
		};
	}

	private void section(MigrationStatus status, List<MigrationEntry> entries) {
		if (!entries.isEmpty()) {
			line("\n## " + title(status));
			entries.forEach(this::entry);
		}
	}

	private void entry(MigrationEntry entry) {
		line("\n### " + code(entry.sourceName()) + "\n");
		line("- At Auth0: " + code(entry.sourceId()) + ", strategy "
				+ code((entry.strategy() != null) ? entry.strategy() : "unknown"));
		if (entry.name() != null) {
			line("- At Clerk: " + code(entry.name()) + ", domains " + code(String.join(", ", entry.domains()))
					+ ", organization " + code((entry.organizationId() != null) ? entry.organizationId() : "none"));
		}
		if (entry.failure() != null) {
			line("- Failed: " + escape(entry.failure()));
		}
		entry.blockers().forEach((blocker) -> field("Blocked", blocker));
		target(entry.target());
		serviceProvider("Until now", entry.before());
		entry.mapped().forEach((field) -> field("Maps", field));
		entry.changed().forEach((field) -> field("Changes", field));
		entry.notMapped().forEach((field) -> field("Does not map", field));
		for (Finding finding : entry.findings()) {
			line("- Finding: " + escape(finding.message() + " " + finding.remedy()));
		}
	}

	private void target(@Nullable MigratedConnection target) {
		if (target != null) {
			String active = Boolean.TRUE.equals(target.active()) ? "active" : "inactive";
			line("- " + (target.created() ? "Created: " : "Exists: ") + code(target.id()) + ", " + active);
			serviceProvider("To enter at the IdP", target.serviceProvider());
			target.differences().forEach((field) -> field("Differs", field));
		}
	}

	private void serviceProvider(String title, @Nullable ServiceProviderDetails details) {
		if (details == null) {
			return;
		}
		if (details.protocol().equals(ServiceProviderDetails.OIDC)) {
			line("- " + title + ": redirect URI " + codeOrUnknown(details.redirectUri()));
		}
		else {
			line("- " + title + ": ACS URL " + codeOrUnknown(details.acsUrl()) + ", entity ID "
					+ codeOrUnknown(details.entityId()));
		}
	}

	private void field(String title, FieldMapping field) {
		String source = (field.source() != null) ? code(field.source()) : "";
		String target = (field.target() != null) ? code(field.target()) : "";
		String names = (!source.isEmpty() && !target.isEmpty()) ? source + " to " + target : source + target;
		line("- " + title + ": " + (names.isEmpty() ? "" : names + ": ") + escape(field.note()));
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	private static String codeOrUnknown(@Nullable String value) {
		return (value != null) ? code(value) : "unknown: take it from the dashboard";
	}

	private static String code(String value) {
		return MarkdownText.code(CleanText.of(value));
	}

	private static String escape(String value) {
		return MarkdownText.escape(CleanText.of(value));
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
