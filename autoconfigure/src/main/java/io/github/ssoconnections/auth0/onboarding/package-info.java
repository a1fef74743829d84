// SPDX-License-Identifier: Apache-2.0

/**
 * Onboarding of customers at Auth0.
 */
@NullMarked
package io.github.ssoconnections.auth0.onboarding;

import org.jspecify.annotations.NullMarked;
