// SPDX-License-Identifier: Apache-2.0

/**
 * Auth0: its services, what they send and what comes back.
 */
@NullMarked
package io.github.ssoconnections.auth0;

import org.jspecify.annotations.NullMarked;
