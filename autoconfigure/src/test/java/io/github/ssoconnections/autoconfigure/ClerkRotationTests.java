// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkRotationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations());

	@Test
	void configuresNothingWithoutKey() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(EnterpriseConnectionCertificates.class)
			.doesNotHaveBean(SamlConnectionCertificates.class)
			.doesNotHaveBean(EnterpriseConnectionActivation.class));
	}

	@Test
	void configuresBeansWithKey() {
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.run((context) -> assertThat(context).hasSingleBean(EnterpriseConnectionCertificates.class)
				.hasSingleBean(SamlConnectionCertificates.class)
				.hasSingleBean(EnterpriseConnectionActivation.class));
	}

	@Test
	void backsOffForBeansOfTheUser() {
		EnterpriseConnectionCertificates certificates = BDDMockito.mock(EnterpriseConnectionCertificates.class);
		EnterpriseConnectionActivation activation = BDDMockito.mock(EnterpriseConnectionActivation.class);
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean(EnterpriseConnectionCertificates.class, () -> certificates)
			.withBean(EnterpriseConnectionActivation.class, () -> activation)
			.run((context) -> {
				assertThat(context).getBean(EnterpriseConnectionCertificates.class).isSameAs(certificates);
				assertThat(context).getBean(EnterpriseConnectionActivation.class).isSameAs(activation);
			});
	}

	@Test
	void usesServiceOfTheUser() {
		EnterpriseConnectionService service = BDDMockito.mock(EnterpriseConnectionService.class);
		BDDMockito.given(service.get("ent_1")).willReturn(Mono.empty());
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean(EnterpriseConnectionService.class, () -> service)
			.run((context) -> {
				context.getBean(EnterpriseConnectionCertificates.class).list("ent_1");
				BDDMockito.then(service).should().get("ent_1");
			});
	}

	@Test
	void configuresNothingWhenThereAreTwoAccounts() {
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.withBean("one", ClerkClient.class, ClerkRotationTests::client)
			.withBean("other", ClerkClient.class, ClerkRotationTests::client)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(EnterpriseConnectionCertificates.class));
	}

	private static ClerkClient client() {
		return ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_other"));
	}

}
