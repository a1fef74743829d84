// SPDX-License-Identifier: Apache-2.0

/**
 * Services of Clerk, with their requests and responses.
 */
@NullMarked
package io.github.ssoconnections.clerk;

import org.jspecify.annotations.NullMarked;
