// SPDX-License-Identifier: Apache-2.0

/**
 * Watching the signing certificates of all connections: sweeps, meters and events.
 */
@NullMarked
package io.github.ssoconnections.monitor;

import org.jspecify.annotations.NullMarked;
