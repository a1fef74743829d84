// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationWebClient}.
 */
class ApplicationWebClientTests {

	private static final String CONNECTOR = "clientHttpConnector";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class));

	@Test
	void appliesCustomizersWithoutTheSharedConnector() {
		this.contextRunner.withBean(WebClientCustomizer.class, () -> header("a"))
			.withBean("second", WebClientCustomizer.class, () -> header("b"))
			.run((context) -> {
				assertThat(headers(context).get("X-Test")).containsExactlyInAnyOrder("a", "b");
				assertThat(context.getBeanFactory().containsSingleton(CONNECTOR)).isFalse();
			});
	}

	@Test
	void ignoresCustomizersThatAreNoDefaultCandidates() {
		this.contextRunner
			.withBean("second", WebClientCustomizer.class, () -> header("b"),
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> assertThat(headers(context).get("X-Test")).isNull());
	}

	@Test
	void usesBuilderOfBootWhenACustomizerHasNoDefinition() {
		this.contextRunner
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("singleton", header("a")))
			.run((context) -> {
				assertThat(headers(context).get("X-Test")).containsExactly("a");
				assertThat(context.getBeanFactory().containsSingleton(CONNECTOR)).isTrue();
			});
	}

	@Test
	void usesBuilderOfTheParent() {
		this.contextRunner.withBean(WebClientCustomizer.class, () -> header("parent"))
			.run((parent) -> new ApplicationContextRunner().withParent(parent)
				.run((context) -> assertThat(headers(context).get("X-Test")).containsExactly("parent")));
	}

	@Test
	void usesACopyOfTheBuilderOfTheApplication() {
		WebClient.Builder own = WebClient.builder().defaultHeader("X-Test", "own");
		this.contextRunner.withBean(WebClient.Builder.class, () -> own).run((context) -> {
			assertThat(builder(context)).isNotSameAs(own);
			assertThat(headers(context).get("X-Test")).containsExactly("own");
		});
	}

	@Test
	void createsABuilderWhenThereIsNone() {
		new ApplicationContextRunner().run((context) -> assertThat(builder(context)).isNotNull());
	}

	private static WebClientCustomizer header(String value) {
		return (builder) -> builder.defaultHeaders((headers) -> headers.add("X-Test", value));
	}

	private static WebClient.Builder builder(ConfigurableApplicationContext context) {
		return new ApplicationWebClient(context.getBeanFactory()).builder();
	}

	private static HttpHeaders headers(ConfigurableApplicationContext context) {
		HttpHeaders headers = new HttpHeaders();
		builder(context).defaultHeaders(headers::addAll);
		return headers;
	}

}
