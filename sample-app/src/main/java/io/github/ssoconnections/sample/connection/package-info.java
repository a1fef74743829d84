// SPDX-License-Identifier: Apache-2.0

/**
 * The page of one connection, and its actions.
 */
@NullMarked
package io.github.ssoconnections.sample.connection;

import org.jspecify.annotations.NullMarked;
