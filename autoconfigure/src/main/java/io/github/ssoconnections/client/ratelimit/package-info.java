// SPDX-License-Identifier: Apache-2.0

/**
 * The rate limit of an account: permits, the queue of calls that wait for one, and the
 * pause after a 429.
 */
@NullMarked
package io.github.ssoconnections.client.ratelimit;

import org.jspecify.annotations.NullMarked;
