// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids of connections that were deleted recently, which no vendor uses again.
 */
final class DeletedConnections {

	private static final Duration REMEMBERED = Duration.ofHours(1);

	private static final int MAX_IDS = 10_000;

	private final Map<String, Instant> deletedAt = new LinkedHashMap<>();

	void add(String id, Instant now) {
		this.deletedAt.remove(id);
		this.deletedAt.put(id, now);
		if (this.deletedAt.size() > MAX_IDS) {
			this.deletedAt.remove(this.deletedAt.keySet().iterator().next());
		}
	}

	boolean contains(String id, Instant now) {
		Instant at = this.deletedAt.get(id);
		return at != null && Duration.between(at, now).compareTo(REMEMBERED) < 0;
	}

}
