// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.testing.RawServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs {@link ProxyExamples}: a call connects to the proxy, which is given the name.
 */
class ProxyExamplesTests {

	@Test
	void connectsToTheProxy() {
		try (RawServer proxy = RawServer.responding(RawServer.respond(502, "text/plain", new byte[0]))) {
			new ApplicationContextRunner().withUserConfiguration(Application.class, ProxyExamples.CorporateProxy.class)
				.withBean(ProxyExamples.ProxySettings.class,
						() -> new ProxyExamples.ProxySettings("127.0.0.1", proxy.port()))
				.withPropertyValues("sso-connections.clerk.api-key=sk_test_proxy",
						"sso-connections.clerk.base-url=https://api.clerk.invalid/v1",
						"sso-connections.clerk.retry.max-attempts=1")
				.run((context) -> assertThatExceptionOfType(SsoApiException.Unavailable.class).isThrownBy(
						() -> context.getBean(EnterpriseConnectionService.class).list().block(Duration.ofSeconds(30))));
			assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT api.clerk.invalid:443 ");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
