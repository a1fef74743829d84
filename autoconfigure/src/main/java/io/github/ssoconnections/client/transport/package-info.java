// SPDX-License-Identifier: Apache-2.0

/**
 * The HTTP transport of all clients: Reactor Netty, tuned in one place.
 */
@NullMarked
package io.github.ssoconnections.client.transport;

import org.jspecify.annotations.NullMarked;
