// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Ids of connections that this application has deleted recently. Lists of vendors contain
 * them for a while, and no vendor uses them again.
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

	void remove(String id) {
		this.deletedAt.remove(id);
	}

	Set<String> ids(Instant now) {
		this.deletedAt.values().removeIf((at) -> Duration.between(at, now).compareTo(REMEMBERED) >= 0);
		return this.deletedAt.keySet();
	}

}
