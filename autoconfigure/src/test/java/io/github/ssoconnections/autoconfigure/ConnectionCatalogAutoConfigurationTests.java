// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectionCatalogAutoConfiguration}.
 */
class ConnectionCatalogAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConnectionCatalogAutoConfiguration.class));

	@Test
	void configuresCatalogWhenThereIsService() {
		service("service").run((context) -> assertThat(context).hasSingleBean(Auth0ConnectionCatalog.class)
			.hasBean("auth0ConnectionCatalog"));
	}

	@Test
	void configuresNoneWhenThereIsNoServiceOrSeveral() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(ConnectionCatalog.class));
		service("one").withBean("two", Auth0ConnectionService.class, () -> mock(Auth0ConnectionService.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ConnectionCatalog.class));
	}

	@Test
	void backsOffWhenThereIsCatalogOfThatName() {
		ConnectionCatalog catalog = mock(ConnectionCatalog.class);
		service("service").withBean("auth0ConnectionCatalog", ConnectionCatalog.class, () -> catalog)
			.run((context) -> assertThat(context).getBean(ConnectionCatalog.class).isSameAs(catalog));
	}

	private ApplicationContextRunner service(String name) {
		return this.contextRunner.withBean(name, Auth0ConnectionService.class,
				() -> mock(Auth0ConnectionService.class));
	}

}
