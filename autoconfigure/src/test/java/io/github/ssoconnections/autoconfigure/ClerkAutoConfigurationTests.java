// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ClerkAutoConfiguration}: its conditions and its back-off.
 */
class ClerkAutoConfigurationTests {

	private static final String CONNECTION = "{\"object\":\"enterprise_connection\",\"id\":\"ent_1\"}";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations());

	@Test
	void configuresNothingWhenNoKeyIsSet() {
		this.contextRunner.run(this::assertNothing);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t", "${CLERK_SECRET_KEY_THAT_NOBODY_SETS:}" })
	void configuresNothingWhenKeyIsBlank(String key) {
		this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=" + key).run(this::assertNothing);
	}

	@Test
	void configuresNothingWhenOnlyOtherPropertiesAreSet() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.page-size=10", ClerkContexts.baseUrl("nonsense"))
			.run(this::assertNothing);
	}

	@Test
	void configuresClientAndServicesWhenKeyIsSet() {
		this.contextRunner.withPropertyValues(ClerkContexts.KEY).run((context) -> {
			assertThat(context).hasSingleBean(ClerkClient.class);
			assertThat(context).hasSingleBean(EnterpriseConnectionService.class);
			assertThat(context).hasSingleBean(SamlConnectionService.class);
			assertThat(context.getBean(ClerkConnectionDetails.class).getApiKey()).isEqualTo("sk_test_wire");
			assertThat(context.getBean(ClerkConnectionDetails.class).getBaseUrl())
				.isEqualTo("https://api.clerk.com/v1");
		});
	}

	@Test
	void callsWithDefaultsWhenOnlyKeyAndAddressAreSet() {
		wire.respondsWith(200, CONNECTION);
		withWire().run((context) -> {
			call(context);
			wire.received("GET", "/enterprise_connections/ent_1", "");
		});
	}

	@Test
	void acceptsKeyOfAnotherFormWhenGatewayHasItsOwn() {
		wire.respondsWith(200, CONNECTION);
		withWire().withPropertyValues("sso-connections.clerk.api-key=gateway-7").run((context) -> {
			call(context);
			assertThat(wire.theRequest().getHeader("Authorization")).isEqualTo("Bearer gateway-7");
		});
	}

	@Test
	void ignoresWhitespaceAroundKeyWhenReadFromFile() {
		wire.respondsWith(200, CONNECTION);
		withWire().withPropertyValues("sso-connections.clerk.api-key= sk_test_wire\n").run((context) -> {
			call(context);
			wire.received("GET", "/enterprise_connections/ent_1", "");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSOCONNECTIONS_CLERK_APIKEY", "SSO_CONNECTIONS_CLERK_API_KEY" })
	void configuresServicesWhenKeyIsInEnvironment(String name) {
		SpringApplicationBuilder application = new SpringApplicationBuilder().sources(ClerkAutoConfiguration.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(name, "sk_test_env"))));
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.getBean(ClerkConnectionDetails.class).getApiKey()).isEqualTo("sk_test_env");
			assertThat(context.getBean(EnterpriseConnectionService.class)).isNotNull();
		}
	}

	@Test
	void addsNothingElseToTheContext() {
		this.contextRunner.run((without) -> this.contextRunner.withPropertyValues(ClerkContexts.KEY).run((with) -> {
			Set<String> added = new TreeSet<>(Arrays.asList(with.getBeanDefinitionNames()));
			added.removeAll(Arrays.asList(without.getBeanDefinitionNames()));
			assertThat(added).containsExactlyInAnyOrder("clerkConnectionDetails", "clerkClient",
					"enterpriseConnectionService", "samlConnectionService", "enterpriseConnectionCreation",
					"enterpriseConnectionIds", "samlConnectionCreation", "enterpriseConnectionCertificates",
					"samlConnectionCertificates", "enterpriseConnectionActivation", "clerkOrganizations",
					"clerkOrganizationCreation", "clerkOrganizationDomains", "clerkDirectories",
					"clerkReviewedActivation", "clerkUserConnections", "clerkSecretExpiries",
					"ssoConnectionsHttpTransport", "ssoConnectionsInstruments", "ssoConnectionsVendorClients",
					"ssoConnectionsRequestUrlFilter", "ssoConnectionsNamedAccountRegistrar", "clerkAccounts",
					VendorClientsConfiguration.class.getName(), ClerkAutoConfiguration.class.getName(),
					"sso-connections.clerk-" + ClerkProperties.class.getName());
			assertThat(with).doesNotHaveBean(WebClient.class);
			assertThat(with).doesNotHaveBean(Consumer.class);
			assertThat(with.getBeanNamesForType(ObjectMapper.class))
				.isEqualTo(without.getBeanNamesForType(ObjectMapper.class));
		}));
	}

	@Test
	void configuresServicesWhenThereIsConnectionDetailsBean() {
		this.contextRunner.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_details"))
			.run((context) -> {
				assertThat(context).hasSingleBean(ClerkConnectionDetails.class);
				assertThat(context).hasSingleBean(EnterpriseConnectionService.class);
				assertThat(context).hasSingleBean(SamlConnectionService.class);
			});
	}

	@Test
	void readsConnectionDetailsForEachRequestWhenKeyIsRotated() {
		AtomicReference<String> key = new AtomicReference<>("sk_test_old");
		wire.respondsWith(200, CONNECTION);
		this.contextRunner.withBean(ClerkConnectionDetails.class, () -> new ClerkConnectionDetails() {

			@Override
			public String getApiKey() {
				return key.get();
			}

			@Override
			public String getBaseUrl() {
				return wire.baseUrl();
			}

		}).run((context) -> {
			call(context);
			key.set("sk_test_new");
			call(context);
			assertThat(wire.requests()).extracting((request) -> request.getHeader("Authorization"))
				.containsExactly("Bearer sk_test_old", "Bearer sk_test_new");
		});
	}

	@Test
	void readsAddressFromConnectionDetailsWhenPropertyIsSetToo() {
		wire.respondsWith(200, CONNECTION);
		this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=sk_test_property")
			.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()))
			.run((context) -> {
				assertThat(context).hasSingleBean(ClerkConnectionDetails.class);
				call(context);
				wire.received("GET", "/enterprise_connections/ent_1", "");
			});
	}

	@Test
	void backsOffWhenThereIsClient() {
		ClerkClient client = ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_own"));
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean(ClerkClient.class, () -> client)
			.run((context) -> assertThat(context).getBean(ClerkClient.class).isSameAs(client));
	}

	@Test
	void configuresServicesWhenThereIsClientAndNoKey() {
		wire.respondsWith(200, CONNECTION);
		ClerkConnectionDetails details = ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl());
		this.contextRunner.withBean(ClerkClient.class, () -> ClerkClient.create(WebClient.builder(), details))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(ClerkConnectionDetails.class);
				call(context);
				wire.received("GET", "/enterprise_connections/ent_1", "");
			});
	}

	@Test
	void configuresServicesWhenParentHasConnectionDetails() {
		new ApplicationContextRunner()
			.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_parent"))
			.run((parent) -> this.contextRunner.withParent(parent)
				.run((context) -> assertThat(context).hasSingleBean(EnterpriseConnectionService.class)));
	}

	@Test
	void configuresNothingWhenAccountsAreInjectedByNameOnly() {
		ClerkConnectionDetails details = ClerkConnectionDetails.of("sk_test_own");
		this.contextRunner
			.withBean("details", ClerkConnectionDetails.class, () -> details,
					(definition) -> definition.setAutowireCandidate(false))
			.withBean("client", ClerkClient.class, () -> ClerkClient.create(WebClient.builder(), details),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context).hasBean("details").hasBean("client");
				assertThat(context).doesNotHaveBean(ClerkAutoConfiguration.class);
				assertThat(context).doesNotHaveBean(EnterpriseConnectionService.class);
			});
	}

	@Test
	void backsOffWhenThereAreTwoClients() {
		ClerkClient client = ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_own"));
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean("one", ClerkClient.class, () -> client)
			.withBean("two", ClerkClient.class, () -> client)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context).doesNotHaveBean(EnterpriseConnectionService.class);
				assertThat(context).doesNotHaveBean(SamlConnectionService.class);
			});
	}

	@Test
	void backsOffWhenThereIsEnterpriseConnectionService() {
		EnterpriseConnectionService service = mock(EnterpriseConnectionService.class);
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean(EnterpriseConnectionService.class, () -> service)
			.run((context) -> {
				assertThat(context).getBean(EnterpriseConnectionService.class).isSameAs(service);
				assertThat(context).hasSingleBean(SamlConnectionService.class);
			});
	}

	@Test
	void backsOffWhenThereIsSamlConnectionService() {
		SamlConnectionService service = mock(SamlConnectionService.class);
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean(SamlConnectionService.class, () -> service)
			.run((context) -> {
				assertThat(context).getBean(SamlConnectionService.class).isSameAs(service);
				assertThat(context).hasSingleBean(EnterpriseConnectionService.class);
			});
	}

	@Test
	void keepsServiceWhenSecondAccountIsNoDefaultCandidate() {
		wire.respondsWith(200, CONNECTION);
		withWire().withUserConfiguration(SecondAccount.class).run((context) -> {
			call(context);
			context.getBean("second", EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(10));
			assertThat(wire.requests()).extracting((request) -> request.getHeader("Authorization"))
				.containsExactly("Bearer sk_test_wire", "Bearer sk_test_second");
		});
	}

	@Test
	void configuresNothingWhenWebClientIsMissing() {
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run(this::assertNothing);
	}

	@Test
	void callsThroughReactorNettyWhenPresent() {
		wire.respondsWith(200, CONNECTION);
		withWire().run((context) -> {
			call(context);
			assertThat(userAgent()).startsWith("ReactorNetty");
		});
	}

	@Test
	void callsWhenBootHasNoHttpClientBeans() {
		wire.respondsWith(200, CONNECTION);
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
			.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()))
			.run((context) -> {
				call(context);
				wire.received("GET", "/enterprise_connections/ent_1", "");
			});
	}

	@Test
	void callsWhenApplicationIsServlet() {
		wire.respondsWith(200, CONNECTION);
		new WebApplicationContextRunner().withConfiguration(ClerkContexts.autoConfigurations())
			.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()))
			.run((context) -> {
				call(context);
				wire.received("GET", "/enterprise_connections/ent_1", "");
			});
	}

	@Test
	void callsWhenApplicationIsReactive() {
		wire.respondsWith(200, CONNECTION);
		new ReactiveWebApplicationContextRunner().withConfiguration(ClerkContexts.autoConfigurations())
			.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()))
			.run((context) -> {
				call(context);
				wire.received("GET", "/enterprise_connections/ent_1", "");
			});
	}

	private ApplicationContextRunner withWire() {
		return this.contextRunner.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()));
	}

	private void assertNothing(ApplicationContextAssertProvider<?> context) {
		assertThat(context).hasNotFailed();
		assertThat(context).doesNotHaveBean(ClerkAutoConfiguration.class);
		assertThat(context).doesNotHaveBean(ClerkProperties.class);
		assertThat(context).doesNotHaveBean(ClerkConnectionDetails.class);
		assertThat(context).doesNotHaveBean(ClerkClient.class);
		assertThat(context).doesNotHaveBean(EnterpriseConnectionService.class);
		assertThat(context).doesNotHaveBean(SamlConnectionService.class);
	}

	private static void call(ApplicationContext context) {
		assertThat(context.getBean(EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(10)))
			.satisfies((connection) -> assertThat(connection.id()).isEqualTo("ent_1"));
	}

	private static String userAgent() {
		LoggedRequest request = wire.theRequest();
		return request.getHeader("User-Agent");
	}

	@Configuration(proxyBeanMethods = false)
	static class SecondAccount {

		@Bean(defaultCandidate = false)
		@Qualifier("second")
		EnterpriseConnectionService second(WebClient.Builder builder) {
			return EnterpriseConnectionService.create(builder,
					ClerkConnectionDetails.of("sk_test_second", wire.baseUrl()));
		}

	}

}
