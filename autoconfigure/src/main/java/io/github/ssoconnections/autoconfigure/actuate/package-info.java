// SPDX-License-Identifier: Apache-2.0

/**
 * Auto-configuration of health and of the actuator's endpoint.
 */
@NullMarked
package io.github.ssoconnections.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
