// SPDX-License-Identifier: Apache-2.0

/**
 * All items of a list, page by page, as the subscriber requests them.
 */
@NullMarked
package io.github.ssoconnections.client.paging;

import org.jspecify.annotations.NullMarked;
