// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler of a POST request that changes nothing at a vendor: it is allowed when
 * the console is read-only, and has no audit line.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesNothing {

}
