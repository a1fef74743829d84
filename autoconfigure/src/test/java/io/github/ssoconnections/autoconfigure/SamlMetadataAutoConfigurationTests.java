// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.metadata.ForbiddenAddressException;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.TestIdp;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class SamlMetadataAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String PREFIX = "sso-connections.certificates.metadata.";

	@TempDir
	static Path directory;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(AutoConfigurations.of(SamlMetadataAutoConfiguration.class))
		.withPropertyValues(
				"spring.ssl.bundle.pem.idps.truststore.certificate=" + directory.resolve("idp.pem").toUri());

	@BeforeAll
	static void writeCertificate() throws Exception {
		Files.writeString(directory.resolve("idp.pem"), TestIdp.CERTIFICATE.pem());
	}

	@Test
	void configuresClientWithoutAccount() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(SamlMetadataClient.class);
			assertThat(context).doesNotHaveBean(HttpTransport.class);
		});
	}

	@Test
	void backsOffWhenThereIsAClient() {
		SamlMetadataClient own = mock(SamlMetadataClient.class);
		this.contextRunner.withBean(SamlMetadataClient.class, () -> own)
			.run((context) -> assertThat(context.getBean(SamlMetadataClient.class)).isSameAs(own));
	}

	@Test
	void configuresNothingWhenWebClientIsMissing() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).doesNotHaveBean(SamlMetadataClient.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "allowed-hosts=idp.corp,localhost", "allowed-addresses=10.0.0.0/8,127.0.0.0/8,::1" })
	void fetchesFromWhatIsAllowed(String property) {
		try (RawServer idp = TestIdp.start()) {
			this.contextRunner.withPropertyValues(PREFIX + property, PREFIX + "ssl.bundle=idps")
				.run((context) -> fetch(context.getBean(SamlMetadataClient.class), idp));
			assertThat(idp.requests()).hasSize(1);
			this.contextRunner.run((context) -> assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> fetch(context.getBean(SamlMetadataClient.class), idp)));
			assertThat(idp.connections()).isEqualTo(1);
		}
	}

	@Test
	void streamsFromFederationsThatAreNamed() {
		String document = TestIdp.METADATA + "<!--" + "x".repeat(1000 * 1000) + "-->" + " ".repeat(100 * 1000);
		try (RawServer idp = TestIdp.publishing(document)) {
			String url = TestIdp.url("localhost", idp, "/metadata");
			this.contextRunner
				.withPropertyValues(PREFIX + "allowed-hosts=localhost", PREFIX + "ssl.bundle=idps",
						PREFIX + "federation.urls=" + url, PREFIX + "federation.timeout=1m")
				.run((context) -> assertThat(context.getBean(SamlMetadataClient.class)
					.fetch(url, TestIdp.ENTITY_ID)
					.block(PATIENCE)
					.signingCertificates()).hasSize(1));
		}
		for (String property : List.of("federation.urls=http://idp.example.com/", "federation.timeout=0s")) {
			this.contextRunner.withPropertyValues(PREFIX + property).run((context) -> assertThat(context).hasFailed());
		}
	}

	@Test
	void continuesAfterAPauseThatEndsTheEventLoops() {
		try (RawServer idp = TestIdp.start()) {
			this.contextRunner
				.withPropertyValues(PREFIX + "allowed-addresses=127.0.0.0/8,::1", PREFIX + "ssl.bundle=idps")
				.run((context) -> {
					SamlMetadataClient client = context.getBean(SamlMetadataClient.class);
					fetch(client, idp);
					HttpResources before = HttpResources.get();
					context.getSourceApplicationContext().stop();
					context.getSourceApplicationContext().start();
					assertThat(HttpResources.get()).isNotSameAs(before);
					fetch(client, idp);
				});
		}
	}

	@Test
	void sendsNothingThatTheApplicationSendsByItself() {
		try (RawServer idp = TestIdp.start()) {
			this.contextRunner.withUserConfiguration(Application.class)
				.withPropertyValues(PREFIX + "allowed-hosts=localhost", PREFIX + "ssl.bundle=idps")
				.run((context) -> fetch(context.getBean(SamlMetadataClient.class), idp));
			assertThat(idp.requests()).singleElement()
				.asString()
				.satisfies((head) -> assertThat(
						head.strip().lines().skip(1).map((line) -> line.toLowerCase(Locale.ROOT).replaceAll(":.*", "")))
					.containsExactlyInAnyOrder("host", "user-agent", "accept"));
		}
	}

	@Test
	void usesReactorNettyWhateverTheApplicationUses() {
		try (RawServer idp = TestIdp.start()) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.reactive.connector=jdk", PREFIX + "allowed-hosts=localhost",
						PREFIX + "ssl.bundle=idps")
				.run((context) -> fetch(context.getBean(SamlMetadataClient.class), idp));
		}
	}

	@Test
	void observesFetches() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.contextRunner.withBean(ObservationRegistry.class, () -> registry)
			.run((context) -> context.getBean(SamlMetadataClient.class)
				.fetch("https://127.0.0.1/")
				.onErrorComplete()
				.block(PATIENCE));
		TestObservationRegistryAssert.assertThat(registry)
			.hasNumberOfObservationsEqualTo(1)
			.hasSingleObservationThat()
			.hasNameEqualTo("sso.connections.operation")
			.hasLowCardinalityKeyValue("vendor", "idp")
			.hasLowCardinalityKeyValue("operation", "metadata.fetch")
			.hasLowCardinalityKeyValue("outcome", "failure");
	}

	@Test
	void usesTimeout() {
		try (RawServer idp = RawServer.playing(TestIdp.CERTIFICATE, RawServer.Connection::awaitHangUp)) {
			this.contextRunner
				.withPropertyValues(PREFIX + "allowed-hosts=localhost", PREFIX + "ssl.bundle=idps",
						PREFIX + "timeout=400ms")
				.run((context) -> assertThat(context.getBean(SamlMetadataClient.class)
					.fetch(TestIdp.url("localhost", idp, "/"))
					.thenReturn("")
					.onErrorResume((failure) -> Mono.just(failure.getMessage()))
					.block(PATIENCE)).isEqualTo("idp metadata.fetch: no complete response within 400 ms"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			allowed-addresses | 10/8                | '10/8' is neither an IP address nor an address range
			allowed-addresses | 10.0.0.0/8,idp.corp | 'idp.corp' is neither an IP address nor an address range
			allowed-hosts     | 10.0.0.1            | '10.0.0.1' is not the name of a host
			allowed-hosts     | *.corp              | '*.corp' is not the name of a host
			timeout           | 0s                  | must be between 1ms and 1d
			ssl.bundle        | unknown             | there is no SSL bundle of that name
			""")
	void failsToStartWhenAPropertyCannotBeUsed(String property, String value, String reason) {
		this.contextRunner.withPropertyValues(PREFIX + property + "=" + value)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
	}

	private static void fetch(SamlMetadataClient client, RawServer idp) {
		assertThat(client.fetch(TestIdp.url("localhost", idp, "/"))
			.contextWrite(CallOptions.timeout(PATIENCE))
			.block(PATIENCE)
			.entityId()).isEqualTo(TestIdp.ENTITY_ID);
	}

	/**
	 * Gives its own clients credentials in every way that there is.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		WebClientCustomizer credentials() {
			return (builder) -> builder.defaultHeader("Authorization", "Bearer application")
				.defaultCookie("session", "application")
				.filter((request, next) -> {
					throw new AssertionError("A filter of the application's");
				});
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> more() {
			return (builder) -> builder.withHttpClientCustomizer(
					(client) -> client.headers((headers) -> headers.add("Proxy-Authorization", "application")));
		}

	}

}
