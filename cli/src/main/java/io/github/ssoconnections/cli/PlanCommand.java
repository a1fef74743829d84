// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.concurrent.Callable;

import io.github.ssoconnections.declarative.Declaration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows what an apply would change.
 */
@Command(name = "plan", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
		description = "Shows what 'apply' would change, with exit code 2 if that is something. Writes nothing.")
final class PlanCommand implements Callable<Integer> {

	private final Surroundings surroundings;

	@Mixin
	private AccountOptions account = new AccountOptions();

	@Mixin
	private DeclarationOptions options = new DeclarationOptions();

	@Mixin
	private SelectionOptions selection = new SelectionOptions();

	@Option(names = "--fail-on-undeclared",
			description = "Exit with code 2 if the account has connections that are not declared, too.")
	private boolean failOnUndeclared;

	PlanCommand(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public Integer call() {
		Declaration declaration = this.options.read(this.account.account(),
				this.account.variables(this.surroundings.environment())::get);
		try (Session session = this.account.open(this.surroundings)) {
			return new Comparison(this.surroundings, this.account.find(session)).show(declaration,
					this.selection.toPlanOptions(this.options.makesFurtherCalls()), this.options.output(),
					this.failOnUndeclared);
		}
	}

}
