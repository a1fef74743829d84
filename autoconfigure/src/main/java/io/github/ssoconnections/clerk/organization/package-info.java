// SPDX-License-Identifier: Apache-2.0

/**
 * Organizations at Clerk, and their domains.
 */
@NullMarked
package io.github.ssoconnections.clerk.organization;

import org.jspecify.annotations.NullMarked;
