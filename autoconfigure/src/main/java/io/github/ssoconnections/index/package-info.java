// SPDX-License-Identifier: Apache-2.0

/**
 * Index of the connections of all accounts: look-up by e-mail address and domain,
 * conflicts between connections, and changes that were made elsewhere.
 */
@NullMarked
package io.github.ssoconnections.index;

import org.jspecify.annotations.NullMarked;
