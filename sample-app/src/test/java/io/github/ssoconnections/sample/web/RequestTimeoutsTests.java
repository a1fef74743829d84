// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server closes connections whose request does not arrive.
 */
@TestPropertySource(properties = { "console.request-timeout=200ms", "server.netty.idle-timeout=200ms" })
class RequestTimeoutsTests extends AbstractConsoleTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "", "GET / HT", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ",
			"POST /api/saml/metadata HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nx" })
	void closesConnectionWhenRequestDoesNotArrive(String start) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			assertThat(response).doesNotContain(" 200 ");
		}
	}

}
