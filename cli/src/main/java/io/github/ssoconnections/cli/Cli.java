// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.handover.CleanText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Parses the command line and runs a command.
 */
@Command(name = "sso-connections-cli", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
		description = "Plans, applies and exports declared single sign-on connections at Clerk and Auth0.",
		synopsisSubcommandLabel = "COMMAND", usageHelpAutoWidth = true, exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:nothing to do, or done", "1:failed, nothing was changed",
				"2:the account differs from the declaration (plan, drift)", "3:applied in part",
				"64:invalid arguments, declaration or settings" },
		footer = { "", "Keys are read from environment variables or from the file of --env-file:",
				"CLERK_SECRET_KEY; AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.",
				"They are not accepted as arguments, which other users of the machine can see." })
final class Cli {

	private static final Pattern OWN_PROPERTY = Pattern.compile("(sso[-_.]?connections|sso_|clerk_|auth0_).*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OPTION = Pattern.compile("--?([A-Za-z0-9-]+\\.)*(?<field>[A-Za-z0-9_-]+)");

	private Cli() {
	}

	static int run(Surroundings surroundings, String... args) {
		String key = findKey(surroundings, args);
		if (key != null) {
			surroundings.message("Error: " + key + " is not accepted, as other users of the machine can see arguments."
					+ " Set an environment variable, or use --env-file");
			return ExitCode.USAGE;
		}
		CommandLine commandLine = new CommandLine(new Cli()).addSubcommand(new PlanCommand(surroundings))
			.addSubcommand(new ApplyCommand(surroundings))
			.addSubcommand(new DriftCommand(surroundings))
			.addSubcommand(new ExportCommand(surroundings))
			.setExpandAtFiles(false)
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
			.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
			.setParameterExceptionHandler(new Failures(surroundings))
			.setExecutionExceptionHandler(new Failures(surroundings));
		return commandLine.execute(args);
	}

	private static @Nullable String findKey(Surroundings surroundings, String... args) {
		for (String property : surroundings.systemProperties()) {
			if (OWN_PROPERTY.matcher(property).matches()) {
				return "the system property " + CleanText.of(property);
			}
		}
		for (String argument : args) {
			Matcher option = OPTION.matcher(argument);
			if (option.lookingAt() && SecretFields.isSecret(option.group("field"))) {
				return "the option " + option.group();
			}
		}
		return null;
	}

	/**
	 * The version of the jar.
	 */
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Cli.class.getPackage().getImplementationVersion();
			return new String[] { "sso-connections-cli " + ((version != null) ? version : "(development)") };
		}

	}

}
