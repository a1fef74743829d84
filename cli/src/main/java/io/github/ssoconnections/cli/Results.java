// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.StepOutcome;
import io.github.ssoconnections.handover.CleanText;
import io.github.ssoconnections.handover.MarkdownText;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans and applied steps in a format.
 */
final class Results {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Results() {
	}

	static String plan(ConnectionPlan plan, OutputFormat format) {
		return switch (format) {
			case text -> plan.toText();
			case markdown -> plan.toMarkdown();
			case json -> JSON.writeValueAsString(plan);
		};
	}

	/**
	 * Return the steps; as JSON, with the plan.
	 * @param plan the plan
	 * @param steps the steps
	 * @param format the format
	 * @return the text
	 */
	static String steps(ConnectionPlan plan, List<AppliedStep> steps, OutputFormat format) {
		return switch (format) {
			case text -> "\n" + String.join("\n", steps.stream().map(Results::line).toList());
			case markdown -> "\n### Applied\n\n"
					+ String.join("\n", steps.stream().map((step) -> "- " + MarkdownText.escape(line(step))).toList());
			case json -> {
				Map<String, Object> both = new LinkedHashMap<>();
				both.put("plan", plan);
				both.put("steps", steps);
				yield JSON.writeValueAsString(both);
			}
		};
	}

	private static String line(AppliedStep step) {
		String id = (step.connectionId() != null) ? " (" + step.connectionId() + ")" : "";
		String reason = (step.reason() != null) ? ": " + step.reason() : "";
		return CleanText.of(outcome(step.outcome()) + ": " + action(step) + " " + step.name() + id + reason);
	}

	private static String outcome(StepOutcome outcome) {
		return switch (outcome) {
			case DONE -> "Done";
			case REJECTED -> "Not applied";
			case FAILED -> "Failed";
			case NOT_RUN -> "Not begun";
		};
	}

	private static String action(AppliedStep step) {
		return switch (step.action()) {
			case NONE -> "keep";
			case CREATE -> "create";
			case UPDATE -> "change";
			case DELETE -> "delete";
		};
	}

}
