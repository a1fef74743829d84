// SPDX-License-Identifier: Apache-2.0

/**
 * Clerk: which account the console shows, and its JSON API.
 */
@NullMarked
package io.github.ssoconnections.sample.clerk;

import org.jspecify.annotations.NullMarked;
