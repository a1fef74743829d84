// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a vendor can be reached and accepts the key.
 */
@NullMarked
package io.github.ssoconnections.health;

import org.jspecify.annotations.NullMarked;
