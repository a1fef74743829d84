// SPDX-License-Identifier: Apache-2.0

/**
 * Declared connections at Clerk.
 */
@NullMarked
package io.github.ssoconnections.clerk.declarative;

import org.jspecify.annotations.NullMarked;
