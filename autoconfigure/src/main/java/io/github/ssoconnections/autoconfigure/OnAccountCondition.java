// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
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
				List<String> names = candidates(beans, type);
				if (!names.isEmpty()) {
					return ConditionOutcome.match(message.found("bean", "beans").items(names));
				}
			}
		}
		return ConditionOutcome.noMatch(message.didNotFind("bean of type", "beans of types").items(this.types));
	}

	// Those that @ConditionalOnBean would see: others are asked for by name only
	private static List<String> candidates(ConfigurableListableBeanFactory beans, Class<?> type) {
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
			.filter((name) -> isCandidate(beans, name))
			.toList();
	}

	private static boolean isCandidate(ConfigurableListableBeanFactory beans, String name) {
		if (!beans.containsBeanDefinition(name)) {
			return true;
		}
		BeanDefinition definition = beans.getBeanDefinition(name);
		return definition.isAutowireCandidate()
				&& !(definition instanceof AbstractBeanDefinition bean && !bean.isDefaultCandidate());
	}

}
