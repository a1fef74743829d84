// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.testing.ServerCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for TLS with a certificate that only an SSL bundle makes trusted, such as that of
 * a company's own proxy.
 */
class ClerkSslTests {

	private static final AtomicInteger requests = new AtomicInteger();

	@TempDir
	static Path directory;

	private static HttpsServer server;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withPropertyValues(ClerkContexts.KEY,
				ClerkContexts.baseUrl("https://localhost:" + server.getAddress().getPort() + "/v1"),
				"spring.ssl.bundle.pem.company.truststore.certificate=" + directory.resolve("server.pem").toUri());

	@BeforeAll
	static void start() throws Exception {
		ServerCertificate certificate = ServerCertificate.of("localhost");
		Files.writeString(directory.resolve("server.pem"), certificate.pem());
		server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(certificate.sslContext()));
		server.createContext("/v1/", (exchange) -> {
			requests.incrementAndGet();
			byte[] body = "{\"id\":\"ent_1\"}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	@BeforeEach
	void reset() {
		requests.set(0);
	}

	@Test
	void callsWhenBundleTrustsServer() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.ssl.bundle=company")
			.run((context) -> assertThat(create(context).id()).isEqualTo("ent_1"));
	}

	@Test
	void callsWhenBundleOfAllClientsTrustsServer() {
		this.contextRunner.withPropertyValues("spring.http.clients.ssl.bundle=company")
			.run((context) -> assertThat(create(context).id()).isEqualTo("ent_1"));
	}

	@Test
	void failsWithoutSendingAnythingWhenServerIsNotTrusted() {
		this.contextRunner.run((context) -> {
			// Not OutcomeUnknown, which a create would be after it had been sent
			assertThatExceptionOfType(SsoApiException.Unavailable.class).isThrownBy(() -> create(context))
				.withMessageContaining("unable to find valid certification path");
			assertThat(requests).hasValue(0);
		});
	}

	private static EnterpriseConnection create(ApplicationContext context) {
		return context.getBean(EnterpriseConnectionService.class)
			.create(new NewEnterpriseConnection().name("Acme"))
			.block(Duration.ofSeconds(20));
	}

}
