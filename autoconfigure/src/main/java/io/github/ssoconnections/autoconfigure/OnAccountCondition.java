// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when there is an account to use: credentials, or a bean that knows some. In one
 * piece, as an {@code AnyNestedCondition} reads the class file of each of its parts, each
 * time that it is asked.
 */
abstract class OnAccountCondition extends SpringBootCondition implements ConfigurationCondition {

	private final OnTextCondition credentials;

	private final List<Class<?>> types;

	OnAccountCondition(OnTextCondition credentials, Class<?>... types) {
		this.credentials = credentials;
		this.types = List.of(types);
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionOutcome outcome = this.credentials.getMatchOutcome(context, metadata);
		if (outcome.isMatch()) {
			return outcome;
		}
		ConditionMessage.Builder message = outcome.getConditionMessage().andCondition("account");
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		if (beans != null) {
			for (Class<?> type : this.types) {
				String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false);
				if (names.length > 0) {
					return ConditionOutcome.match(message.found("bean", "beans").items((Object[]) names));
				}
			}
		}
		return ConditionOutcome.noMatch(message.didNotFind("bean of type", "beans of types").items(this.types));
	}

}
