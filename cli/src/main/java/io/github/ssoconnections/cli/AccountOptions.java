// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.declarative.file.DeclarationFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of every command: the account, and where its keys come from.
 */
final class AccountOptions {

	private static final Set<String> VENDORS = Set.of("clerk", "auth0");

	static final DeclarationFile FILES = DeclarationFile.forVendors(VENDORS);

	@Option(names = "--account", required = true, paramLabel = "VENDOR[:NAME]",
			description = "The account: clerk, auth0, or a configured name such as clerk:eu.")
	private String account = "";

	@Option(names = "--env-file", paramLabel = "FILE",
			description = "A file with NAME=value lines, read like environment variables, which it takes precedence"
					+ " over. Only its owner may read it.")
	private @Nullable Path environmentFile;

	private @Nullable Map<String, String> variables;

	Account account() {
		String[] parts = this.account.split(":", 2);
		String name = (parts.length > 1) ? parts[1] : Account.DEFAULT;
		if (!VENDORS.contains(parts[0]) || !Account.isName(name)) {
			throw new UsageException("--account must be clerk or auth0, or one of them with the name of an account,"
					+ " such as clerk:eu");
		}
		return new Account(parts[0], name);
	}

	/**
	 * Return the environment variables.
	 * @param environment the variables of the process
	 * @return these and those of the file
	 */
	Map<String, String> variables(Map<String, String> environment) {
		if (this.variables == null) {
			Map<String, String> all = new HashMap<>(environment);
			if (this.environmentFile != null) {
				all.putAll(new EnvironmentFile(this.environmentFile).read());
			}
			this.variables = all;
		}
		return this.variables;
	}

	Session open(Surroundings surroundings) {
		return surroundings.sessions().open(variables(surroundings.environment()));
	}

	Reconciliation find(Session session) {
		Reconciliations reconciliations = session.reconciliations();
		List<Account> accounts = reconciliations.accounts();
		Account wanted = account();
		if (accounts.contains(wanted)) {
			return reconciliations.get(wanted);
		}
		throw new UsageException("The account " + wanted + " has no credentials. "
				+ (accounts.isEmpty() ? "No account has" : "These have: " + accounts)
				+ ". Set CLERK_SECRET_KEY, or AUTH0_DOMAIN with AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET; those of a"
				+ " named account are below " + wanted.propertyPrefix() + ", as environment variables");
	}

}
