// SPDX-License-Identifier: Apache-2.0

/**
 * Directory provisioning of connections.
 */
@NullMarked
package io.github.ssoconnections.auth0.directory;

import org.jspecify.annotations.NullMarked;
