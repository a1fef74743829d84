// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import io.github.ssoconnections.sandbox.Sandbox;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * {@link Configuration @Configuration} to run an application with a {@link Sandbox} at
 * development time, without a key. Use it with
 * {@code SpringApplication.from(Application::main).with(SsoSandboxConfiguration.class)},
 * in a class of the test sources.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(SsoSandboxAutoConfiguration.class)
public final class SsoSandboxConfiguration {

}
