// SPDX-License-Identifier: Apache-2.0

/**
 * Options of connections, by strategy.
 */
@NullMarked
package io.github.ssoconnections.auth0.options;

import org.jspecify.annotations.NullMarked;
