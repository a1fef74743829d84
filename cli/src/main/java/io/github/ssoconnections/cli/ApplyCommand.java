// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.ApplyOptions;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.StepOutcome;
import io.github.ssoconnections.handover.CleanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Plans, asks for a confirmation, and applies the plan.
 */
@Command(name = "apply", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
		description = "Plans, asks for a confirmation on a terminal, and applies the plan.")
final class ApplyCommand implements Callable<Integer> {

	private final Surroundings surroundings;

	@Mixin
	private AccountOptions account = new AccountOptions();

	@Mixin
	private DeclarationOptions options = new DeclarationOptions();

	@Mixin
	private SelectionOptions selection = new SelectionOptions();

	@Option(names = "--yes", description = "Apply without a confirmation; required without a terminal.")
	private boolean yes;

	@Option(names = "--remove-domains", arity = "1..*", paramLabel = "DOMAIN",
			description = "With --yes: the verified domains of organizations that activations may remove.")
	private Set<String> removedDomains = new LinkedHashSet<>();

	ApplyCommand(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public Integer call() {
		if (!this.yes && !this.surroundings.terminal().isInteractive()) {
			throw new UsageException("There is no terminal to confirm the plan at: add --yes to apply without one");
		}
		Declaration declaration = this.options.read(this.account.account(),
				this.account.variables(this.surroundings.environment())::get);
		try (Session session = this.account.open(this.surroundings)) {
			Reconciliation reconciliation = this.account.find(session);
			if (!reconciliation.hasSharedLock()) {
				this.surroundings.message("Note: there is no lock that other processes share."
						+ " Make sure that nothing else applies to " + reconciliation.account() + " meanwhile");
			}
			ConnectionPlan plan = new Comparison(this.surroundings, reconciliation).plan(declaration,
					this.selection.toPlanOptions(this.options.makesFurtherCalls()));
			return apply(reconciliation, plan);
		}
	}

	private int apply(Reconciliation reconciliation, ConnectionPlan plan) {
		OutputFormat format = this.options.output();
		if (format != OutputFormat.json) {
			this.surroundings.result(Results.plan(plan, format));
		}
		else if (!this.yes) {
			this.surroundings.message(plan.toText());
		}
		if (plan.changes().isEmpty()) {
			if (format == OutputFormat.json) {
				this.surroundings.result(Results.steps(plan, List.of(), format));
			}
			return plan.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
		}
		if (this.yes) {
			checkRemovedDomains(plan);
		}
		else if (!this.surroundings.terminal()
			.confirm("Apply these changes to " + plan.account() + " at " + CleanText.of(plan.apiHost())
					+ "? Only yes applies them: ")) {
			throw new CommandFailedException("Not confirmed. Nothing was written");
		}
		ApplyRun run = new ApplyRun(plan, this.surroundings);
		List<AppliedStep> steps = run.run(reconciliation.apply(plan,
				ApplyOptions.DEFAULT.withHolder("sso-connections-cli, process " + ProcessHandle.current().pid())));
		this.surroundings.result(Results.steps(plan, steps, format));
		run.finish();
		return exitCode(plan, steps);
	}

	private void checkRemovedDomains(ConnectionPlan plan) {
		Set<String> confirmed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		confirmed.addAll(this.removedDomains);
		List<String> others = plan.changes()
			.stream()
			.flatMap((planned) -> planned.removedDomains().stream())
			.filter((domain) -> !confirmed.contains(domain))
			.distinct()
			.toList();
		if (!others.isEmpty()) {
			throw new CommandFailedException("Nothing was written: an activation removes verified domains of an"
					+ " organization that --remove-domains does not name: " + String.join(", ", others));
		}
	}

	private static int exitCode(ConnectionPlan plan, List<AppliedStep> steps) {
		long done = steps.stream().filter((step) -> step.outcome() == StepOutcome.DONE).count();
		if (done == plan.changes().size() && plan.problems().isEmpty()) {
			return ExitCode.DONE;
		}
		boolean written = done > 0 || steps.stream().anyMatch((step) -> step.outcome() == StepOutcome.FAILED);
		return written ? ExitCode.PARTIAL : ExitCode.FAILED;
	}

}
