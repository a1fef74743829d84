// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.index.RefreshedConnectionIndex;

import org.springframework.context.SmartLifecycle;

/**
 * Starts the periodic refreshes of an index with the application context. The index
 * itself has no automatic start, so that it can be created lazily.
 */
final class IndexLifecycle implements SmartLifecycle {

	private final RefreshedConnectionIndex index;

	IndexLifecycle(RefreshedConnectionIndex index) {
		this.index = index;
	}

	@Override
	public void start() {
		this.index.start();
	}

	@Override
	public void stop() {
		this.index.stop();
	}

	// Stops after the event streams, whose handlers use the index
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 1;
	}

	@Override
	public boolean isRunning() {
		return this.index.isRunning();
	}

}
