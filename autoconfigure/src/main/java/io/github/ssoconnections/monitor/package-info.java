// SPDX-License-Identifier: Apache-2.0

/**
 * Monitoring of the signing certificates of all connections: refresh, meters and events.
 */
@NullMarked
package io.github.ssoconnections.monitor;

import org.jspecify.annotations.NullMarked;
