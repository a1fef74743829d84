// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Set;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Says which property to set where a service is injected and no key is configured. Comes
 * before Boot's own analyzer, which could only say that there is no such bean.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingKeyFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Set<Class<?>> CLERK = Set.of(EnterpriseConnectionService.class, SamlConnectionService.class,
			EnterpriseConnectionCreation.class, SamlConnectionCreation.class, ClerkClient.class);

	private final boolean configured;

	MissingKeyFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		// Now, as the beans are gone once the failed context is closed
		this.configured = StringUtils.hasText(environment.getProperty("sso-connections.clerk.api-key"))
				|| isDefined(beanFactory, ClerkConnectionDetails.class) || isDefined(beanFactory, ClerkClient.class);
	}

	private static boolean isDefined(BeanFactory beanFactory, Class<?> type) {
		return ((ListableBeanFactory) beanFactory).getBeanNamesForType(type, true, false).length > 0;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = cause.getBeanType();
		// Where there is an account, something else is amiss, such as a qualifier: Boot
		// tells
		if (this.configured || cause.getNumberOfBeansFound() != 0 || type == null || !CLERK.contains(type)) {
			return null;
		}
		String who = (description != null) ? description : "A component";
		return new FailureAnalysis(
				who + " required a bean of type '" + type.getName() + "', but no key of an account at Clerk is "
						+ "configured: the property 'sso-connections.clerk.api-key' is not set, or blank.",
				"Set the property 'sso-connections.clerk.api-key' to the secret key of your instance (sk_live_… or "
						+ "sk_test_…), or define a ClerkConnectionDetails bean.",
				cause);
	}

}
