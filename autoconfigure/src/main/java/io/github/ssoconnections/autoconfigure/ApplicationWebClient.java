// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The application's {@link WebClient.Builder}. Boot's builder is copied without its
 * shared connector, which is expensive to create and is replaced for vendors anyway.
 */
final class ApplicationWebClient {

	private static final String CONNECTOR_CUSTOMIZER = "webClientHttpConnectorCustomizer";

	private final ConfigurableListableBeanFactory beanFactory;

	ApplicationWebClient(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Create a builder with the customizers of the application.
	 * @return the builder
	 */
	WebClient.Builder builder() {
		String[] customizers = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
				WebClientCustomizer.class);
		if (!isBuilderOfBoot() || !Arrays.stream(customizers).allMatch(this.beanFactory::containsBeanDefinition)) {
			return this.beanFactory.getBeanProvider(WebClient.Builder.class).getIfAvailable(WebClient::builder).clone();
		}
		WebClient.Builder builder = WebClient.builder();
		Arrays.stream(customizers)
			.filter((name) -> !name.equals(CONNECTOR_CUSTOMIZER))
			.filter((name) -> OnAccountCondition.isDefaultCandidate(this.beanFactory, name))
			.sorted(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(this::orderSources))
			.forEach((name) -> customizer(name).customize(builder));
		return builder;
	}

	private boolean isBuilderOfBoot() {
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, WebClient.Builder.class);
		return names.length == 1 && isOfBoot(names[0])
				&& (!this.beanFactory.containsBean(CONNECTOR_CUSTOMIZER) || isOfBoot(CONNECTOR_CUSTOMIZER));
	}

	private boolean isOfBoot(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		String factoryBean = this.beanFactory.getMergedBeanDefinition(name).getFactoryBeanName();
		Method method = factoryMethod(name);
		return WebClientAutoConfiguration.class.getName().equals(factoryBean)
				|| (method != null && method.getDeclaringClass() == WebClientAutoConfiguration.class);
	}

	private Object orderSources(Object name) {
		Method method = factoryMethod(name.toString());
		Object customizer = customizer(name.toString());
		return (method != null) ? new Object[] { method, customizer } : customizer;
	}

	private WebClientCustomizer customizer(String name) {
		return this.beanFactory.getBean(name, WebClientCustomizer.class);
	}

	private @Nullable Method factoryMethod(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		return (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
	}

}
