// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when there is an account at Clerk to use: a key, or a bean that knows one.
 */
class OnClerkCondition extends AnyNestedCondition {

	OnClerkCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(ClerkConnectionDetails.class)
	static class Details {

	}

	@ConditionalOnBean(ClerkClient.class)
	static class Client {

	}

	@Conditional(OnKey.class)
	static class Key {

	}

	/**
	 * Matches when the key has text. {@code @ConditionalOnProperty} would take a blank
	 * one, such as that of {@code ${CLERK_SECRET_KEY:}}, for set.
	 */
	static class OnKey extends SpringBootCondition {

		private static final String PROPERTY = "sso-connections.clerk.api-key";

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean set = StringUtils.hasText(context.getEnvironment().getProperty(PROPERTY));
			ConditionMessage.ItemsBuilder message = set ? ConditionMessage.forCondition("Clerk key").found("property")
					: ConditionMessage.forCondition("Clerk key").didNotFind("text in property");
			return new ConditionOutcome(set, message.items(PROPERTY));
		}

	}

}
