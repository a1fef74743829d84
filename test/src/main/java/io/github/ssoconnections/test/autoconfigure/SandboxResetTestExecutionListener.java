// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import io.github.ssoconnections.sandbox.Sandbox;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * {@link AbstractTestExecutionListener} that resets the sandbox of the context after each
 * test, once its {@code @AfterEach} methods have been called.
 */
final class SandboxResetTestExecutionListener extends AbstractTestExecutionListener {

	// The sandbox has nothing to do with what other listeners reset
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE - 50;
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			reset(testContext.getApplicationContext());
		}
	}

	private static void reset(ApplicationContext context) {
		if (!(context instanceof ConfigurableApplicationContext configurable) || !configurable.isActive()) {
			return;
		}
		ConfigurableListableBeanFactory beans = configurable.getBeanFactory();
		for (String name : beans.getBeanNamesForType(SandboxSeed.class, false, false)) {
			// A sandbox that no bean has needed yet is not started
			for (String sandbox : beans.getBeanNamesForType(Sandbox.class, false, false)) {
				if (beans.containsSingleton(sandbox)) {
					beans.getBean(name, SandboxSeed.class).plant(beans.getBean(sandbox, Sandbox.class).reset());
				}
			}
		}
	}

}
