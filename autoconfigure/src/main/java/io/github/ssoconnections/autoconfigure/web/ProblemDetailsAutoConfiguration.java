// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.web;

import io.github.ssoconnections.web.ProblemDetailMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for problem details of failures, in
 * applications with Spring MVC or Spring WebFlux. Off by default.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("sso-connections.web.problem-details.enabled")
@EnableConfigurationProperties(WebProperties.class)
public final class ProblemDetailsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ProblemDetailMapper ssoProblemDetailMapper(WebProperties properties) {
		return ProblemDetailMapper.create(properties.getProblemDetails().isIncludeVendor());
	}

	// The order of Boot's own, so that an advice of the application can precede it
	@Bean
	@Order(0)
	ProblemDetailsAdvice ssoProblemDetailsAdvice(ProblemDetailMapper mapper) {
		return new ProblemDetailsAdvice(mapper);
	}

}
