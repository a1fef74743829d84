// SPDX-License-Identifier: Apache-2.0

/**
 * Clerk: its services, what they send and what comes back.
 */
@NullMarked
package io.github.ssoconnections.clerk;

import org.jspecify.annotations.NullMarked;
