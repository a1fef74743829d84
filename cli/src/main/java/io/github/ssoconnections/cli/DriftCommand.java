// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.PlanOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Compares an account with its declaration, without the values of secrets.
 */
@Command(name = "drift", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
		description = "Compares the account with the declaration, with exit code 2 if they differ."
				+ " Needs no value of a secret, and writes nothing.")
final class DriftCommand implements Callable<Integer> {

	/** In place of each secret: secrets are not compared. */
	private static final String NOT_RESOLVED = "not-resolved";

	private final Surroundings surroundings;

	@Mixin
	private AccountOptions account = new AccountOptions();

	@Mixin
	private DeclarationOptions options = new DeclarationOptions();

	@Option(names = "--fail-on-undeclared",
			description = "Exit with code 2 if the account has connections that are not declared, too.")
	private boolean failOnUndeclared;

	DriftCommand(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public Integer call() {
		Declaration declaration = this.options.read(this.account.account(), (name) -> NOT_RESOLVED);
		PlanOptions plan = new PlanOptions(this.options.makesFurtherCalls(), Set.of(), Set.of(), Set.of());
		try (Session session = this.account.open(this.surroundings)) {
			return new Comparison(this.surroundings, this.account.find(session)).show(declaration, plan,
					this.options.output(), this.failOnUndeclared);
		}
	}

}
