// SPDX-License-Identifier: Apache-2.0

/**
 * The actuator's endpoint about connections.
 */
@NullMarked
package io.github.ssoconnections.endpoint;

import org.jspecify.annotations.NullMarked;
