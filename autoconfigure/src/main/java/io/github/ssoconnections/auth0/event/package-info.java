// SPDX-License-Identifier: Apache-2.0

/**
 * The event stream of a tenant: hints that a connection was changed, by anyone.
 */
@NullMarked
package io.github.ssoconnections.auth0.event;

import org.jspecify.annotations.NullMarked;
