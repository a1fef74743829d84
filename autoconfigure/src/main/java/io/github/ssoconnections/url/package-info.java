// SPDX-License-Identifier: Apache-2.0

/**
 * Parsing of URLs and host names as browsers do it.
 */
@NullMarked
package io.github.ssoconnections.url;

import org.jspecify.annotations.NullMarked;
