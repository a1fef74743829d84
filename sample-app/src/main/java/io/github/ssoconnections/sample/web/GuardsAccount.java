// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a changing handler whose path does not name the account: it calls
 * {@link Change#begin} before it changes anything. Without the mark, such a handler is
 * rejected as soon as any account is read-only.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GuardsAccount {

}
