// SPDX-License-Identifier: Apache-2.0

/**
 * Connections as all vendors have them.
 */
@NullMarked
package io.github.ssoconnections.catalog;

import org.jspecify.annotations.NullMarked;
