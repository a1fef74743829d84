// SPDX-License-Identifier: Apache-2.0

/**
 * Provisioning of users over SCIM, as it is set up at the vendors.
 */
@NullMarked
package io.github.ssoconnections.provisioning;

import org.jspecify.annotations.NullMarked;
