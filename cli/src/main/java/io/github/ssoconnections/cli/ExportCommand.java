// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.github.ssoconnections.declarative.ExportedConnections;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.file.SecretReferences;
import io.github.ssoconnections.handover.CleanText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes the present state of an account as a declaration.
 */
@Command(name = "export", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
		description = "Writes the present state of the account as a declaration, with references in place of"
				+ " secrets. A plan of it is empty.")
final class ExportCommand implements Callable<Integer> {

	private final Surroundings surroundings;

	@Mixin
	private AccountOptions account = new AccountOptions();

	@Option(names = "--file", paramLabel = "FILE",
			description = "The file to write, which only its owner can read; otherwise the standard output.")
	private @Nullable Path file;

	@Option(names = "--overwrite", description = "Replace the file if it exists.")
	private boolean overwrite;

	@Option(names = "--secret-prefix", paramLabel = "PREFIX", defaultValue = SecretReferences.DEFAULT_PREFIX,
			description = "The beginning of the names of references: ${DEFAULT-VALUE} by default.")
	private String prefix = SecretReferences.DEFAULT_PREFIX;

	ExportCommand(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public Integer call() {
		// Rejects a prefix that could not be read again
		UsageException.check(() -> SecretReferences.unresolved(this.prefix));
		this.account.account();
		if (this.file != null && !this.overwrite && Files.isRegularFile(this.file, LinkOption.NOFOLLOW_LINKS)) {
			throw new UsageException(
					CleanText.of(this.file.toString()) + " exists: name another file, or add --overwrite");
		}
		Progress progress = this.surroundings.progress();
		try (Session session = this.account.open(this.surroundings)) {
			progress.show("Reading the connections …");
			ExportedConnections exported = Objects
				.requireNonNull(this.account.find(session).export(this.prefix).block());
			progress.clear();
			String yaml = write(exported);
			if (this.file == null) {
				this.surroundings.result(yaml);
			}
			else {
				save(this.file, yaml, exported);
			}
			return ExitCode.DONE;
		}
	}

	private static String write(ExportedConnections exported) {
		try {
			return AccountOptions.FILES.write(exported);
		}
		catch (InvalidDeclarationException ex) {
			// It has data of the vendor only
			throw new CommandFailedException(String.valueOf(ex.getMessage()));
		}
	}

	private void save(Path target, String yaml, ExportedConnections exported) {
		String name = CleanText.of(target.toString());
		try {
			if (!AccountOptions.FILES.save(target, yaml, this.overwrite)) {
				this.surroundings.message("Warning: the file system of " + name
						+ " has no POSIX permissions. Check who can read the file");
			}
		}
		catch (IOException ex) {
			throw new CommandFailedException(name + " cannot be written: " + ex.getClass().getSimpleName());
		}
		this.surroundings.message("Wrote " + name + ": " + exported.connections().size() + " connections");
	}

}
