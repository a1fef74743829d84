// SPDX-License-Identifier: Apache-2.0

/**
 * Auth0: which tenant the console shows, and its JSON API.
 */
@NullMarked
package io.github.ssoconnections.sample.auth0;

import org.jspecify.annotations.NullMarked;
