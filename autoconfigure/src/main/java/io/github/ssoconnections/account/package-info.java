// SPDX-License-Identifier: Apache-2.0

/**
 * Accounts at vendors.
 */
@NullMarked
package io.github.ssoconnections.account;

import org.jspecify.annotations.NullMarked;
