// SPDX-License-Identifier: Apache-2.0

/**
 * Auto-configuration of the vendors' services.
 */
@NullMarked
package io.github.ssoconnections.autoconfigure;

import org.jspecify.annotations.NullMarked;
