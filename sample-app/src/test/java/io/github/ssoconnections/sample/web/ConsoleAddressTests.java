// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.github.ssoconnections.sample.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class ConsoleAddressTests {

	@Test
	void isTheLastLineOfTheStart(CapturedOutput output) {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=")) {
			assertThat(output.getOut().lines().reduce((line, next) -> next).orElseThrow())
				.endsWith("Open http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
						+ "/ (clerk: sandbox, auth0: sandbox)");
		}
	}

	@Test
	void saysHowToChooseAnotherPortWhenItIsTaken(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatException()
				.isThrownBy(
						() -> Console.start("--server.port=" + taken.getLocalPort(), "--sso-connections.clerk.api-key=")
							.close())
				.havingCause()
				.isInstanceOf(PortInUseException.class);
			assertThat(output)
				.contains("The console cannot start: port " + taken.getLocalPort() + " is already in use.")
				.contains("-Dspring-boot.run.arguments=--server.port=8081");
		}
	}

}
