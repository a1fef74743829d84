// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ids of the last events that were handled.
 */
final class RecentEvents {

	static final int MAX_EVENTS = 10_000;

	private final Set<String> ids = new LinkedHashSet<>();

	boolean contains(String id) {
		return this.ids.contains(id);
	}

	void add(String id) {
		if (this.ids.add(id) && this.ids.size() > MAX_EVENTS) {
			this.ids.remove(this.ids.iterator().next());
		}
	}

}
