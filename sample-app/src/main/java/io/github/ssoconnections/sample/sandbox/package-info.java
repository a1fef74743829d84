// SPDX-License-Identifier: Apache-2.0

/**
 * The sandbox that stands in for an account.
 */
@NullMarked
package io.github.ssoconnections.sample.sandbox;

import org.jspecify.annotations.NullMarked;
