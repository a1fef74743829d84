// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import javax.naming.NamingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DnsTxtRecords} with a DNS server on the loopback interface.
 */
class DnsTxtRecordsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String HOST = "_auth0-challenge.acme.com";

	private static final int NO_ERROR = 0;

	private static final int REFUSED = 5;

	private static final int NO_SUCH_NAME = 3;

	private DatagramSocket socket;

	@BeforeEach
	void open() throws IOException {
		this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() {
		this.socket.close();
	}

	private CompletableFuture<String> respond(int code, String... texts) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				DatagramPacket packet = new DatagramPacket(new byte[512], 512);
				this.socket.receive(packet);
				byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
				byte[] response = response(request, code, texts);
				this.socket.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
				return new String(request, StandardCharsets.ISO_8859_1);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static byte[] response(byte[] request, int code, String... texts) {
		int end = 12;
		while (request[end] != 0) {
			end += request[end] + 1;
		}
		byte[] question = Arrays.copyOfRange(request, 12, end + 5);
		ByteArrayOutputStream response = new ByteArrayOutputStream();
		response.writeBytes(new byte[] { request[0], request[1], (byte) 0x85, (byte) (0x80 | code), 0, 1, 0,
				(byte) texts.length, 0, 0, 0, 0 });
		response.writeBytes(question);
		for (String text : texts) {
			byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
			response.writeBytes(new byte[] { (byte) 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte) (bytes.length + 1),
					(byte) bytes.length });
			response.writeBytes(bytes);
		}
		return response.toByteArray();
	}

	private Mono<List<String>> lookup() {
		return DnsTxtRecords.lookup(HOST, "dns://127.0.0.1:" + this.socket.getLocalPort());
	}

	@Test
	void returnsEachTextAsItIsInDns() {
		CompletableFuture<String> request = respond(NO_ERROR, "auth0-domain-verification=abc", "v=spf1 -all",
				"say \"hi\" \\ now");
		assertThat(lookup().block(TIMEOUT)).containsExactlyInAnyOrder("auth0-domain-verification=abc", "v=spf1 -all",
				"say \"hi\" \\ now");
		assertThat(request.join()).contains("\u0010_auth0-challenge\u0004acme\u0003com\0");
	}

	@Test
	void returnsNothingForAHostThatDoesNotExist() {
		respond(NO_SUCH_NAME);
		assertThat(lookup().block(TIMEOUT)).isEmpty();
	}

	@Test
	void returnsNothingForAHostWithoutRecord() {
		respond(NO_ERROR);
		assertThat(lookup().block(TIMEOUT)).isEmpty();
	}

	@Test
	void failsWhenTheServerFails() {
		respond(REFUSED);
		StepVerifier.create(lookup()).expectError(NamingException.class).verify(TIMEOUT);
	}

	@Test
	void failsAfterSevenSecondsWhateverTheNumberOfServers() {
		VirtualTimeScheduler timer = VirtualTimeScheduler.create();
		String silent = "dns://127.0.0.1:" + this.socket.getLocalPort();
		StepVerifier.create(DnsTxtRecords.lookup(HOST, silent + " " + silent, timer))
			.then(() -> timer.advanceTimeBy(Duration.ofSeconds(7)))
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(5));
		timer.dispose();
	}

}
