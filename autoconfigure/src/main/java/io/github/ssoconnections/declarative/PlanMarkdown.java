// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;

import io.github.ssoconnections.handover.CleanText;
import io.github.ssoconnections.handover.MarkdownText;

/**
 * A plan as Markdown. There are no tables, so that a bar has no meaning.
 */
final class PlanMarkdown {

	private final StringBuilder text = new StringBuilder();

	PlanMarkdown(ConnectionPlan plan) {
		line("## Plan for " + escape(plan.account().toString()) + " at "
				+ MarkdownText.code(CleanText.of(plan.apiHost())));
		line("");
		line(PlanLines.summary(plan));
		plan.changes().forEach(this::connection);
		problems(plan.problems());
		undeclared(plan.undeclared());
		list("Notes", plan.notes().stream().map(CleanText::of).toList());
		notCompared(plan);
	}

	private void connection(PlannedConnection planned) {
		line("");
		line("### " + escape(PlanLines.title(planned)));
		line("");
		PlanLines.warnings(planned).forEach((warning) -> line("- **" + escape(warning) + "**"));
		planned.changes().forEach((change) -> line("- " + change(change)));
	}

	private static String change(FieldChange change) {
		String note = PlanLines.note(change);
		String values = (change.source() == FieldSource.WRITE_ONLY) ? ""
				: ": " + ((change.before() != null) ? code(change.before()) + " → " : "")
						+ ((change.after() != null) ? code(change.after()) : "absent");
		return code(change.path()) + values + (note.isEmpty() ? "" : " (" + note + ")");
	}

	private void problems(List<PlanProblem> problems) {
		list("Problems: these connections are not touched",
				problems.stream()
					.map((problem) -> PlanLines.title(problem) + ": " + CleanText.of(problem.text()))
					.toList());
	}

	private void undeclared(List<CurrentConnection> undeclared) {
		list("Not declared, and left as they are",
				undeclared.stream()
					.map((current) -> CleanText.of(current.name()) + " (" + CleanText.of(current.id()) + ")")
					.toList());
	}

	private void notCompared(ConnectionPlan plan) {
		list("Not compared", plan.connections()
			.stream()
			.filter((planned) -> !planned.notCompared().isEmpty())
			.map((planned) -> CleanText.of(planned.name()) + ": "
					+ CleanText.of(String.join(", ", planned.notCompared().stream().map(FieldPath::toString).toList())))
			.toList());
	}

	private void list(String title, List<String> lines) {
		if (!lines.isEmpty()) {
			line("");
			line("### " + title);
			line("");
			PlanLines.limited(lines).forEach((line) -> line("- " + escape(line)));
		}
	}

	private static String escape(String value) {
		return MarkdownText.escape(value);
	}

	private static String code(Object value) {
		return MarkdownText.code(PlanLines.value(value));
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
