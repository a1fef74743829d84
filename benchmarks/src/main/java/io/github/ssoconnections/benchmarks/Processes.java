// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest application with each client, as a process and as a set of jars.
 */
final class Processes {

	private final Path applications;

	private final List<String> options;

	Processes(Path applications) {
		this(applications, List.of());
	}

	private Processes(Path applications, List<String> options) {
		this.applications = applications;
		this.options = options;
	}

	/**
	 * Return the same with options of the JVM for applications.
	 * @param options the options
	 * @return the processes
	 */
	Processes withOptions(String... options) {
		return new Processes(this.applications, List.of(options));
	}

	/**
	 * Start an application and wait for its end.
	 * @param name the name of the application
	 * @param arguments its arguments
	 * @return the milliseconds until it had started, its threads and the bytes on its
	 * heap then
	 */
	long[] start(String name, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(this.options);
		command.addAll(List.of("-classpath", classPath(name), "io.github.ssoconnections.benchmarks.app.StartUp",
				"--spring.main.banner-mode=off"));
		command.addAll(List.of(arguments));
		String[] words = run("started ", command).split(" ");
		return new long[] { Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]) };
	}

	/**
	 * Run a program in a JVM of its own.
	 * @param prefix how the line of its output starts that matters
	 * @param arguments the arguments of the JVM
	 * @return the rest of the line
	 */
	static String run(String prefix, List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		List<String> output = new ArrayList<>();
		try (BufferedReader reader = process.inputReader()) {
			reader.lines().forEach(output::add);
		}
		process.waitFor();
		return output.stream()
			.filter((line) -> line.startsWith(prefix))
			.map((line) -> line.substring(prefix.length()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(String.join("\n", output)));
	}

	/**
	 * Return the jars that an application has and the one with {@code WebClient} alone
	 * has not.
	 * @param name the name of the application
	 * @return the jars
	 */
	List<Path> jarsOver(String name) throws IOException {
		List<Path> jars = new ArrayList<>(jars(name));
		List<String> base = jars("webclient").stream().map((jar) -> jar.getFileName().toString()).toList();
		jars.removeIf((jar) -> base.contains(jar.getFileName().toString())
				|| jar.getFileName().toString().startsWith("sso-connections-benchmark"));
		return jars;
	}

	private List<Path> jars(String name) throws IOException {
		String classPath = Files.readString(this.applications.resolve(name).resolve("target/classpath.txt")).trim();
		return List.of(classPath.split(File.pathSeparator)).stream().map(Path::of).toList();
	}

	private String classPath(String name) throws IOException {
		return this.applications.resolve("webclient/target/classes") + File.pathSeparator
				+ String.join(File.pathSeparator, jars(name).stream().map(Path::toString).toList());
	}

	static double kilobytes(List<Path> jars) throws IOException {
		long bytes = 0;
		for (Path jar : jars) {
			bytes += Files.size(jar);
		}
		return bytes / 1024.0;
	}

}
