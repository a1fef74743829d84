// SPDX-License-Identifier: Apache-2.0

/**
 * The HTML pages.
 */
@NullMarked
package io.github.ssoconnections.sample.page;

import org.jspecify.annotations.NullMarked;
