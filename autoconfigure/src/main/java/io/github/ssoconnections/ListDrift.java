// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import org.jspecify.annotations.Nullable;

/**
 * Signs that a list changed while it was read page by page: an item may have been missed.
 *
 * @param totalBefore the number of items that the first page told, if it did
 * @param totalAfter the number of items that the last page told
 * @param duplicates how many items came twice and were dropped
 */
public record ListDrift(@Nullable Long totalBefore, @Nullable Long totalAfter, long duplicates) {

}
