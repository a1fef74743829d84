// SPDX-License-Identifier: Apache-2.0

/**
 * In-memory stand-in for the vendors' connection APIs.
 */
@NullMarked
package io.github.ssoconnections.sandbox;

import org.jspecify.annotations.NullMarked;
