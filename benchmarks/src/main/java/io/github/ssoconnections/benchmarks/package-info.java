// SPDX-License-Identifier: Apache-2.0

/**
 * Wall-clock figures.
 */
@NullMarked
package io.github.ssoconnections.benchmarks;

import org.jspecify.annotations.NullMarked;
