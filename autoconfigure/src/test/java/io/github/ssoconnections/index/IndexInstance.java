// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

import io.github.ssoconnections.catalog.ConnectionCatalog;
import reactor.core.scheduler.Scheduler;

/**
 * The index of one of several instances, on a given scheduler.
 */
public final class IndexInstance {

	private IndexInstance() {
	}

	public static RefreshedConnectionIndex create(ConnectionCatalog catalog, Duration interval, Clock clock,
			Scheduler scheduler, DoubleSupplier random) {
		return new RefreshedConnectionIndex(List.of(catalog),
				ConnectionIndexSettings.defaults().withSchedule(interval, Duration.ofSeconds(30)), clock,
				() -> scheduler, random);
	}

}
