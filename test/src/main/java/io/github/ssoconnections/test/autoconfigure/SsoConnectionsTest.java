// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.Environment;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Annotation for a test of code that uses the services, and nothing else of the
 * application: the auto-configurations of this library and what they build on are
 * applied, with a sandbox as by {@link AutoConfigureSsoSandbox}, and no others.
 * <p>
 * Components of the application are not scanned: name those under test with
 * {@code @Import} or {@link #includeFilters()}. Use {@code @SpringBootTest} with
 * {@link AutoConfigureSsoSandbox} for the whole application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(SsoConnectionsTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(SsoConnectionsTypeExcludeFilter.class)
@AutoConfigureSsoSandbox
@ImportAutoConfiguration
public @interface SsoConnectionsTest {

	/**
	 * Properties in the form {@code key=value} that are added to the {@link Environment}
	 * before the test runs.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * The location of the connections that the sandbox has at the start of each test.
	 * @return the location of a JSON document, none by default
	 * @see AutoConfigureSsoSandbox#seed()
	 */
	@AliasFor(annotation = AutoConfigureSsoSandbox.class, attribute = "seed")
	String seed() default "";

	/**
	 * Whether components are excluded by default: all but those of
	 * {@link #includeFilters()}.
	 * @return whether the default filters are used
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters of components to include.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters of components to exclude.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations to exclude.
	 * @return the auto-configurations
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
