// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.web;

import io.github.ssoconnections.web.ProblemDetailMapper;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.ControllerAdviceBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * When there are problem details. What they are like, see {@link ProblemDetailsWebTests}.
 */
class ProblemDetailsAutoConfigurationTests {

	private static final String ENABLED = "sso-connections.web.problem-details.enabled=true";

	private static final AutoConfigurations OURS = AutoConfigurations.of(ProblemDetailsAutoConfiguration.class);

	@Test
	void isOffByDefault() {
		new WebApplicationContextRunner().withConfiguration(OURS)
			.run((context) -> assertThat(context).doesNotHaveBean(ProblemDetailMapper.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues("sso-connections.web.problem-details.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ProblemDetailMapper.class));
	}

	@Test
	void isForWebApplicationsOnly() {
		new ApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).doesNotHaveBean(ProblemDetailMapper.class));
	}

	@Test
	void needsNeitherWebStack() {
		new WebApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues(ENABLED)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.run((context) -> assertThat(context).hasSingleBean(ProblemDetailsAdvice.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues(ENABLED)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasSingleBean(ProblemDetailsAdvice.class));
	}

	@Test
	void canBePrecededByAnAdviceOfTheApplication() {
		new WebApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues(ENABLED)
			.withUserConfiguration(WithoutOrder.class, Preceding.class)
			.run((context) -> assertThat(ControllerAdviceBean.findAnnotatedBeans(context))
				.extracting(ControllerAdviceBean::getBeanType)
				.containsExactly(Preceding.class, ProblemDetailsAdvice.class, WithoutOrder.class));
	}

	@Test
	void hasTheApplicationsOwnMapping() {
		ProblemDetailMapper own = mock(ProblemDetailMapper.class);
		new WebApplicationContextRunner().withConfiguration(OURS)
			.withPropertyValues(ENABLED)
			.withBean(ProblemDetailMapper.class, () -> own)
			.run((context) -> assertThat(context).getBean(ProblemDetailMapper.class).isSameAs(own));
	}

	@Order(-1)
	@ControllerAdvice
	static class Preceding {

	}

	@ControllerAdvice
	static class WithoutOrder {

	}

}
