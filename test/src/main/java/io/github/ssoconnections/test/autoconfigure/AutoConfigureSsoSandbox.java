// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.sandbox.Sandbox;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Annotation for a test class, such as one with {@code @SpringBootTest}, to start a
 * {@link Sandbox} and use it for every account of the application. No key is needed, and
 * no request is sent to a vendor.
 * <p>
 * There is one sandbox per application context, which tests can inject. It starts and
 * stops with the context, and is reset after each test. It replaces the address and the
 * credentials of every account: those of properties, and every
 * {@link ClerkConnectionDetails} and {@link Auth0ConnectionDetails} bean. Clients that
 * the application creates by itself, with credentials of their own, are left as they are.
 * All accounts share the data of the sandbox, and have their own credentials. Rate limits
 * are not enforced unless {@code sso-connections.clerk.rate-limit.enabled} or
 * {@code sso-connections.auth0.rate-limit.enabled} is set.
 * <p>
 * The accounts are those whose names are in the properties, and the one without a name:
 * for each vendor without named accounts, or with credentials of the one without a name,
 * blank ones included.
 *
 * @see SsoSandboxAutoConfiguration
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping(value = "sso-connections.test.sandbox", skip = PropertyMapping.Skip.ON_DEFAULT_VALUE)
public @interface AutoConfigureSsoSandbox {

	/**
	 * The location of the connections that the sandbox has at the start of each test, in
	 * the format of {@link Sandbox#seed(String)}. On the class path, unless it has
	 * another prefix such as {@code file:}.
	 * @return the location of a JSON document, none by default
	 */
	String seed() default "";

}
