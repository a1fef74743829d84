// SPDX-License-Identifier: Apache-2.0

/**
 * Auth0's Management API for connections, in memory, with its token endpoint.
 */
@NullMarked
package io.github.ssoconnections.sandbox.auth0;

import org.jspecify.annotations.NullMarked;
