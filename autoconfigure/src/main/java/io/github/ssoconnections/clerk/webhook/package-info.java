// SPDX-License-Identifier: Apache-2.0

/**
 * Webhooks that Clerk sends: verification of their signature.
 */
@NullMarked
package io.github.ssoconnections.clerk.webhook;

import org.jspecify.annotations.NullMarked;
