// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.Auth0ScimConfigurations;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For whole applications see {@link StartupFailureTests}.
 */
class MissingKeyFailureAnalyzerTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final MockEnvironment environment = new MockEnvironment();

	@ParameterizedTest
	@ValueSource(classes = { ClerkClient.class, ClerkConnectionDetails.class, EnterpriseConnectionService.class,
			SamlConnectionService.class, EnterpriseConnectionCreation.class, SamlConnectionCreation.class,
			EnterpriseConnectionCertificates.class, SamlConnectionCertificates.class,
			EnterpriseConnectionActivation.class })
	void namesTheKeyOfClerk(Class<?> bean) {
		assertThat(analyze(bean).getDescription()).contains(bean.getName())
			.contains("'sso-connections.clerk.api-key' is not set, or blank");
		assertThat(analyze(bean).getAction()).contains("'sso-connections.clerk.api-key'");
		this.environment.setProperty("sso-connections.clerk.api-key", "sk_test_1");
		assertThat(analyze(bean)).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { Auth0Client.class, Auth0ConnectionDetails.class, Auth0ConnectionService.class,
			Auth0ConnectionCreation.class, Auth0ConnectionClients.class, Auth0ConnectionKeys.class,
			Auth0ScimConfigurations.class, Auth0DirectoryProvisionings.class })
	void namesThePropertiesOfAuth0(Class<?> bean) {
		assertThat(analyze(bean).getDescription()).contains(bean.getName()).contains("no tenant at Auth0");
		assertThat(analyze(bean).getAction()).contains("'sso-connections.auth0.domain'");
		this.environment.setProperty("sso-connections.auth0.token", "token");
		assertThat(analyze(bean)).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { ConnectionCatalog.class, Runnable.class, EnterpriseConnectionService[].class, int.class })
	void leavesOtherBeansToBoot(Class<?> bean) {
		this.environment.setProperty("sso-connections.clerk.api-key", "sk_test_1");
		assertThat(analyze(bean)).isNull();
	}

	private FailureAnalysis analyze(Class<?> bean) {
		return new MissingKeyFailureAnalyzer(this.beanFactory, this.environment)
			.analyze(new NoSuchBeanDefinitionException(bean));
	}

}
