// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.ssoconnections.declarative.PlanOptions;
import picocli.CommandLine.Option;

/**
 * Options of a plan that name connections.
 */
final class SelectionOptions {

	@Option(names = "--delete", arity = "1..*", paramLabel = "NAME",
			description = "Delete these connections, which must not be declared. Names or ids.")
	private Set<String> deleted = new LinkedHashSet<>();

	@Option(names = "--create", arity = "1..*", paramLabel = "NAME",
			description = "Create these connections although the plan asks whether they exist under another name.")
	private Set<String> created = new LinkedHashSet<>();

	@Option(names = "--send-secrets", arity = "1..*", paramLabel = "NAME",
			description = "Send the declared secrets of these connections, which cannot be compared.")
	private Set<String> sentSecrets = new LinkedHashSet<>();

	PlanOptions toPlanOptions(boolean furtherCalls) {
		return new PlanOptions(furtherCalls, this.deleted, this.created, this.sentSecrets);
	}

}
