// SPDX-License-Identifier: Apache-2.0

/**
 * Declared connections: what an account shall have, how it differs, and the steps that
 * change it.
 */
@NullMarked
package io.github.ssoconnections.declarative;

import org.jspecify.annotations.NullMarked;
