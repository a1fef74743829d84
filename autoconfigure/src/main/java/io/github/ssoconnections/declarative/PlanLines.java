// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.handover.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a plan, in any format.
 */
final class PlanLines {

	private static final int MAX_VALUE = 200;

	private static final int MAX_LINES = 100;

	private PlanLines() {
	}

	static String summary(ConnectionPlan plan) {
		if (plan.isEmpty()) {
			return "No difference: " + count(plan.connections().size(), "declared connection") + ".";
		}
		return plan.count(PlanAction.CREATE) + " to create, " + plan.count(PlanAction.UPDATE) + " to change, "
				+ plan.count(PlanAction.DELETE) + " to delete, " + count(plan.problems().size(), "problem") + ".";
	}

	static String count(int number, String noun) {
		return number + " " + noun + ((number != 1) ? "s" : "");
	}

	static String title(PlannedConnection planned) {
		return verb(planned.action()) + " " + CleanText.of(planned.name())
				+ ((planned.current() != null) ? " (" + CleanText.of(planned.current().id()) + ")" : "");
	}

	private static String verb(PlanAction action) {
		return switch (action) {
			case NONE -> "Keep";
			case CREATE -> "Create";
			case UPDATE -> "Change";
			case DELETE -> "Delete";
		};
	}

	static List<String> warnings(PlannedConnection planned) {
		List<String> warnings = new ArrayList<>();
		if (planned.question() != null) {
			warnings.add("Not applied. " + planned.question());
		}
		warnings.addAll(planned.warnings());
		if (!planned.removedDomains().isEmpty()) {
			warnings.add("The activation removes verified domains of the organization: "
					+ String.join(", ", planned.removedDomains()) + ".");
		}
		return warnings.stream().map(CleanText::of).toList();
	}

	static String value(@Nullable Object value) {
		String text = CleanText.of((value instanceof Collection<?> || value instanceof Map<?, ?>) ? value.toString()
				: String.valueOf(value));
		return (text.codePointCount(0, text.length()) > MAX_VALUE)
				? text.substring(0, text.offsetByCodePoints(0, MAX_VALUE)) + "…" : text;
	}

	static String note(FieldChange change) {
		return switch (change.source()) {
			case LIST -> "";
			case FURTHER_CALL -> "by a further call";
			case WRITE_ONLY -> "sent, not compared";
		};
	}

	/**
	 * Limit a list, as a comment on a pull request is limited.
	 * @param lines the lines
	 * @return the first 100, and the number of the others
	 */
	static List<String> limited(List<String> lines) {
		if (lines.size() <= MAX_LINES) {
			return lines;
		}
		List<String> first = new ArrayList<>(lines.subList(0, MAX_LINES));
		first.add("and " + (lines.size() - MAX_LINES) + " more");
		return first;
	}

	static String title(PlanProblem problem) {
		return CleanText.of(((problem.origin() != null) ? problem.origin() + ", " : "") + problem.name());
	}

}
