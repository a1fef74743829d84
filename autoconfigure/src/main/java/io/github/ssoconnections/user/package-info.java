// SPDX-License-Identifier: Apache-2.0

/**
 * Users of all vendors, and the connections through which they came.
 */
@NullMarked
package io.github.ssoconnections.user;

import org.jspecify.annotations.NullMarked;
