// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import io.github.ssoconnections.testing.VendorUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the memory that endless responses take. Each runs a process with a small heap
 * and measures its live objects.
 */
@Timeout(300)
class BoundedMemoryTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int LIMIT = 16 * MEGABYTE;

	private static final int SLACK = 8 * MEGABYTE;

	/** 1 GiB of spaces, of which about 1 MiB goes over the wire. */
	private static final byte[] BOMB = bomb(1024);

	@TempDir
	private Path directory;

	@Test
	void keepsToLimitWhenOneResponseHasNoEnd() throws Exception {
		keepsToLimit(VendorUnderTest.CLERK, "chunked", 1, 1);
	}

	@Tag("soak")
	@ParameterizedTest
	@CsvSource({ "CLERK, sized, 3, 1", "AUTH0, sized, 8, 4", "AUTH0, chunked, 3, 1", "CLERK, chunked, 8, 4",
			"CLERK, bomb, 3, 1", "AUTH0, bomb, 8, 4" })
	void keepsToLimitWhenResponseHasNoEnd(VendorUnderTest vendor, String response, int calls, int parallel)
			throws Exception {
		keepsToLimit(vendor, response, calls, parallel);
	}

	private void keepsToLimit(VendorUnderTest vendor, String response, int calls, int parallel, String... properties)
			throws Exception {
		try (CountingServer server = CountingServer.playing(BoundedMemoryTests::play)) {
			List<String> output = fork(vendor, server, response, calls, parallel, 32 + parallel * 24, properties);
			assertThat(output).filteredOn((line) -> line.startsWith("outcome="))
				.hasSize(calls)
				.containsOnly("outcome=too large");
			assertThat(figure(output, "samples")).isPositive();
			assertThat(figure(output, "heap") + figure(output, "direct"))
				.isLessThanOrEqualTo((long) parallel * (LIMIT + SLACK));
			server.awaitAllClosed();
			assertThat(server.faults()).isEqualTo(calls);
		}
	}

	@Tag("soak")
	@ParameterizedTest
	@EnumSource
	void keepsToLimitWhenEveryChunkIsOneByte(VendorUnderTest vendor) throws Exception {
		try (CountingServer server = CountingServer.playing(BoundedMemoryTests::play)) {
			List<String> output = fork(vendor, server, "bytes", 4, 2, 64, vendor.property("max-response-size=512KB"));
			assertThat(output).filteredOn((line) -> line.startsWith("outcome="))
				.hasSize(4)
				.containsOnly("outcome=too large");
			assertThat(figure(output, "heap") + figure(output, "direct"))
				.isLessThanOrEqualTo(2L * (MEGABYTE / 2 + SLACK));
			server.awaitAllClosed();
			assertThat(server.faults()).isEqualTo(4);
		}
	}

	@Tag("soak")
	@ParameterizedTest
	@EnumSource
	void readsResponseWhenItIsJustWithinLimit(VendorUnderTest vendor) throws Exception {
		try (CountingServer server = CountingServer.playing(BoundedMemoryTests::play)) {
			assertThat(fork(vendor, server, "limit", 2, 1, 64)).filteredOn((line) -> line.startsWith("outcome="))
				.containsExactly("outcome=response", "outcome=response");
		}
	}

	private static void play(CountingServer.Link link) throws IOException {
		CountingServer.Request request = link.read();
		while (request != null) {
			String path = request.head().substring(0, request.head().indexOf(" HTTP"));
			switch (path.substring(path.lastIndexOf('/') + 1)) {
				case "sized" -> {
					link.write(head("Content-Length: " + 1024L * MEGABYTE));
					spaces(link, 1024 * 16, "", "");
				}
				case "chunked" -> {
					link.write(head("Transfer-Encoding: chunked"));
					spaces(link, Integer.MAX_VALUE, "10000\r\n", "\r\n");
				}
				case "bytes" -> bytes(link);
				case "bomb" -> bomb(link, request);
				case "limit" -> {
					link.write(head("Content-Length: " + LIMIT));
					link.write(CountingServer.CONNECTION + " ".repeat(LIMIT - CountingServer.CONNECTION.length()));
				}
				default -> link.respond();
			}
			request = link.read();
		}
	}

	private static String head(String header) {
		return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n";
	}

	// Ends with an IOException when the client closes the connection, which is what is
	// due
	private static void spaces(CountingServer.Link link, int blocks, String before, String after) throws IOException {
		byte[] block = (before + " ".repeat(0x10000) + after).getBytes(StandardCharsets.ISO_8859_1);
		try {
			for (int written = 0; written < blocks; written++) {
				link.write(block);
			}
		}
		catch (IOException ex) {
			link.fault();
			throw ex;
		}
	}

	private static void bytes(CountingServer.Link link) throws IOException {
		link.write(head("Transfer-Encoding: chunked"));
		byte[] block = "1\r\n \r\n".repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
		try {
			while (true) {
				link.write(block);
			}
		}
		catch (IOException ex) {
			link.fault();
			throw ex;
		}
	}

	private static void bomb(CountingServer.Link link, CountingServer.Request request) throws IOException {
		assertThat(request.head()).containsIgnoringCase("accept-encoding: gzip");
		try {
			// Announces more than it sends, so that only the client can end it
			link.write(head("Content-Encoding: gzip\r\nContent-Length: " + (BOMB.length + 1)));
			link.write(BOMB);
			link.awaitHangUp();
		}
		finally {
			link.fault();
		}
	}

	private static byte[] bomb(int megabytes) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] spaces = " ".repeat(MEGABYTE).getBytes(StandardCharsets.ISO_8859_1);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			for (int written = 0; written < megabytes; written++) {
				gzip.write(spaces);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	private List<String> fork(VendorUnderTest vendor, CountingServer server, String response, int calls, int parallel,
			int heapInMegabytes, String... properties) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-Xmx" + heapInMegabytes + "m", "-XX:MaxDirectMemorySize=" + (16 + 16 * parallel) + "m", "-cp",
						classPath(), MemoryProbe.class.getName(), vendor.name(), server.address(), response,
						String.valueOf(calls), String.valueOf(parallel)));
		Collections.addAll(command, properties);
		File output = this.directory.resolve("output").toFile();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
		try {
			assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("The process has ended").isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		String text = Files.readString(output.toPath());
		assertThat(process.exitValue()).as(text).isZero();
		return text.lines().toList();
	}

	private static String classPath() {
		// Where the surefire plugin puts the class path into a jar's manifest, here it is
		// whole
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	private static long figure(List<String> output, String name) {
		return output.stream()
			.filter((line) -> line.startsWith(name + "="))
			.map((line) -> Long.valueOf(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError(output.toString()));
	}

}
