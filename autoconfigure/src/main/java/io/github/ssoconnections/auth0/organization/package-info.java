// SPDX-License-Identifier: Apache-2.0

/**
 * Organizations, and the connections that are enabled for them.
 */
@NullMarked
package io.github.ssoconnections.auth0.organization;

import org.jspecify.annotations.NullMarked;
