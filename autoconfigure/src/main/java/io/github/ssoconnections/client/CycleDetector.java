// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Notices pages that come round again, however many there are between: remembers one
 * page, and another one whenever as many have come since as before it (Brent).
 */
final class CycleDetector {

	private @Nullable List<?> remembered;

	private long since;

	private long next = 1;

	private int repetitions;

	/**
	 * Take in a page.
	 * @param items its items, or their ids
	 * @return how often a page has come that was there before
	 */
	int add(List<?> items) {
		if (!items.isEmpty() && items.equals(this.remembered)) {
			this.repetitions++;
		}
		if (++this.since == this.next) {
			this.remembered = List.copyOf(items);
			this.next *= 2;
			this.since = 0;
		}
		return this.repetitions;
	}

}
