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
 * Names the property to set when a service is injected and no account is configured.
 * Precedes Boot's analyzer of missing beans.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingKeyFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Account CLERK = new Account(List.of(ClerkAutoConfiguration.API_KEY),
			ClerkConnectionDetails.class, ClerkClient.class,
			"no key of an account at Clerk is configured: the property 'sso-connections.clerk.api-key' is not set, "
					+ "or blank.",
			"Set the property 'sso-connections.clerk.api-key' to the secret key of your instance (sk_live_… or "
					+ "sk_test_…), or define a ClerkConnectionDetails bean.");

	private static final Account AUTH0 = new Account(List.of(Auth0AutoConfiguration.TOKEN,
			Auth0AutoConfiguration.CLIENT_ID, Auth0AutoConfiguration.CLIENT_SECRET), Auth0ConnectionDetails.class,
			Auth0Client.class,
			"no tenant at Auth0 is configured: the properties 'sso-connections.auth0.token' and "
					+ "'sso-connections.auth0.client-id' are not set, or blank.",
			"Set the property 'sso-connections.auth0.domain' to the domain of your tenant, and the properties "
					+ "'sso-connections.auth0.client-id' and 'sso-connections.auth0.client-secret' to those of an "
					+ "application that may use the Management API; or define an Auth0ConnectionDetails bean.");

	private final List<Account> missing;

	MissingKeyFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		// The bean factory is closed when analyze is called
		this.missing = Stream.of(CLERK, AUTH0)
			.filter((account) -> OnAccountCondition.withText(environment, account.credentials()).isEmpty()
					&& !account.isDefined(beanFactory))
			.toList();
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = cause.getBeanType();
		if (cause.getNumberOfBeansFound() != 0 || type == null) {
			return null;
		}
		String component = (description != null) ? description : "A component";
		return this.missing.stream()
			.filter((account) -> account.isNeededBy(type))
			.findFirst()
			.map((account) -> new FailureAnalysis(
					component + " required a bean of type '" + type.getName() + "', but " + account.description(),
					account.action(), cause))
			.orElse(null);
	}

	/**
	 * An account that can be missing.
	 *
	 * @param credentials the properties with its credentials
	 * @param details the type of its connection details
	 * @param client the type of its client
	 * @param description the description of the failure
	 * @param action the action of the failure analysis
	 */
	private record Account(List<String> credentials, Class<?> details, Class<?> client, String description,
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
