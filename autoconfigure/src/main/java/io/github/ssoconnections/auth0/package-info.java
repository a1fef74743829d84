// SPDX-License-Identifier: Apache-2.0

/**
 * Services of Auth0, with their requests and responses.
 */
@NullMarked
package io.github.ssoconnections.auth0;

import org.jspecify.annotations.NullMarked;
