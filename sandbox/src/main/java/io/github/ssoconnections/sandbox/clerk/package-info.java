// SPDX-License-Identifier: Apache-2.0

/**
 * Clerk's connections API: requests and their rules, the state, the two views of it.
 */
@NullMarked
package io.github.ssoconnections.sandbox.clerk;

import org.jspecify.annotations.NullMarked;
