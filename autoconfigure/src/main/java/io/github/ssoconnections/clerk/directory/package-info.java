// SPDX-License-Identifier: Apache-2.0

/**
 * Directories at Clerk: provisioning of users by an IdP (SCIM), and the roles of its
 * groups.
 */
@NullMarked
package io.github.ssoconnections.clerk.directory;

import org.jspecify.annotations.NullMarked;
