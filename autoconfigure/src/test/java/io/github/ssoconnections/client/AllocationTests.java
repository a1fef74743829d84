// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a call allocates, with everything switched on, against a bare {@code WebClient}
 * with the same records. Counted in a JVM that only interprets: there, two runs give the
 * same number to the byte, on a busy machine too. What the transport allocates is not in
 * it, as it is the same for both.
 */
class AllocationTests {

	private static Map<String, Long> bytes;

	@BeforeAll
	static void count() throws IOException, InterruptedException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xint", "-classpath", classPath, AllocationCount.class.getName())
			.redirectErrorStream(true)
			.start();
		List<String> output;
		try (BufferedReader reader = process.inputReader()) {
			output = reader.lines().toList();
		}
		assertThat(process.waitFor()).as(String.join(File.separator, output)).isZero();
		bytes = output.stream()
			.filter((line) -> line.startsWith(AllocationCount.PREFIX))
			.map((line) -> line.substring(AllocationCount.PREFIX.length()).split(" "))
			.collect(Collectors.toMap((words) -> words[0], (words) -> Long.valueOf(words[1])));
	}

	@Test
	void callAllocatesLessThanWithWebClient() {
		assertThat(bytes.get("call")).as(bytes.toString())
			.isPositive()
			.isLessThan(bytes.get("webclient-call") * 80 / 100);
	}

	@Test
	void changeAllocatesLessThanWithWebClient() {
		assertThat(bytes.get("change")).as(bytes.toString())
			.isPositive()
			.isLessThan(bytes.get("webclient-change") * 88 / 100);
	}

	@Test
	void largePageAllocatesLessThanWithWebClient() {
		assertThat(bytes.get("page")).as(bytes.toString())
			.isPositive()
			.isLessThan(bytes.get("webclient-page") * 60 / 100);
	}

}
