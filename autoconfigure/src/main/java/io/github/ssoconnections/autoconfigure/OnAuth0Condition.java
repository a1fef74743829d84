// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when there is a tenant at Auth0 to use: credentials, or a bean that knows some.
 */
class OnAuth0Condition extends AnyNestedCondition {

	OnAuth0Condition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(Auth0ConnectionDetails.class)
	static class Details {

	}

	@ConditionalOnBean(Auth0Client.class)
	static class Client {

	}

	@Conditional(OnCredentials.class)
	static class Credentials {

	}

	/**
	 * Matches when a credential has text. Half of what is needed is enough: what is
	 * missing then stops the start.
	 */
	static class OnCredentials extends SpringBootCondition {

		private static final List<String> PROPERTIES = List.of("sso-connections.auth0.token",
				"sso-connections.auth0.client-id", "sso-connections.auth0.client-secret");

		static boolean isSet(Environment environment) {
			return !setIn(environment).isEmpty();
		}

		private static List<String> setIn(Environment environment) {
			return PROPERTIES.stream()
				.filter((property) -> StringUtils.hasText(environment.getProperty(property)))
				.toList();
		}

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			List<String> set = setIn(context.getEnvironment());
			ConditionMessage.Builder message = ConditionMessage.forCondition("Auth0 credentials");
			return set.isEmpty()
					? ConditionOutcome
						.noMatch(message.didNotFind("text in property", "text in properties").items(PROPERTIES))
					: ConditionOutcome.match(message.found("property", "properties").items(set));
		}

	}

}
