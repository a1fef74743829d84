// SPDX-License-Identifier: Apache-2.0

/**
 * Users at Clerk, and the enterprise connections through which they came.
 */
@NullMarked
package io.github.ssoconnections.clerk.user;

import org.jspecify.annotations.NullMarked;
