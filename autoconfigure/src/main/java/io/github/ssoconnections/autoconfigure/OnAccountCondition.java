// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.StringUtils;

/**
 * Condition of {@link ConditionalOnAccount}. One class, as an {@code AnyNestedCondition}
 * reads the class files of all its members at every evaluation.
 */
final class OnAccountCondition extends SpringBootCondition implements ConfigurationCondition {

	static List<String> withText(Environment environment, List<String> properties) {
		return properties.stream().filter((property) -> hasText(environment, property)).toList();
	}

	// A placeholder without a value fails the start, unless a bean has the credentials
	private static boolean hasText(Environment environment, String property) {
		try {
			return StringUtils.hasText(environment.getProperty(property));
		}
		catch (PlaceholderResolutionException ex) {
			return true;
		}
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		MergedAnnotation<ConditionalOnAccount> account = metadata.getAnnotations().get(ConditionalOnAccount.class);
		List<String> properties = List.of(account.getStringArray("properties"));
		List<String> set = withText(context.getEnvironment(), properties);
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnAccount.class);
		if (!set.isEmpty()) {
			return ConditionOutcome.match(message.found("property", "properties").items(set));
		}
		Class<?>[] types = account.getClassArray("beans");
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		for (Class<?> type : types) {
			List<String> names = (beans != null) ? candidates(beans, type) : List.of();
			if (!names.isEmpty()) {
				return ConditionOutcome.match(message.found("bean", "beans").items(names));
			}
		}
		List<String> named = namedAccounts(account.getString("named"), context.getEnvironment(), beans,
				!properties.isEmpty());
		if (!named.isEmpty()) {
			return ConditionOutcome.match(message.found("named account", "named accounts").items(named));
		}
		return ConditionOutcome.noMatch(
				ConditionMessage.of(Stream
					.of(message.didNotFind("text in property", "text in properties").items(properties),
							message.didNotFind("bean of type", "beans of types").items(Arrays.asList(types)))
					.toList()));
	}

	private static List<String> namedAccounts(String vendor, Environment environment,
			@Nullable ConfigurableListableBeanFactory beans, boolean ofVendor) {
		if (vendor.isEmpty() || beans == null) {
			return List.of();
		}
		return VendorRegistration.all()
			.stream()
			.filter((registration) -> vendor.equals(ConditionalOnAccount.ANY_VENDOR)
					|| vendor.equals(registration.name()))
			.flatMap((registration) -> AccountNames.of(environment, registration.prefix())
				.stream()
				.filter((name) -> !withText(environment, registration.credentials(name)).isEmpty()
						|| hasBean(beans, registration.details()))
				// Anything but the vendor's own auto-configuration depends on it
				.filter((name) -> ofVendor || hasBean(beans, registration.accounts()))
				.map((name) -> registration.name() + "/" + name))
			.toList();
	}

	private static boolean hasBean(ConfigurableListableBeanFactory beans, Class<?> type) {
		return beans.getBeanNamesForType(type, true, false).length > 0;
	}

	private static List<String> candidates(ConfigurableListableBeanFactory beans, Class<?> type) {
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
			.filter((name) -> isDefaultCandidate(beans, name))
			.toList();
	}

	static boolean isDefaultCandidate(ConfigurableListableBeanFactory beans, String name) {
		if (!beans.containsBeanDefinition(name)) {
			return true;
		}
		BeanDefinition definition = beans.getBeanDefinition(name);
		return definition.isAutowireCandidate()
				&& !(definition instanceof AbstractBeanDefinition bean && !bean.isDefaultCandidate());
	}

}
