// SPDX-License-Identifier: Apache-2.0

/**
 * Pages of the sandbox that play the IdP for both vendors.
 */
@NullMarked
package io.github.ssoconnections.sandbox.signin;

import org.jspecify.annotations.NullMarked;
