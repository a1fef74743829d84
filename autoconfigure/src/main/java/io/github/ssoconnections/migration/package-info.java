// SPDX-License-Identifier: Apache-2.0

/**
 * Moving connections from Auth0 to Clerk: what maps, what changes, what does not map and
 * what blocks, for each connection.
 */
@NullMarked
package io.github.ssoconnections.migration;

import org.jspecify.annotations.NullMarked;
