// SPDX-License-Identifier: Apache-2.0

/**
 * Connections of all vendors, with the properties that vendors have in common.
 */
@NullMarked
package io.github.ssoconnections.catalog;

import org.jspecify.annotations.NullMarked;
