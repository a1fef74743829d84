// SPDX-License-Identifier: Apache-2.0

/**
 * Declared connections at Auth0.
 */
@NullMarked
package io.github.ssoconnections.auth0.declarative;

import org.jspecify.annotations.NullMarked;
