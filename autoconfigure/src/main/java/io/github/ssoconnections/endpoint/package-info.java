// SPDX-License-Identifier: Apache-2.0

/**
 * Actuator endpoint for connections.
 */
@NullMarked
package io.github.ssoconnections.endpoint;

import org.jspecify.annotations.NullMarked;
