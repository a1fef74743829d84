// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the executable jar as a process, in a folder of the test's own, with the accounts
 * of a sandbox in its environment.
 */
final class CliProcess {

	static final String CLERK_KEY = "sk_test_CANARYclerk";

	private static final Path JAR = Path.of("target", "sso-connections-cli.jar").toAbsolutePath();

	private final Path folder;

	private final Map<String, String> environment;

	CliProcess(Path folder, Sandbox vendor) {
		this.folder = folder;
		this.environment = environment(vendor);
	}

	static Map<String, String> environment(Sandbox vendor) {
		Map<String, String> environment = new HashMap<>();
		environment.put("CLERK_SECRET_KEY", CLERK_KEY);
		environment.put("SSOCONNECTIONS_CLERK_BASEURL", vendor.clerkBaseUrl());
		environment.put("SSOCONNECTIONS_CLERK_RATELIMIT_ENABLED", "false");
		environment.put("AUTH0_CLIENT_ID", vendor.auth0().clientId());
		environment.put("AUTH0_CLIENT_SECRET", vendor.auth0().clientSecret());
		environment.put("AUTH0_AUDIENCE", vendor.auth0().audience());
		environment.put("SSOCONNECTIONS_AUTH0_BASEURL", vendor.auth0().baseUrl());
		environment.put("SSOCONNECTIONS_AUTH0_RATELIMIT_ENABLED", "false");
		return environment;
	}

	/**
	 * Return whether this process ignores a signal, and so those that it starts.
	 * @param signal {@code INT} or {@code TERM}
	 * @return whether it does, {@code false} where the system does not say so
	 */
	static boolean ignores(String signal) throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return false;
		}
		int number = signal.equals("INT") ? 2 : 15;
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("SigIgn:"))
			.anyMatch((line) -> new BigInteger(line.substring(7).strip(), 16).testBit(number - 1));
	}

	CliProcess with(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	CliProcess without(String name) {
		this.environment.remove(name);
		return this;
	}

	Result run(String... arguments) throws IOException, InterruptedException {
		return start(List.of(), arguments).await();
	}

	Running start(List<String> options, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
		command.addAll(options);
		command.addAll(List.of("-jar", JAR.toString()));
		command.addAll(List.of(arguments));
		Path out = Files.createTempFile(this.folder.getParent(), "out", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectInput(
					ProcessBuilder.Redirect.from(Files.createTempFile(this.folder.getParent(), "in", "").toFile()))
			.redirectOutput(out.toFile());
		builder.environment()
			.keySet()
			.removeIf((name) -> name.matches("(SSO|CLERK|AUTH0|SPRING|JAVA_TOOL|JDK_JAVA).*"));
		builder.environment().putAll(this.environment);
		return new Running(builder.start(), out);
	}

	/**
	 * A process that runs.
	 *
	 * @param process the process
	 * @param out the file with its output
	 */
	record Running(Process process, Path out) {

		Result await() throws IOException, InterruptedException {
			return await(new StringBuilder());
		}

		private Result await(StringBuilder err) throws IOException, InterruptedException {
			try (BufferedReader reader = this.process.errorReader(StandardCharsets.UTF_8)) {
				reader.lines().forEach((line) -> err.append(line).append('\n'));
				assertThat(this.process.waitFor(50, TimeUnit.SECONDS)).isTrue();
				return new Result(this.process.exitValue(), Files.readString(this.out), err.toString());
			}
			finally {
				this.process.destroyForcibly();
			}
		}

		/**
		 * Await a line on the standard error output, run an action, and await the end.
		 * @param part a part of the line
		 * @param action the action
		 * @return the result
		 */
		Result await(String part, Runnable action) throws IOException, InterruptedException {
			StringBuilder err = new StringBuilder();
			BufferedReader reader = this.process.errorReader(StandardCharsets.UTF_8);
			String line;
			do {
				line = reader.readLine();
				assertThat(line).as("'" + part + "' after: " + err).isNotNull();
				err.append(line).append('\n');
			}
			while (!line.contains(part));
			action.run();
			return await(err);
		}

	}

	/**
	 * What a process has left.
	 *
	 * @param exitCode the exit code
	 * @param out the standard output
	 * @param err the standard error output
	 */
	record Result(int exitCode, String out, String err) {

	}

}
