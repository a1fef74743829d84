// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says which property to set where a service is injected and no key is configured. Comes
 * before Boot's own analyzer, which could only say that there is no such bean.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingKeyFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Account CLERK = new Account(new OnClerkCondition.OnKey(), ClerkConnectionDetails.class,
			ClerkClient.class,
			"no key of an account at Clerk is configured: the property 'sso-connections.clerk.api-key' is not set, "
					+ "or blank.",
			"Set the property 'sso-connections.clerk.api-key' to the secret key of your instance (sk_live_… or "
					+ "sk_test_…), or define a ClerkConnectionDetails bean.");

	private static final Account AUTH0 = new Account(new OnAuth0Condition.OnCredentials(), Auth0ConnectionDetails.class,
			Auth0Client.class,
			"no tenant at Auth0 is configured: the properties 'sso-connections.auth0.token' and "
					+ "'sso-connections.auth0.client-id' are not set, or blank.",
			"Set the property 'sso-connections.auth0.domain' to the domain of your tenant, and the properties "
					+ "'sso-connections.auth0.client-id' and 'sso-connections.auth0.client-secret' to those of an "
					+ "application that may use the Management API; or define an Auth0ConnectionDetails bean.");

	private final List<Account> missing;

	MissingKeyFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		// Now, as the beans are gone once the failed context is closed
		this.missing = Stream.of(CLERK, AUTH0)
			.filter((account) -> !account.credentials().matches(environment) && !account.isDefined(beanFactory))
			.toList();
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = cause.getBeanType();
		// Where there is an account, something else is amiss, such as a qualifier: Boot
		// tells
		if (cause.getNumberOfBeansFound() != 0 || type == null) {
			return null;
		}
		String who = (description != null) ? description : "A component";
		return this.missing.stream()
			.filter((account) -> account.isNeededBy(type))
			.findFirst()
			.map((account) -> new FailureAnalysis(
					who + " required a bean of type '" + type.getName() + "', but " + account.description(),
					account.action(), cause))
			.orElse(null);
	}

	/**
	 * An account that may be missing.
	 *
	 * @param credentials the condition that its credentials are configured
	 * @param details the type of the beans that know it
	 * @param client the type of its client
	 * @param description what is missing
	 * @param action what to do
	 */
	private record Account(OnTextCondition credentials, Class<?> details, Class<?> client, String description,
			String action) {

		boolean isNeededBy(Class<?> type) {
			return (type.getPackageName() + ".").startsWith(this.client.getPackageName() + ".");
		}

		boolean isDefined(BeanFactory beanFactory) {
			return isDefined(beanFactory, this.details) || isDefined(beanFactory, this.client);
		}

		private static boolean isDefined(BeanFactory beanFactory, Class<?> type) {
			return ((ListableBeanFactory) beanFactory).getBeanNamesForType(type, true, false).length > 0;
		}

	}

}
