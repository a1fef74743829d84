// SPDX-License-Identifier: Apache-2.0

/**
 * Applications (clients) of a tenant, read only.
 */
@NullMarked
package io.github.ssoconnections.auth0.application;

import org.jspecify.annotations.NullMarked;
