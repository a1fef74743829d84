// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.SandboxCredentials;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Registers the connection details of every account, and replaces those that the
 * application defines.
 */
final class SandboxAccountsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final Log logger = LogFactory.getLog(SandboxAccountsRegistrar.class);

	private final Environment environment;

	private final ListableBeanFactory beans;

	SandboxAccountsRegistrar(Environment environment, BeanFactory beans) {
		this.environment = environment;
		this.beans = (ListableBeanFactory) beans;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		disableRateLimits();
		for (SandboxVendor vendor : SandboxVendor.values()) {
			Set<String> missing = new HashSet<>(vendor.accounts(this.environment));
			for (String name : this.beans.getBeanNamesForType(vendor.details(), true, false)) {
				if (registry.containsBeanDefinition(name)) {
					missing.remove(replace(registry, name, vendor));
				}
			}
			missing.forEach(
					(account) -> registry.registerBeanDefinition(beanName(vendor, account), details(vendor, account)));
		}
	}

	// The vendors' limits for test keys would make tests wait
	private void disableRateLimits() {
		if (this.environment instanceof ConfigurableEnvironment configurable) {
			Map<String, Object> defaults = new HashMap<>();
			for (SandboxVendor vendor : SandboxVendor.values()) {
				defaults.put(vendor.prefix() + ".rate-limit.enabled", false);
			}
			configurable.getPropertySources().addLast(new MapPropertySource("ssoSandbox", defaults));
		}
	}

	private String replace(BeanDefinitionRegistry registry, String name, SandboxVendor vendor) {
		BeanDefinition replaced = registry.getBeanDefinition(name);
		String qualifier = qualifier(replaced);
		String account = (qualifier != null) ? qualifier : SandboxCredentials.DEFAULT_ACCOUNT;
		RootBeanDefinition details = details(vendor, account);
		details.setPrimary(replaced.isPrimary());
		details.setFallback(replaced.isFallback());
		details.setAutowireCandidate(replaced.isAutowireCandidate());
		if (replaced instanceof AbstractBeanDefinition definition) {
			details.setDefaultCandidate(definition.isDefaultCandidate());
		}
		registry.removeBeanDefinition(name);
		registry.registerBeanDefinition(name, details);
		logger.info("The connection details of the bean '" + name + "' are replaced by those of the sandbox");
		return account;
	}

	private static @Nullable String qualifier(BeanDefinition definition) {
		if (definition instanceof AbstractBeanDefinition bean) {
			AutowireCandidateQualifier qualifier = bean.getQualifier(Qualifier.class.getName());
			if (qualifier != null && qualifier.getAttribute("value") instanceof String value) {
				return value;
			}
		}
		if (definition instanceof AnnotatedBeanDefinition bean) {
			AnnotatedTypeMetadata metadata = (bean.getFactoryMethodMetadata() != null) ? bean.getFactoryMethodMetadata()
					: bean.getMetadata();
			return metadata.getAnnotations().get(Qualifier.class).getValue("value", String.class).orElse(null);
		}
		return null;
	}

	private static RootBeanDefinition details(SandboxVendor vendor, String account) {
		RootBeanDefinition details = new RootBeanDefinition(vendor.sandboxDetails());
		details.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(Sandbox.class));
		details.getConstructorArgumentValues().addIndexedArgumentValue(1, account);
		if (!account.equals(SandboxCredentials.DEFAULT_ACCOUNT)) {
			details.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
			details.setDefaultCandidate(false);
		}
		return details;
	}

	private static String beanName(SandboxVendor vendor, String account) {
		String name = StringUtils.uncapitalize(vendor.sandboxDetails().getSimpleName());
		return account.equals(SandboxCredentials.DEFAULT_ACCOUNT) ? name : name + '-' + account;
	}

}
