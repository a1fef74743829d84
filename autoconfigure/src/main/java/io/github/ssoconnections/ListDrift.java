// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import org.jspecify.annotations.Nullable;

/**
 * Report that a list changed during pagination: an item may have been missed.
 *
 * @param totalBefore the total count of the first page, {@code null} if absent
 * @param totalAfter the total count of the last page, {@code null} if absent
 * @param duplicates the number of duplicate items that were dropped
 */
public record ListDrift(@Nullable Long totalBefore, @Nullable Long totalAfter, long duplicates) {

}
