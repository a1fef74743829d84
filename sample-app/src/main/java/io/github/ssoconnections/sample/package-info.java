// SPDX-License-Identifier: Apache-2.0

/**
 * Sample console.
 */
@NullMarked
package io.github.ssoconnections.sample;

import org.jspecify.annotations.NullMarked;
