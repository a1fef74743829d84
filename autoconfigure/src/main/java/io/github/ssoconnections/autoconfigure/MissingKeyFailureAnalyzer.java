// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

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

	private final List<VendorRegistration<?, ?, ?, ?>> missing;

	MissingKeyFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		// The bean factory is closed when analyze is called
		this.missing = VendorRegistration.all()
			.stream()
			.filter((vendor) -> OnAccountCondition.withText(environment, vendor.credentials()).isEmpty())
			.filter((vendor) -> !isDefined(beanFactory, vendor.details()) && !isDefined(beanFactory, vendor.client()))
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
			.filter((vendor) -> isOf(vendor, type))
			.findFirst()
			.map((vendor) -> new FailureAnalysis(
					component + " required a bean of type '" + type.getName() + "', but " + vendor.missing(),
					vendor.remedy(), cause))
			.orElse(null);
	}

	private static boolean isOf(VendorRegistration<?, ?, ?, ?> vendor, Class<?> type) {
		return (type.getPackageName() + ".").startsWith(vendor.client().getPackageName() + ".");
	}

	private static boolean isDefined(BeanFactory beanFactory, Class<?> type) {
		return ((ListableBeanFactory) beanFactory).getBeanNamesForType(type, true, false).length > 0;
	}

}
