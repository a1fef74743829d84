// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Collection;
import java.util.List;

import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.core.env.Environment;

/**
 * Registers the beans of named accounts, once all conditions have been evaluated. In an
 * application that was processed ahead of time it runs at the start, too.
 */
final class NamedAccountRegistrar implements BeanDefinitionRegistryPostProcessor {

	private final Environment environment;

	NamedAccountRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		ConfigurableListableBeanFactory beanFactory = (ConfigurableListableBeanFactory) registry;
		boolean named = false;
		for (VendorRegistration<?, ?, ?, ?> vendor : VendorRegistration.all()) {
			Collection<String> names = AccountNames.valid(this.environment, vendor.prefix());
			if (!names.isEmpty()) {
				named = true;
				register(vendor, names, beanFactory, registry);
			}
		}
		if (named) {
			RootBeanDefinition advisor = new RootBeanDefinition(ConfigurationPropertiesBindHandlerAdvisor.class,
					() -> AccountDefaults::new);
			advisor.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
			registry.registerBeanDefinition("ssoConnectionsAccountDefaults", advisor);
		}
	}

	private void register(VendorRegistration<?, ?, ?, ?> vendor, Collection<String> names,
			ConfigurableListableBeanFactory beanFactory, BeanDefinitionRegistry registry) {
		String[] registries = beanFactory.getBeanNamesForType(vendor.accounts(), true, false);
		if (registries.length == 0) {
			// The auto-configuration of the vendor is not active
			return;
		}
		NamedAccounts.register(vendor, names, beanFactory, registry, this.environment);
		// Invalid properties of a named account must fail the start, not the first call
		List.of(registries).forEach((name) -> beanFactory.getBeanDefinition(name).setLazyInit(false));
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
