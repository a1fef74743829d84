// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches when an account of a vendor is
 * configured, by any of the properties or beans, or by name. Unlike with
 * {@code @ConditionalOnProperty}, a blank property, such as that of
 * {@code ${CLERK_SECRET_KEY:}}, counts as not set.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnAccountCondition.class)
public @interface ConditionalOnAccount {

	/**
	 * Return the properties with credentials. One with text is enough: further required
	 * ones are validated when the account is used.
	 * @return the names of the properties
	 */
	String[] properties() default {};

	/**
	 * Return the types of beans that configure the account without properties.
	 * @return the types, any of which is enough
	 */
	Class<?>[] beans() default {};

	/**
	 * Return the vendor whose named accounts are enough, if any of them has credentials.
	 * @return the name of the vendor, {@value #ANY_VENDOR} for any, empty for none
	 */
	String named() default "";

	/**
	 * Any vendor.
	 */
	String ANY_VENDOR = "*";

}
