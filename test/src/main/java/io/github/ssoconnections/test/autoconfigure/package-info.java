// SPDX-License-Identifier: Apache-2.0

/**
 * The sandbox in an application context, for tests and at development time.
 */
@NullMarked
package io.github.ssoconnections.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
