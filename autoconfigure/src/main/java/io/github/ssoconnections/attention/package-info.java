// SPDX-License-Identifier: Apache-2.0

/**
 * What of all connections needs attention, by urgency.
 */
@NullMarked
package io.github.ssoconnections.attention;

import org.jspecify.annotations.NullMarked;
