// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ClerkAutoConfiguration}: operations are observed, and their attempts
 * below them.
 */
class ClerkObservationTests {

	private static final String CONNECTION = "{\"id\":\"ent_1\"}";

	private static final String OPERATION = "sso.connections.operation";

	private static final String ATTEMPT = "http.client.requests";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class))
		.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()),
				"sso-connections.clerk.retry.initial-backoff=0ms",
				"sso-connections.auth0.base-url=" + wire.server().baseUrl(), "sso-connections.auth0.client-id=id",
				"sso-connections.auth0.client-secret=s");

	@Test
	void observesOperationWhenThereIsRegistryAlone() {
		wire.respondsWith(200, CONNECTION);
		withRegistry(this.observations).withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> {
				get(context, "ent_1");
				TestObservationRegistryAssert.assertThat(this.observations)
					.hasNumberOfObservationsEqualTo(1)
					.hasSingleObservationThat()
					.hasNameEqualTo(OPERATION)
					.hasLowCardinalityKeyValue("vendor", "clerk")
					.hasLowCardinalityKeyValue("operation", "enterprise_connections.get")
					.hasBeenStopped();
			});
	}

	@Test
	void observesNothingWhenThereIsNoRegistry() {
		wire.respondsWith(200, CONNECTION);
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(ObservationRegistry.class);
			get(context, "ent_1");
		});
	}

	@Test
	void observesAttemptsBelowOperationWithTemplateOfUri() {
		respondsThirdTime();
		List<Observation.Context> ended = new ArrayList<>();
		this.observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				ended.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		withAttempts(this.observations).run((context) -> get(context, "ent_1"));
		assertThat(ended).map(Observation.Context::getName).containsExactly(ATTEMPT, ATTEMPT, ATTEMPT, OPERATION);
		assertThat(ended.subList(0, 3)).allSatisfy((attempt) -> {
			assertThat(attempt.getLowCardinalityKeyValue("uri").getValue())
				.isEqualTo("/enterprise_connections/{enterprise_connection_id}");
			assertThat(attempt.getParentObservation().getContextView()).isSameAs(ended.get(3));
		});
	}

	@Test
	void showsNoAddressAndNoIdInUrlsOfAttempts() {
		wire.respondsWith(200, "[]");
		List<String> urls = new ArrayList<>();
		ObservationHandler<Observation.Context> handler = new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				if (context.getName().equals(ATTEMPT)) {
					urls.add(context.getHighCardinalityKeyValue("http.url").getValue());
				}
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		};
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class,
					WebClientObservationAutoConfiguration.class))
			.withBean("handler", ObservationHandler.class, () -> handler)
			.run((context) -> {
				context.getBean(ClerkUserConnections.class)
					.find("alice@acme.example")
					.collectList()
					.block(Duration.ofSeconds(20));
				context.getBean(ClerkOrganizations.class).get("org_1").onErrorComplete().block(Duration.ofSeconds(20));
			});
		assertThat(urls).containsExactly(wire.server().baseUrl() + "/users",
				wire.server().baseUrl() + "/organizations/{organization_id}");
	}

	@Test
	void tracesOperationAsOneSpanWithAttemptsBelow() {
		respondsThirdTime();
		List<SpanData> spans = trace((context) -> get(context, "ent_1"));
		assertSpans(spans, 3);
		assertThat(operation(spans).getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
	}

	@Test
	void tracesOperationAsOneSpanWhenItFails() {
		wire.respondsWith(503, "{}");
		List<SpanData> spans = trace((context) -> assertThat(catchThrowable(() -> get(context, "ent_1")))
			.isInstanceOf(SsoApiException.Unavailable.class));
		assertSpans(spans, 3);
		assertThat(operation(spans).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void tracesOperationsOfOneCallerInOneTrace() {
		wire.respondsWith(200, CONNECTION);
		List<SpanData> spans = trace((context) -> {
			EnterpriseConnectionService service = context.getBean(EnterpriseConnectionService.class);
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			Observation caller = Observation.start("caller", registry);
			Mono.zip(service.get("ent_1"), service.get("ent_2"))
				.contextWrite((view) -> view.put(ObservationThreadLocalAccessor.KEY, caller))
				.block(Duration.ofSeconds(20));
			caller.stop();
		});
		assertThat(spans).hasSize(5)
			.extracting(SpanData::getTraceId)
			.hasSize(5)
			.containsOnly(spans.get(0).getTraceId());
	}

	@Test
	void tracesTokenOfAuth0BelowTheOperationThatWaitsForIt() {
		wire.respondsWith(200, "{\"access_token\":\"given\",\"id\":\"con_1\"}");
		List<SpanData> spans = trace(
				(context) -> context.getBean(Auth0ConnectionService.class).get("con_1").block(Duration.ofSeconds(20)));
		SpanData operation = span(spans, "auth0 connections.get");
		SpanData token = span(spans, "auth0 oauth.token");
		assertThat(token.getParentSpanId()).isEqualTo(operation.getSpanId());
		assertThat(spans).hasSize(4)
			.extracting(SpanData::getParentSpanId)
			.containsExactlyInAnyOrder(SpanId.getInvalid(), operation.getSpanId(), operation.getSpanId(),
					token.getSpanId());
	}

	private static void assertSpans(List<SpanData> spans, int attempts) {
		assertThat(spans).hasSize(attempts + 1);
		SpanData operation = operation(spans);
		assertThat(operation.getAttributes().get(AttributeKey.stringKey("operation")))
			.isEqualTo("enterprise_connections.get");
		assertThat(spans).filteredOn((span) -> span != operation)
			.allSatisfy((attempt) -> assertThat(attempt.getParentSpanId()).isEqualTo(operation.getSpanId()));
	}

	private static SpanData operation(List<SpanData> spans) {
		return span(spans, "clerk enterprise_connections.get");
	}

	private static SpanData span(List<SpanData> spans, String name) {
		List<SpanData> operations = spans.stream().filter((span) -> span.getName().equals(name)).toList();
		assertThat(operations).hasSize(1);
		return operations.get(0);
	}

	private List<SpanData> trace(Consumer<ApplicationContext> calls) {
		InMemorySpanExporter exporter = InMemorySpanExporter.create();
		SdkTracerProvider provider = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(exporter))
			.build();
		ObservationRegistry registry = ObservationRegistry.create();
		ObservationHandler<Observation.Context> handler = new DefaultTracingObservationHandler(
				new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), (event) -> {
				}));
		registry.observationConfig().observationHandler(handler);
		withAttempts(registry).run(calls::accept);
		List<SpanData> spans = exporter.getFinishedSpanItems();
		provider.close();
		return spans;
	}

	private ApplicationContextRunner withRegistry(ObservationRegistry registry) {
		return this.contextRunner.withBean(ObservationRegistry.class, () -> registry);
	}

	private ApplicationContextRunner withAttempts(ObservationRegistry registry) {
		return withRegistry(registry)
			.withConfiguration(AutoConfigurations.of(WebClientObservationAutoConfiguration.class));
	}

	private static void respondsThirdTime() {
		for (int i = 1; i <= 3; i++) {
			wire.server()
				.stubFor(WireMock.any(WireMock.anyUrl())
					.inScenario("third")
					.whenScenarioStateIs((i > 1) ? "seen " + (i - 1) : "Started")
					.willReturn(WireMock.aResponse()
						.withStatus((i < 3) ? 503 : 200)
						.withHeader("Content-Type", "application/json")
						.withBody(CONNECTION))
					.willSetStateTo("seen " + i));
		}
	}

	private static void get(ApplicationContext context, String id) {
		assertThat(context.getBean(EnterpriseConnectionService.class).get(id).block(Duration.ofSeconds(20)))
			.isNotNull();
	}

}
