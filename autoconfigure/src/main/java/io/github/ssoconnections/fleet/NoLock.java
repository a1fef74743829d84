// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

/**
 * The lock of an account that every instance holds.
 */
final class NoLock implements FleetLock {

	@Override
	public boolean isHeld() {
		return true;
	}

	@Override
	public void addListener(Listener listener) {
		listener.onAcquired();
	}

	@Override
	public void release() {
	}

}
