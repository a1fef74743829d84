// SPDX-License-Identifier: Apache-2.0

/**
 * SCIM configurations of connections, and their tokens.
 */
@NullMarked
package io.github.ssoconnections.auth0.scim;

import org.jspecify.annotations.NullMarked;
