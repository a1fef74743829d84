// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.nio.file.Path;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.file.SecretReferences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of a command that reads a declaration.
 */
final class DeclarationOptions {

	@Option(names = "--file", required = true, paramLabel = "FILE", description = "The declared connections, as YAML.")
	private @Nullable Path file;

	@Option(names = "--secret-prefix", paramLabel = "PREFIX", defaultValue = SecretReferences.DEFAULT_PREFIX,
			description = "The beginning of the names of secrets in the file: ${DEFAULT-VALUE} by default.")
	private String prefix = SecretReferences.DEFAULT_PREFIX;

	@Option(names = "--no-further-calls",
			description = "Do not compare fields that take a request for each connection.")
	private boolean noFurtherCalls;

	@Option(names = "--output", paramLabel = "FORMAT", defaultValue = "text",
			description = "The format of the result: ${COMPLETION-CANDIDATES}.")
	private OutputFormat output = OutputFormat.text;

	Declaration read(Account account, SecretReferences.Lookup lookup) {
		Path file = this.file;
		if (file == null) {
			throw new UsageException("--file is missing");
		}
		Declaration declaration = UsageException
			.check(() -> AccountOptions.FILES.read(file, SecretReferences.of(this.prefix, lookup)));
		if (!declaration.vendor().equals(account.vendor())) {
			throw new UsageException(file.getFileName() + " declares connections at " + declaration.vendor()
					+ ", and the account is " + account);
		}
		return declaration;
	}

	boolean makesFurtherCalls() {
		return !this.noFurtherCalls;
	}

	OutputFormat output() {
		return this.output;
	}

}
