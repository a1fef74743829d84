// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class Auth0SandboxTests {

	// tag::auth0-sandbox[]
	static final Sandbox sandbox = Sandbox.start();

	@Autowired
	Auth0ConnectionService connections;

	@DynamicPropertySource
	static void useSandbox(DynamicPropertyRegistry registry) {
		registry.add("sso-connections.auth0.base-url", sandbox.auth0()::baseUrl);
		registry.add("sso-connections.auth0.audience", sandbox.auth0()::audience);
		registry.add("sso-connections.auth0.client-id", sandbox.auth0()::clientId);
		registry.add("sso-connections.auth0.client-secret", sandbox.auth0()::clientSecret);
		registry.add("sso-connections.auth0.rate-limit.enabled", () -> false);
	}

	@AfterEach
	void resetSandbox() {
		sandbox.reset();
	}

	@AfterAll
	static void closeSandbox() {
		sandbox.close();
	}

	@Test
	void takesNameAgainOnlyWhenDeletionIsOver() {
		sandbox.auth0().deletionTakes(1);
		String id = create().block(Duration.ofSeconds(30)).id();
		this.connections.delete(id).block(Duration.ofSeconds(30));
		StepVerifier.create(create()).expectError(SsoApiException.Conflict.class).verify(Duration.ofSeconds(30));
		StepVerifier.create(create()).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(30));
	}
	// end::auth0-sandbox[]

	@Test
	void readsTheMetadataUrlAnewWhenItIsSentAgain() {
		String url = "https://idp.acme.com/metadata";
		sandbox.publishMetadata(url, metadata("first"));
		Auth0Connection created = this.connections
			.create(new NewAuth0Connection().name("acme")
				.strategy(ConnectionStrategy.SAMLP)
				.options(new SamlpOptions().set(SamlpOptions.METADATA_URL, url)))
			.block(Duration.ofSeconds(30));
		assertThat(subject(created)).isEqualTo("first");
		sandbox.publishMetadata(url, metadata("second"));
		Auth0Connection changed = this.connections
			.mergeOptions(created.id(), new SamlpOptions().set(SamlpOptions.METADATA_URL, url))
			.block(Duration.ofSeconds(30));
		assertThat(subject(changed)).isEqualTo("second");
	}

	private static String metadata(String subject) {
		Instant now = Instant.now();
		return TestMetadata.xml("https://idp.acme.com", "https://idp.acme.com/sso",
				TestCertificates.selfSigned(subject, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365))));
	}

	private static Object subject(Auth0Connection connection) {
		return ((Map<?, ?>) connection.options().get("subject")).get("commonName");
	}

	private Mono<Auth0Connection> create() {
		return this.connections.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
