// SPDX-License-Identifier: Apache-2.0

/**
 * Log events of a tenant: why users cannot sign in.
 */
@NullMarked
package io.github.ssoconnections.auth0.log;

import org.jspecify.annotations.NullMarked;
