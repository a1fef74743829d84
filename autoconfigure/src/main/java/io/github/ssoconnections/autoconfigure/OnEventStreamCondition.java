// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if an account at Auth0 enables its event stream.
 */
final class OnEventStreamCondition extends SpringBootCondition {

	private static final String PREFIX = "sso-connections.auth0";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Event stream");
		return Stream
			.concat(Stream.of(PREFIX),
					AccountNames.of(environment, PREFIX).stream().map((name) -> PREFIX + ".accounts." + name))
			.map((prefix) -> prefix + ".events.enabled")
			.filter((property) -> Binder.get(environment).bind(property, Boolean.class).orElse(false))
			.findFirst()
			.map((property) -> ConditionOutcome.match(message.foundExactly(property)))
			.orElseGet(() -> ConditionOutcome.noMatch(message.because("no account enables it")));
	}

}
