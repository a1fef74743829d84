// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page about the command line: it has every option and exit code, and no
 * other.
 */
class CommandLineDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");

	private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

	@Test
	void hasTheOptionsOfAllCommands() throws IOException {
		Set<String> options = new TreeSet<>(options(help("--help")));
		for (String command : new String[] { "plan", "apply", "drift", "export" }) {
			options.addAll(options(help(command, "--help")));
		}
		assertThat(options).hasSizeGreaterThan(10);
		assertThat(options(section("## Options"))).isEqualTo(options);
		assertThat(options(Files.readString(PAGE))).isEqualTo(options);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "apply", "drift", "export" })
	void namesTheCommandsOfEachOption(String command) throws IOException {
		Set<String> documented = new TreeSet<>();
		section("## Options").lines().filter((line) -> line.startsWith("| `--")).forEach((line) -> {
			String commands = line.split("(?<!\\\\)\\|")[2];
			if (commands.contains("all") || commands.contains(command)) {
				documented.addAll(options(line.split("\\|")[1]));
			}
		});
		assertThat(options(help(command, "--help"))).isEqualTo(documented);
	}

	@Test
	void hasTheExitCodes() throws IOException {
		assertThat(Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE)
			.matcher(section("## Exit codes"))
			.results()
			.map((row) -> Integer.valueOf(row.group(1))))
			.containsExactly(ExitCode.DONE, ExitCode.FAILED, ExitCode.CHANGES, ExitCode.PARTIAL, ExitCode.USAGE);
	}

	private static String section(String title) throws IOException {
		String page = Files.readString(PAGE);
		int start = page.indexOf("\n" + title + "\n");
		return page.substring(start, page.indexOf("\n## ", start + 1));
	}

	private static Set<String> options(String text) {
		Set<String> options = new TreeSet<>();
		OPTION.matcher(text).results().map(MatchResult::group).forEach(options::add);
		return options;
	}

	private static String help(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream output = new PrintStream(out, true);
		Cli.run(new Surroundings(output, output, Map.of(), Set.of(), new Terminal.ProcessTerminal(null),
				(environment) -> new FakeAccount()), arguments);
		return out.toString();
	}

}
