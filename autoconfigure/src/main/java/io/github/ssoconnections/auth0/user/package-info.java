// SPDX-License-Identifier: Apache-2.0

/**
 * Users at Auth0, and the connections through which they came.
 */
@NullMarked
package io.github.ssoconnections.auth0.user;

import org.jspecify.annotations.NullMarked;
