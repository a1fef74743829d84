// SPDX-License-Identifier: Apache-2.0

/**
 * Health of the access to vendors, and of certificates.
 */
@NullMarked
package io.github.ssoconnections.health;

import org.jspecify.annotations.NullMarked;
