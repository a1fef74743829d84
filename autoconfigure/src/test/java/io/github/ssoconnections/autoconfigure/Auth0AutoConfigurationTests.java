// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Auth0AutoConfiguration}: its conditions, its back-off, and beside
 * Clerk.
 */
class Auth0AutoConfigurationTests {

	private static final Set<Class<?>> SERVICES = Set.of(Auth0ConnectionService.class, Auth0ConnectionCreation.class,
			Auth0ConnectionClients.class, Auth0ConnectionKeys.class, Auth0ScimConfigurations.class,
			Auth0DirectoryProvisionings.class, Auth0Organizations.class, Auth0OrganizationConnections.class,
			Auth0SelfServiceProfiles.class, Auth0SelfServiceTickets.class, Auth0SignInFailures.class,
			Auth0DiscoveryDomains.class, Auth0Applications.class, Auth0ConnectionCertificates.class,
			Auth0Readiness.class, Auth0UserConnections.class, Auth0ConnectionActivation.class,
			Auth0ServiceProvider.class);

	private static final String CONNECTION = "{\"id\":\"con_1\",\"name\":\"acme\"}";

	private static final String DOMAIN = "sso-connections.auth0.domain=acme.eu.auth0.com";

	private static final String TOKEN = "sso-connections.auth0.token=given";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(
				AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionMetricsAutoConfiguration.class));

	@Test
	void configuresNothingWhenNothingIsSet() {
		this.contextRunner.run(this::assertNothing);
	}

	@ParameterizedTest
	@ValueSource(strings = { DOMAIN, "sso-connections.auth0.token= ",
			"sso-connections.auth0.client-secret=${NOBODY_SETS:}", "sso-connections.auth0.base-url=nonsense",
			"auth0.domain=acme.eu.auth0.com", "auth0.audience=https://api.acme.com" })
	void configuresNothingWithoutCredentials(String property) {
		this.contextRunner.withPropertyValues(property).run(this::assertNothing);
	}

	@Test
	void countsTheRateLimitBySecondsUnlessAPeriodIsSet() {
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN, "sso-connections.auth0.rate-limit.limit=10")
			.run((context) -> assertThat(limit(context)).isEqualTo(RateLimit.of(10, Duration.ofSeconds(1))));
		this.contextRunner
			.withPropertyValues(DOMAIN, TOKEN, "sso-connections.auth0.rate-limit.limit=10",
					"sso-connections.auth0.rate-limit.period=1m")
			.run((context) -> assertThat(limit(context)).isEqualTo(RateLimit.of(10, Duration.ofMinutes(1))));
	}

	private static RateLimit limit(ApplicationContext context) {
		return context.getBean(Auth0Client.class).settings().client().rateLimit().limit();
	}

	@Test
	void configuresClientAndServicesWhenTokenIsSet() {
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN).run((context) -> {
			assertThat(context).hasSingleBean(Auth0Client.class);
			assertThat(SERVICES).allSatisfy((service) -> assertThat(context).hasSingleBean(service));
			assertThat(context).doesNotHaveBean(ClerkClient.class).doesNotHaveBean(EnterpriseConnectionService.class);
			Auth0ConnectionDetails details = context.getBean(Auth0ConnectionDetails.class);
			assertThat(details.getBaseUrl()).isEqualTo("https://acme.eu.auth0.com");
			assertThat(details.getAudience()).isEqualTo("https://acme.eu.auth0.com/api/v2/");
			assertThat(details.getToken()).isEqualTo("given");
		});
	}

	@Test
	void acceptsAddressAndAudienceApartFromDomain() {
		this.contextRunner
			.withPropertyValues("sso-connections.auth0.domain=sso.acme.com", "sso-connections.auth0.client-id= id ",
					"sso-connections.auth0.client-secret=secret\n",
					"sso-connections.auth0.audience=https://acme.eu.auth0.com/api/v2/",
					"sso-connections.auth0.base-url=https://gateway.acme.com/auth0/")
			.run((context) -> {
				Auth0ConnectionDetails details = context.getBean(Auth0ConnectionDetails.class);
				assertThat(details.getBaseUrl()).isEqualTo("https://gateway.acme.com/auth0");
				assertThat(details.getAudience()).isEqualTo("https://acme.eu.auth0.com/api/v2/");
				assertThat(details.getToken()).isNull();
				assertThat(details.getClientId()).isEqualTo("id");
				assertThat(details.getClientSecret()).isEqualTo("secret");
			});
	}

	@Test
	void hasAudienceOfDomainWhereAddressIsAnother() {
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN, "sso-connections.auth0.base-url=http://127.0.0.1:1")
			.run((context) -> assertThat(context.getBean(Auth0ConnectionDetails.class).getAudience())
				.isEqualTo("https://acme.eu.auth0.com/api/v2/"));
		this.contextRunner.withPropertyValues(TOKEN, "sso-connections.auth0.base-url=http://127.0.0.1:1")
			.run((context) -> assertThat(context.getBean(Auth0ConnectionDetails.class).getAudience())
				.isEqualTo("http://127.0.0.1:1/api/v2/"));
	}

	@Test
	void derivesValuesForIdpsFromDomainAndTenant() {
		String custom = "sso-connections.auth0.domain=sso.acme.com";
		String gateway = "sso-connections.auth0.base-url=https://gateway.acme.com/auth0";
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN, gateway)
			.run((context) -> assertThat(entityIdAndAcsUrl(context)).containsExactly("urn:auth0:acme:customer",
					"https://acme.eu.auth0.com/login/callback?connection=customer"));
		this.contextRunner.withPropertyValues(custom, TOKEN, "sso-connections.auth0.tenant=acme")
			.run((context) -> assertThat(entityIdAndAcsUrl(context)).containsExactly("urn:auth0:acme:customer",
					"https://sso.acme.com/login/callback?connection=customer"));
		this.contextRunner
			.withPropertyValues(custom, TOKEN, "sso-connections.auth0.audience=https://acme.eu.auth0.com/api/v2/")
			.run((context) -> assertThat(entityIdAndAcsUrl(context)).contains("urn:auth0:acme:customer"));
		this.contextRunner.withPropertyValues(custom, TOKEN)
			.run((context) -> assertThatIllegalStateException().isThrownBy(() -> entityIdAndAcsUrl(context))
				.withMessageContaining("'sso-connections.auth0.tenant'"));
	}

	private static List<String> entityIdAndAcsUrl(ApplicationContext context) {
		ServiceProviderDetails details = context.getBean(Auth0ServiceProvider.class)
			.details(WireJson.mapper()
				.readValue("{\"name\":\"customer\",\"id\":\"con_1\",\"strategy\":\"samlp\",\"options\":{}}",
						Auth0Connection.class));
		return List.of(details.entityId(), details.acsUrl());
	}

	@ParameterizedTest
	@ValueSource(strings = { "other", "acme.eu", "Acme" })
	void rejectsAnInvalidTenant(String tenant) {
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN, "sso-connections.auth0.tenant=" + tenant)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sso-connections.auth0.tenant"));
	}

	@Test
	void callsWithClientCredentials() {
		wire.respondsWith(200, CONNECTION);
		wire.server()
			.stubFor(WireMock.post("/oauth/token")
				.willReturn(WireMock.okJson("{\"access_token\":\"fetched\",\"expires_in\":86400}")));
		this.contextRunner
			.withPropertyValues("sso-connections.auth0.client-id=id", "sso-connections.auth0.client-secret=secret",
					"sso-connections.auth0.base-url=" + wire.server().baseUrl())
			.run((context) -> {
				assertThat(wire.requests()).isEmpty();
				call(context);
				call(context);
				assertThat(wire.requests()).extracting(LoggedRequest::getUrl)
					.containsExactly("/oauth/token", "/api/v2/connections/con_1", "/api/v2/connections/con_1");
				assertThat(wire.requests().get(1).getHeader("Authorization")).isEqualTo("Bearer fetched");
			});
	}

	@Test
	void addsNothingElseToTheContext() {
		this.contextRunner.run((without) -> this.contextRunner.withPropertyValues(DOMAIN, TOKEN).run((with) -> {
			Set<String> added = new TreeSet<>(Arrays.asList(with.getBeanDefinitionNames()));
			added.removeAll(Arrays.asList(without.getBeanDefinitionNames()));
			assertThat(added).containsExactlyInAnyOrder("auth0ConnectionDetails", "auth0Client",
					"auth0ConnectionService", "auth0ConnectionCreation", "auth0ConnectionClients",
					"auth0ConnectionKeys", "auth0ScimConfigurations", "auth0DirectoryProvisionings",
					"auth0Organizations", "auth0OrganizationConnections", "auth0SelfServiceProfiles",
					"auth0SelfServiceTickets", "auth0SignInFailures", "auth0DiscoveryDomains", "auth0Applications",
					"auth0ConnectionCertificates", "auth0ServiceProvider", "auth0Readiness", "auth0UserConnections",
					"auth0SecretExpiries", "auth0ConnectionActivation", "ssoConnectionsMeters",
					"ssoConnectionsHttpTransport", "ssoConnectionsInstruments", "ssoConnectionsVendorClients",
					"ssoConnectionsRequestUrlFilter", "ssoConnectionsNamedAccountRegistrar", "auth0Accounts",
					VendorClientsConfiguration.class.getName(), Auth0AutoConfiguration.class.getName(),
					ConnectionMetricsAutoConfiguration.class.getName(),
					"sso-connections.auth0-" + Auth0Properties.class.getName());
			assertThat(with).doesNotHaveBean("authClient").doesNotHaveBean("authOptions");
		}));
	}

	@Test
	void configuresServicesWhenThereIsConnectionDetailsBean() {
		wire.respondsWith(200, CONNECTION);
		this.contextRunner
			.withBean(Auth0ConnectionDetails.class,
					() -> Auth0ConnectionDetails.ofToken(wire.server().baseUrl(), "details"))
			.run((context) -> {
				call(context);
				assertThat(wire.theRequest().getHeader("Authorization")).isEqualTo("Bearer details");
			});
	}

	@Test
	void backsOffWhenThereIsClient() {
		Auth0Client client = Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken("https://a.b", "t"));
		this.contextRunner.withBean(Auth0Client.class, () -> client).run((context) -> {
			assertThat(context).getBean(Auth0Client.class).isSameAs(client);
			assertThat(context).doesNotHaveBean(Auth0ConnectionDetails.class);
			assertThat(SERVICES).allSatisfy((service) -> assertThat(context).hasSingleBean(service));
		});
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN)
			.withBean("one", Auth0Client.class, () -> client)
			.withBean("two", Auth0Client.class, () -> client)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(SERVICES).allSatisfy((service) -> assertThat(context).doesNotHaveBean(service));
			});
	}

	@Test
	void backsOffWhenThereIsServiceOfTheApplication() {
		assertThat(SERVICES).allSatisfy((type) -> backsOffFor(type));
	}

	private <T> void backsOffFor(Class<T> type) {
		T service = mock(type);
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN)
			.withBean(type, () -> service)
			.run((context) -> assertThat(context).getBean(type).isSameAs(service));
	}

	@Test
	void configuresNothingWhenWebClientIsMissing() {
		this.contextRunner.withPropertyValues(DOMAIN, TOKEN)
			.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run(this::assertNothing);
	}

	@Test
	void worksBesideClerk() {
		wire.respondsWith(200, CONNECTION);
		both().run((context) -> {
			assertThat(context).hasSingleBean(ClerkClient.class)
				.hasSingleBean(Auth0Client.class)
				.hasSingleBean(HttpTransport.class);
			call(context);
			context.getBean(EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(10));
			assertThat(wire.requests()).extracting((request) -> request.getHeader("Authorization"))
				.containsExactly("Bearer given", "Bearer sk_test_wire");
		});
	}

	@Test
	void customizesEachVendor() {
		wire.respondsWith(200, CONNECTION);
		both()
			.withBean(VendorWebClientCustomizer.class,
					() -> (vendor, builder) -> builder.defaultHeader("X-For", vendor))
			.run((context) -> {
				call(context);
				context.getBean(EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(10));
				assertThat(wire.requests()).extracting((request) -> request.getHeader("X-For"))
					.containsExactly("auth0", "clerk");
			});
	}

	@Test
	void metersAndPublishesEachVendorUnderItsName() {
		wire.respondsWith(200, CONNECTION);
		List<Object> events = new ArrayList<>();
		both()
			.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> events.add(event.getPayload())))
			.run((context) -> {
				MeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
				assertThat(registry.get("sso.connections.rate.limit.remaining").gauges()).hasSize(2);
				assertThat(registry.get("sso.connections.rate.limit.wait").timers()).hasSize(2);
				wire.respondsWith(503, "{}");
				context.getBean(Auth0ConnectionService.class)
					.get("con_1")
					.onErrorComplete()
					.block(Duration.ofSeconds(20));
				assertThat(registry.get("sso.connections.retries").counters()).singleElement()
					.satisfies((counter) -> assertThat(counter.getId().getTags()).extracting((tag) -> tag.getValue())
						.containsExactlyInAnyOrder("auth0", "default", "connections.get"));
				assertThat(registry.get("sso.connections.operation")
					.tags("vendor", "auth0", "operation", "connections.get", "outcome", "failure")
					.timer()
					.count()).isEqualTo(1);
				wire.respondsWith(201, CONNECTION);
				context.getBean(Auth0ConnectionService.class)
					.create(new NewAuth0Connection().name("acme"))
					.block(Duration.ofSeconds(20));
				assertThat(events).filteredOn(ConnectionChanged.class::isInstance)
					.singleElement()
					.satisfies((event) -> assertThat(((ConnectionChanged) event).vendor()).isEqualTo("auth0"));
			});
	}

	private ApplicationContextRunner both() {
		return this.contextRunner.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()), TOKEN,
				"sso-connections.auth0.base-url=" + wire.server().baseUrl(),
				"sso-connections.auth0.rate-limit.enabled=false", "sso-connections.auth0.retry.initial-backoff=1ms");
	}

	private void assertNothing(ApplicationContextAssertProvider<?> context) {
		assertThat(context).hasNotFailed();
		assertThat(context).doesNotHaveBean(Auth0AutoConfiguration.class);
		assertThat(context).doesNotHaveBean(Auth0Properties.class);
		assertThat(context).doesNotHaveBean(Auth0ConnectionDetails.class);
		assertThat(context).doesNotHaveBean(Auth0Client.class);
		assertThat(context).doesNotHaveBean(ConnectionMeters.class);
		assertThat(context).doesNotHaveBean(HttpTransport.class);
		assertThat(SERVICES).allSatisfy((service) -> assertThat(context).doesNotHaveBean(service));
	}

	private static void call(ApplicationContext context) {
		assertThat(context.getBean(Auth0ConnectionService.class).get("con_1").block(Duration.ofSeconds(10)))
			.satisfies((connection) -> assertThat(connection.id()).isEqualTo("con_1"));
	}

}
