// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console processed ahead of time, without a key, and then run.
 */
class AheadOfTimeTests {

	@TempDir
	Path directory;

	@Test
	void choosesTheAccountWhenItRunsAndNotWhenItIsBuilt() throws Exception {
		Path sources = this.directory.resolve("sources");
		Path resources = this.directory.resolve("resources");
		Path classes = this.directory.resolve("classes");
		SpringApplicationAotProcessor.main(new String[] { SampleApplication.class.getName(), sources.toString(),
				resources.toString(), classes.toString(), "io.github.ssoconnections", "sample-app" });
		compile(sources, classes);
		try (Sandbox other = Sandbox.start()) {
			List<String> output = run(classes, resources, other);
			assertThat(output).filteredOn((line) -> line.contains("Starting AOT-processed")).hasSize(2);
			assertThat(output).filteredOn((line) -> line.startsWith(AheadOfTimeRuns.MARK))
				.containsExactly(AheadOfTimeRuns.MARK + "sandbox with 8", AheadOfTimeRuns.MARK + "account with 0");
			assertThat(other.requests()).isNotEmpty();
		}
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		List<String> options = List.of("-d", classes.toString(), "-classpath",
				classes + File.pathSeparator + System.getProperty("java.class.path"), "-proc:none", "-nowarn");
		try (Stream<Path> files = Files.walk(sources);
				StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> units = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(
					compiler.getTask(output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(units))
						.call())
				.as(output.toString())
				.isTrue();
		}
	}

	private List<String> run(Path classes, Path resources, Sandbox other) throws Exception {
		String classPath = String.join(File.pathSeparator, classes.toString(), resources.toString(),
				System.getProperty("java.class.path"));
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-classpath", classPath,
				AheadOfTimeRuns.class.getName(), other.clerkBaseUrl())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readAllLines(output);
	}

}
