// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.onboarding.Offboarding;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The reports of the latest deactivations, for the page that follows each. In memory.
 */
@Component
class Offboardings {

	static final int MAX = 100;

	private final Map<ConnectionReference, Offboarding> reports = new LinkedHashMap<>();

	synchronized void keep(ConnectionReference reference, Offboarding report) {
		this.reports.remove(reference);
		if (this.reports.size() >= MAX) {
			this.reports.remove(this.reports.keySet().iterator().next());
		}
		this.reports.put(reference, report);
	}

	synchronized @Nullable Offboarding find(ConnectionReference reference) {
		return this.reports.get(reference);
	}

}
