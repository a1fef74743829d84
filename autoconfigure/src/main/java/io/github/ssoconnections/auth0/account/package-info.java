// SPDX-License-Identifier: Apache-2.0

/**
 * Accounts at Auth0, with all services of each.
 */
@NullMarked
package io.github.ssoconnections.auth0.account;

import org.jspecify.annotations.NullMarked;
