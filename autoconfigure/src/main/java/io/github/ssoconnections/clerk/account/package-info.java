// SPDX-License-Identifier: Apache-2.0

/**
 * Accounts at Clerk, with all services of each.
 */
@NullMarked
package io.github.ssoconnections.clerk.account;

import org.jspecify.annotations.NullMarked;
