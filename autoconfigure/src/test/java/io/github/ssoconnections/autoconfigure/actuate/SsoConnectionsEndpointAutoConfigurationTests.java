// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ConnectionCatalogAutoConfiguration;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SsoConnectionsEndpointAutoConfiguration}.
 */
class SsoConnectionsEndpointAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String EXPOSED = "management.endpoints.web.exposure.include=ssoconnections";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ConnectionCatalogAutoConfiguration.class,
				SsoConnectionsEndpointAutoConfiguration.class));

	@Test
	void isPresentWhenExposed() {
		withKey().withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(SsoConnectionsEndpoint.class));
	}

	@Test
	void isAbsentByDefault() {
		withKey().run((context) -> {
			assertThat(context).doesNotHaveBean(SsoConnectionsEndpoint.class);
			assertThat(context).hasSingleBean(ClerkConnectionCatalog.class);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.endpoint.ssoconnections.access=NONE",
			"management.endpoints.web.exposure.exclude=ssoconnections" })
	void isAbsentWhenDisabled(String property) {
		withKey().withPropertyValues(EXPOSED, property)
			.run((context) -> assertThat(context).doesNotHaveBean(SsoConnectionsEndpoint.class));
	}

	@Test
	void isAbsentWhenThereIsNoAccount() {
		this.contextRunner.withPropertyValues(EXPOSED).run((context) -> {
			assertThat(context).doesNotHaveBean(SsoConnectionsEndpoint.class);
			assertThat(context).doesNotHaveBean(ConnectionCatalog.class);
		});
	}

	@Test
	void backsOffWhenApplicationHasItsOwn() {
		withKey().withPropertyValues(EXPOSED)
			.withBean("own", SsoConnectionsEndpoint.class, () -> mock(SsoConnectionsEndpoint.class))
			.run((context) -> assertThat(context).hasSingleBean(SsoConnectionsEndpoint.class).hasBean("own"));
	}

	@Test
	void showsCatalogsOfTheApplicationToo() {
		ConnectionCatalog other = mock(ConnectionCatalog.class);
		given(other.vendor()).willReturn("other");
		given(other.account()).willReturn("europe");
		given(other.list(7)).willReturn(Mono.just(new Page<>(List.of(), 0L)));
		this.contextRunner.withPropertyValues(EXPOSED)
			.withBean("other", ConnectionCatalog.class, () -> other)
			.run((context) -> assertThat(
					context.getBean(SsoConnectionsEndpoint.class).connections(7, null, null).block(PATIENCE).vendors())
				.containsExactly(new SsoConnectionsEndpoint.VendorDescriptor("other", "europe", null, List.of(), 0L)));
	}

	@Test
	void isAvailableOverJmxWhenExposedThere() {
		wire.respondsWith(200, "{\"data\":[{\"id\":\"ent_1\",\"active\":true}],\"total_count\":1}");
		withKey()
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					JmxEndpointAutoConfiguration.class, JmxAutoConfiguration.class))
			.withPropertyValues("sso-connections.clerk.base-url=" + wire.baseUrl(), "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=ssoconnections",
					"management.endpoints.jmx.domain=io.github.ssoconnections.test")
			.run((context) -> {
				assertThat(context).hasSingleBean(SsoConnectionsEndpoint.class);
				MBeanServer server = ManagementFactory.getPlatformMBeanServer();
				ObjectName name = new ObjectName("io.github.ssoconnections.test:type=Endpoint,name=Ssoconnections");
				assertThat(invoke(server, name, 3)).isEqualTo(Map.of("vendors",
						List.of(Map.of("vendor", "clerk", "account", "default", "totalCount", 1L, "connections",
								List.of(Map.of("id", "ent_1", "state", "active", "domains", List.of()))))));
				wire.received("GET", "/enterprise_connections?limit=3", "");
				assertThatExceptionOfType(ReflectionException.class).isThrownBy(() -> invoke(server, name, 101))
					.withMessageContaining("must be between 1 and 100");
				wire.theRequest();
			});
	}

	private static Object invoke(MBeanServer server, ObjectName name, int limit) throws Exception {
		return server.invoke(name, "connections", new Object[] { limit, null, null },
				new String[] { Integer.class.getName(), String.class.getName(), String.class.getName() });
	}

	private ApplicationContextRunner withKey() {
		return this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=sk_test_wire");
	}

}
