// SPDX-License-Identifier: Apache-2.0

/**
 * The pages that people look at.
 */
@NullMarked
package io.github.ssoconnections.sample.page;

import org.jspecify.annotations.NullMarked;
