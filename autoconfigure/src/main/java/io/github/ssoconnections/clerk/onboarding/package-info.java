// SPDX-License-Identifier: Apache-2.0

/**
 * Onboarding of customers at Clerk.
 */
@NullMarked
package io.github.ssoconnections.clerk.onboarding;

import org.jspecify.annotations.NullMarked;
