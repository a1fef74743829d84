// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when one of some properties has text. {@code @ConditionalOnProperty} would take
 * a blank one, such as that of {@code ${CLERK_SECRET_KEY:}}, for set.
 */
abstract class OnTextCondition extends SpringBootCondition {

	private final String name;

	private final List<String> properties;

	OnTextCondition(String name, String... properties) {
		this.name = name;
		this.properties = List.of(properties);
	}

	boolean matches(Environment environment) {
		return !setIn(environment).isEmpty();
	}

	private List<String> setIn(Environment environment) {
		return this.properties.stream()
			.filter((property) -> StringUtils.hasText(environment.getProperty(property)))
			.toList();
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> set = setIn(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition(this.name);
		return set.isEmpty()
				? ConditionOutcome
					.noMatch(message.didNotFind("text in property", "text in properties").items(this.properties))
				: ConditionOutcome.match(message.found("property", "properties").items(set));
	}

}
