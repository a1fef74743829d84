// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.List;
import java.util.regex.Pattern;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.declarative.AccountLockedException;
import io.github.ssoconnections.declarative.ChangedSincePlanException;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.handover.CleanText;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reports failures on the standard error output. No message contains an argument other
 * than the name of an option, as it may be a key.
 */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

	private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z0-9.-]{0,60}");

	private final Surroundings surroundings;

	Failures(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public int handleParseException(CommandLine.ParameterException failure, String[] args) {
		this.surroundings.message("Error: " + describe(failure));
		this.surroundings.message("See '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
		return ExitCode.USAGE;
	}

	private static String describe(CommandLine.ParameterException failure) {
		if (failure instanceof CommandLine.MissingParameterException) {
			// Names options only
			return CleanText.of(String.valueOf(failure.getMessage()));
		}
		if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
			return describe(unmatched.getUnmatched());
		}
		ArgSpec argument = failure.getArgSpec();
		if (argument instanceof OptionSpec option) {
			return "invalid value for the option " + option.longestName();
		}
		return failure.getCommandLine().getSubcommands().isEmpty() ? "invalid arguments"
				: "a command is missing: plan, apply, drift or export";
	}

	private static String describe(List<String> unmatched) {
		for (String argument : unmatched) {
			String name = argument.split("=", 2)[0];
			if (OPTION.matcher(name).matches()) {
				return "there is no option " + name
						+ ". Settings and keys are read from environment variables, or from --env-file";
			}
		}
		return "there is an argument that is no option and no command";
	}

	@Override
	public int handleExecutionException(Exception failure, CommandLine commandLine,
			CommandLine.ParseResult parseResult) {
		this.surroundings.progress().clear();
		if (failure instanceof UsageException || failure instanceof InvalidDeclarationException) {
			return report(failure, ExitCode.USAGE);
		}
		if (failure instanceof SsoApiException || failure instanceof InvalidArgumentException
				|| failure instanceof AccountLockedException || failure instanceof ChangedSincePlanException
				|| failure instanceof CommandFailedException) {
			return report(failure, ExitCode.FAILED);
		}
		// Its message can contain anything
		this.surroundings.message("Error: unexpected " + failure.getClass().getName());
		return ExitCode.FAILED;
	}

	private int report(Exception failure, int exitCode) {
		this.surroundings.message("Error: " + CleanText.of(String.valueOf(failure.getMessage())));
		return exitCode;
	}

}
