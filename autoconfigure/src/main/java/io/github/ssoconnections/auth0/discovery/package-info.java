// SPDX-License-Identifier: Apache-2.0

/**
 * Discovery domains, by which the organization prompt finds an organization.
 */
@NullMarked
package io.github.ssoconnections.auth0.discovery;

import org.jspecify.annotations.NullMarked;
