// SPDX-License-Identifier: Apache-2.0

/**
 * Activation of connections for clients and organizations, and what is missing for users
 * to sign in.
 */
@NullMarked
package io.github.ssoconnections.auth0.activation;

import org.jspecify.annotations.NullMarked;
