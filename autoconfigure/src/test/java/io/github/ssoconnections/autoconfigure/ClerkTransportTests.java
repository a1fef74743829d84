// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.testing.Wire;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientConfig;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the HTTP and JSON settings of the auto-configured services: those of the
 * application that apply, and those that do not.
 */
@Tag("blockhound")
@ExtendWith(OutputCaptureExtension.class)
class ClerkTransportTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String CONNECTION = "{\"id\":\"ent_1\",\"organization_id\":\"org_1\"}";

	@RegisterExtension
	static final Wire wire = new Wire();

	@RegisterExtension
	static final Wire elsewhere = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations());

	@Test
	void connectsWithOwnSettingsWhenNothingIsSet() {
		recordingClient().run((context) -> {
			assertThat(connectTimeout(context)).isEqualTo(2000);
			assertThat(client(context).followRedirectPredicate()).isNull();
		});
	}

	@Test
	void connectsWithSettingsOfAllClientsWhenOwnAreNotSet() {
		recordingClient().withPropertyValues("spring.http.clients.connect-timeout=3s")
			.run((context) -> assertThat(connectTimeout(context)).isEqualTo(3000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void connectsWithOwnSettingsWhenBothAreSet(String connector) {
		recordingClient()
			.withPropertyValues("spring.http.clients.connect-timeout=3s", "sso-connections.clerk.connect-timeout=4s",
					"spring.http.clients.redirects=follow", "spring.http.clients.reactive.connector=" + connector)
			.run((context) -> {
				assertThat(connectTimeout(context)).isEqualTo(4000);
				assertThat(client(context).followRedirectPredicate()).isNull();
			});
	}

	@Test
	void callsWithReactorNettyWhenApplicationHasAnotherConnector(CapturedOutput output) {
		withWire().withPropertyValues("spring.http.clients.reactive.connector=jdk").run(this::callsWithReactorNetty);
		assertThat(output).containsOnlyOnce("The vendors' APIs are called with Reactor Netty: the application's own "
				+ "JdkClientHttpConnectorBuilder is used by its other clients only");
	}

	@Test
	void callsWithReactorNettyWhenApplicationHasBuilderOfItsOwn(CapturedOutput output) {
		withWire().withUserConfiguration(OwnConnectorBuilder.class).run(this::callsWithReactorNetty);
		assertThat(output).containsOnlyOnce("The vendors' APIs are called with Reactor Netty");
	}

	@Test
	void callsWithApplicationsBuilderWhenItIsOfReactorNetty(CapturedOutput output) {
		withWire().withUserConfiguration(OwnReactorConnectorBuilder.class).run((context) -> {
			callsWithReactorNetty(context);
			assertThat(wire.theRequest().getHeader("X-Builder")).isEqualTo("own");
		});
		assertThat(output).doesNotContain("The vendors' APIs are called with");
	}

	@Test
	void callsWithReactorNettyWhenCustomizerSetsAnotherConnector() {
		withWire()
			.withBean(VendorWebClientCustomizer.class,
					() -> (vendor, builder) -> builder.clientConnector(new JdkClientHttpConnector()))
			.run(this::callsWithReactorNetty);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void runsOnLoopsOfApplicationWhateverItsConnector(String connector) {
		recordingClient().withConfiguration(AutoConfigurations.of(ReactiveHttpClientAutoConfiguration.class))
			.withBean(ReactorResourceFactory.class, () -> {
				ReactorResourceFactory resources = new ReactorResourceFactory();
				resources.setUseGlobalResources(false);
				return resources;
			})
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector)
			.run((context) -> assertThat(client(context).loopResources())
				.isSameAs(context.getBean(ReactorResourceFactory.class).getLoopResources()));
	}

	private void callsWithReactorNetty(ApplicationContext context) {
		wire.respondsWith(200, CONNECTION);
		assertThat(get(context).id()).isEqualTo("ent_1");
		assertThat(wire.theRequest().getHeader("User-Agent")).startsWith("ReactorNetty");
	}

	@Test
	void leavesSettingsOfOtherClientsAlone() {
		withWire()
			.withPropertyValues("spring.http.clients.connect-timeout=3s", "sso-connections.clerk.connect-timeout=4s",
					"spring.http.clients.redirects=follow")
			.run((context) -> {
				HttpClientSettings global = context.getBean(HttpClientSettings.class);
				assertThat(global.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
				assertThat(global.redirects()).isEqualTo(HttpRedirects.FOLLOW);
			});
	}

	@ParameterizedTest
	@CsvSource({ "spring.http.clients.read-timeout=123ms,sso-connections.clerk.page-size=1,123",
			"spring.http.clients.read-timeout=1h,sso-connections.clerk.response-timeout=124ms,124",
			"spring.http.clients.read-timeout=1h,sso-connections.clerk.call-timeout=125ms,\\d+" })
	void failsAfterTheTimeout(String global, String own, String millis) {
		wire.respondsWith(WireMock.aResponse().withFixedDelay(3000).withBody(CONNECTION));
		withWire().withPropertyValues(global, own).run((context) -> {
			Mono<EnterpriseConnection> call = service(context).create(new NewEnterpriseConnection().name("Acme"));
			// On a machine that is held up, the request is not even sent in that time
			assertThatExceptionOfType(SsoApiException.class).isThrownBy(() -> call.block(LONG))
				.withMessageMatching(".* within " + millis + " ms.*");
		});
	}

	@Test
	void waitsWhenReadTimeoutOfOtherClientsIsShorter() {
		wire.respondsWith(WireMock.aResponse().withFixedDelay(300).withBody(CONNECTION));
		withWire()
			.withPropertyValues("spring.http.clients.read-timeout=1ms", "sso-connections.clerk.response-timeout=20s")
			.run((context) -> assertThat(get(context).id()).isEqualTo("ent_1"));
	}

	@ParameterizedTest
	@CsvSource({ "reactor,302", "reactor,307", "reactor,308", "jdk,302" })
	void followsNoRedirectWhenAllClientsDo(String connector, int status) {
		elsewhere.respondsWith(200, CONNECTION);
		wire.respondsWith(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Location", elsewhere.baseUrl() + "/enterprise_connections/ent_1"));
		withWire()
			.withPropertyValues("spring.http.clients.redirects=follow",
					"spring.http.clients.reactive.connector=" + connector)
			.run((context) -> {
				assertThatExceptionOfType(SsoApiException.MalformedResponse.class).isThrownBy(() -> get(context))
					.withMessageContaining("redirects are not followed");
				assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
					.isThrownBy(() -> service(context).create(new NewEnterpriseConnection()).block(LONG));
			});
		assertThat(elsewhere.requests()).isEmpty();
		assertThat(wire.requests()).hasSize(2);
	}

	@Test
	void keepsNoCookieWhenAllClientsDo() {
		wire.respondsWith(
				WireMock.okForContentType("application/json", CONNECTION).withHeader("Set-Cookie", "a=b; Path=/"));
		withWire()
			.withPropertyValues("spring.http.clients.cookie-handling=enable",
					"spring.http.clients.reactive.connector=jdk")
			.run((context) -> {
				get(context);
				get(context);
				assertThat(wire.requests()).hasSize(2).noneMatch((request) -> request.containsHeader("Cookie"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jackson.default-property-inclusion=non_null",
			"spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
			"spring.jackson.serialization.indent-output=true",
			"spring.jackson.deserialization.fail-on-unknown-properties=true",
			"spring.jackson.json.write.write-numbers-as-strings=true" })
	void sendsAndReadsTheSameWhenApplicationSetsJsonUp(String property) {
		wire.respondsWith(200, "{\"id\":\"ent_1\",\"organization_id\":\"org_1\",\"new_field\":1}");
		withWire().withPropertyValues(property).run((context) -> {
			EnterpriseConnection changed = service(context)
				.update("ent_1", new EnterpriseConnectionPatch().name("Acme").organizationId(null).set("new_field", 1))
				.block(LONG);
			wire.received("PATCH", "/enterprise_connections/ent_1",
					"{\"name\":\"Acme\",\"organization_id\":null,\"new_field\":1}");
			assertThat(changed.organizationId()).isEqualTo("org_1");
			assertThat(changed.unknownFields()).containsEntry("new_field", 1);
		});
	}

	@Test
	void readsResponseWhenApplicationLimitsItsCodecs() {
		wire.respondsWith(200, CONNECTION);
		withWire().withPropertyValues("spring.http.codecs.max-in-memory-size=4B")
			.run((context) -> assertThat(get(context).organizationId()).isEqualTo("org_1"));
	}

	@Test
	void rejectsResponseOverOwnLimit() {
		wire.respondsWith(200, CONNECTION);
		withWire()
			.withPropertyValues("spring.http.codecs.max-in-memory-size=10MB",
					"sso-connections.clerk.max-response-size=4B")
			.run((context) -> assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
				.isThrownBy(() -> get(context)));
	}

	@Test
	void requestsPagesWhenPageSizeIsSet() {
		wire.respondsWith(200, "{\"data\":[],\"total_count\":0}");
		withWire()
			.withPropertyValues("sso-connections.clerk.page-size=7", "sso-connections.clerk.api-version=2031-01-01")
			.run((context) -> {
				assertThat(service(context).listAll().collectList().block(LONG)).isEmpty();
				assertThat(wire.theRequest().getUrl()).isEqualTo("/v1/enterprise_connections?limit=7&offset=0");
				assertThat(wire.theRequest().getHeader("Clerk-API-Version")).isEqualTo("2031-01-01");
			});
	}

	@Test
	void customizesInOrderWhenThereAreCustomizers() {
		wire.respondsWith(200, CONNECTION);
		withWire().withUserConfiguration(Customizers.class).run((context) -> {
			get(context);
			assertThat(wire.theRequest().getHeader("X-Trail")).isEqualTo("application,first,second");
		});
	}

	@Test
	void createsNoSharedConnector() {
		wire.respondsWith(200, CONNECTION);
		withWire().withUserConfiguration(Customizers.class).run((context) -> {
			get(context);
			assertThat(wire.theRequest().getHeader("X-Trail")).isEqualTo("application,first,second");
			assertThat(context.getBeanFactory().containsSingleton("clientHttpConnector")).isFalse();
			context.getBean(WebClient.Builder.class);
			assertThat(context.getBeanFactory().containsSingleton("clientHttpConnector")).isTrue();
		});
	}

	@Test
	void ordersCustomizersLikeBoot() {
		wire.respondsWith(200, CONNECTION);
		withWire().withUserConfiguration(OrderedCustomizers.class).run((context) -> {
			get(context);
			assertThat(wire.theRequest().getHeader("X-Trail")).isEqualTo("method,interface,class,none");
			WebClient webClient = context.getBean(WebClient.Builder.class).build();
			elsewhere.respondsWith(200, CONNECTION);
			webClient.get().uri(elsewhere.baseUrl()).retrieve().toBodilessEntity().block(LONG);
			assertThat(elsewhere.theRequest().getHeader("X-Trail")).isEqualTo("method,interface,class,none");
		});
	}

	@Test
	void failsToStartWhenCustomizerFails() {
		withWire().withBean(WebClientCustomizer.class, () -> (builder) -> {
			throw new IllegalStateException("customizer");
		}).run((context) -> assertThat(context).getFailure().rootCause().hasMessage("customizer"));
	}

	@Test
	void usesBuilderOfTheApplication() {
		wire.respondsWith(200, CONNECTION);
		withWire().withBean(WebClient.Builder.class, () -> WebClient.builder().defaultHeader("X-Trail", "own"))
			.run((context) -> {
				get(context);
				assertThat(wire.theRequest().getHeader("X-Trail")).isEqualTo("own");
			});
	}

	@Test
	void customizesNoOtherClientWhenThereAreCustomizers() {
		elsewhere.respondsWith(200, CONNECTION);
		withWire().withUserConfiguration(Customizers.class).run((context) -> {
			WebClient webClient = context.getBean(WebClient.Builder.class).build();
			webClient.get().uri(elsewhere.baseUrl()).retrieve().toBodilessEntity().block(LONG);
			assertThat(elsewhere.theRequest().getHeader("X-Trail")).isEqualTo("application");
			assertThat(elsewhere.theRequest().containsHeader("Authorization")).isFalse();
		});
	}

	private ApplicationContextRunner withWire() {
		return this.contextRunner.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()));
	}

	private ApplicationContextRunner recordingClient() {
		return withWire().withUserConfiguration(RecordingClient.class);
	}

	private static @Nullable Object connectTimeout(ApplicationContext context) {
		return client(context).options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS);
	}

	private static HttpClientConfig client(ApplicationContext context) {
		wire.respondsWith(200, CONNECTION);
		get(context);
		List<HttpClientConfig> recorded = context.getBean(RecordingClient.class).recorded;
		return recorded.get(recorded.size() - 1);
	}

	private static EnterpriseConnectionService service(ApplicationContext context) {
		return context.getBean(EnterpriseConnectionService.class);
	}

	private static EnterpriseConnection get(ApplicationContext context) {
		return service(context).get("ent_1").block(LONG);
	}

	@Configuration(proxyBeanMethods = false)
	static class RecordingClient {

		private final List<HttpClientConfig> recorded = new ArrayList<>();

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> recording() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client.doOnConnect(this.recorded::add));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConnectorBuilder {

		@Bean
		ClientHttpConnectorBuilder<?> ownConnectorBuilder() {
			return (settings) -> ClientHttpConnectorBuilder.jdk().build(settings);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnReactorConnectorBuilder {

		@Bean
		ClientHttpConnectorBuilder<?> ownConnectorBuilder() {
			return ClientHttpConnectorBuilder.reactor()
				.withHttpClientCustomizer((client) -> client.headers((headers) -> headers.set("X-Builder", "own")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		VendorWebClientCustomizer second() {
			return (vendor, builder) -> leaveTrail(builder, "second");
		}

		@Bean
		@Order(1)
		VendorWebClientCustomizer first() {
			return (vendor, builder) -> leaveTrail(builder, "first");
		}

		@Bean
		@Order(3)
		WebClientCustomizer application() {
			return (builder) -> leaveTrail(builder, "application");
		}

		private static void leaveTrail(WebClient.Builder builder, String name) {
			builder.defaultHeaders((headers) -> {
				String trail = headers.getFirst("X-Trail");
				headers.set("X-Trail", (trail != null) ? trail + "," + name : name);
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedCustomizers {

		@Bean
		WebClientCustomizer none() {
			return (builder) -> Customizers.leaveTrail(builder, "none");
		}

		@Bean
		OrderedByClass byClass() {
			return new OrderedByClass();
		}

		@Bean
		WebClientCustomizer byInterface() {
			return new OrderedByInterface();
		}

		@Bean
		@Order(1)
		WebClientCustomizer byMethod() {
			return (builder) -> Customizers.leaveTrail(builder, "method");
		}

	}

	@Order(3)
	static class OrderedByClass implements WebClientCustomizer {

		@Override
		public void customize(WebClient.Builder builder) {
			Customizers.leaveTrail(builder, "class");
		}

	}

	static class OrderedByInterface implements WebClientCustomizer, Ordered {

		@Override
		public int getOrder() {
			return 2;
		}

		@Override
		public void customize(WebClient.Builder builder) {
			Customizers.leaveTrail(builder, "interface");
		}

	}

}
