// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;

import io.github.ssoconnections.handover.CleanText;

/**
 * A plan as plain text.
 */
final class PlanText {

	private final StringBuilder text = new StringBuilder();

	PlanText(ConnectionPlan plan) {
		line("Plan for " + plan.account() + " at " + CleanText.of(plan.apiHost()) + ": " + PlanLines.summary(plan));
		plan.changes().forEach(this::connection);
		list("Problems, not touched:",
				plan.problems()
					.stream()
					.map((problem) -> PlanLines.title(problem) + ": " + CleanText.of(problem.text()))
					.toList());
		list("Not declared, left as they are:",
				plan.undeclared()
					.stream()
					.map((current) -> CleanText.of(current.name()) + " (" + CleanText.of(current.id()) + ")")
					.toList());
		list("Notes:", plan.notes().stream().map(CleanText::of).toList());
	}

	private void connection(PlannedConnection planned) {
		line(PlanLines.title(planned));
		PlanLines.warnings(planned).forEach((warning) -> line("  ! " + warning));
		for (FieldChange change : planned.changes()) {
			String note = PlanLines.note(change);
			String values = (change.source() == FieldSource.WRITE_ONLY) ? ""
					: ": " + ((change.before() != null) ? PlanLines.value(change.before()) + " -> " : "")
							+ ((change.after() != null) ? PlanLines.value(change.after()) : "absent");
			line("  " + PlanLines.value(change.path()) + values + (note.isEmpty() ? "" : " (" + note + ")"));
		}
	}

	private void list(String title, List<String> lines) {
		if (!lines.isEmpty()) {
			line(title);
			PlanLines.limited(lines).forEach((line) -> line("  " + line));
		}
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
