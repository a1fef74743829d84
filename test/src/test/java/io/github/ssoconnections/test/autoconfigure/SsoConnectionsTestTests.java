// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SsoConnectionsTest}.
 */
@SsoConnectionsTest(seed = "customers.json")
class SsoConnectionsTestTests {

	private static final String OWN = "io.github.ssoconnections.";

	@Autowired
	private EnterpriseConnectionService clerk;

	@Autowired
	private Auth0ConnectionService auth0;

	@Autowired
	private ApplicationContext context;

	@RepeatedTest(2)
	void hasServicesAndSandbox() {
		String id = this.clerk.listAll().single().block(Duration.ofSeconds(30)).id();
		this.clerk.delete(id).block(Duration.ofSeconds(30));
		assertThat(this.auth0.listAll().collectList().block(Duration.ofSeconds(30))).hasSize(1);
		assertThat(this.context.getBeansOfType(ConnectionCatalog.class)).hasSize(2);
	}

	@Test
	void leavesOutComponentsAndOtherAutoConfigurations() {
		assertThat(this.context.getBeansOfType(TestApplication.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(OtherComponent.class)).isEmpty();
		assertThat(this.context.getBeanDefinitionNames())
			.filteredOn((name) -> name.endsWith("AutoConfiguration") && !name.startsWith(OWN))
			.allMatch(slice()::contains)
			.contains(WebClientAutoConfiguration.class.getName());
	}

	@Test
	void listsEveryAutoConfigurationOfTheLibrary() {
		List<String> all = ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(OWN))
			.toList();
		assertThat(all).isNotEmpty();
		assertThat(slice()).filteredOn((name) -> name.startsWith(OWN)).containsExactlyElementsOf(all);
	}

	@Test
	void listsNoAutoConfigurationThatIsMissing() {
		assertThat(slice()).allMatch((name) -> ClassUtils.isPresent(name, getClass().getClassLoader()));
	}

	private static List<String> slice() {
		try {
			return new ClassPathResource("META-INF/spring/" + SsoConnectionsTest.class.getName() + ".imports")
				.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
