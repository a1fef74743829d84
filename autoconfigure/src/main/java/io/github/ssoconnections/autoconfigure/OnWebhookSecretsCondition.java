// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition that the account without a name has a signing secret of webhooks.
 */
final class OnWebhookSecretsCondition extends SpringBootCondition {

	static boolean isMet(Environment environment, String prefix) {
		return Binder.get(environment)
			.bind(prefix + "." + ClerkWebhookProperties.SECRETS, Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.anyMatch(StringUtils::hasText);
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String prefix = new ClerkRegistration().prefix();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Signing secret of webhooks");
		String property = prefix + "." + ClerkWebhookProperties.SECRETS;
		return isMet(context.getEnvironment(), prefix)
				? ConditionOutcome.match(message.found("text in property").items(property))
				: ConditionOutcome.noMatch(message.didNotFind("text in property").items(property));
	}

}
