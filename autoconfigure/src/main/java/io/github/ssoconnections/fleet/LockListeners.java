// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.ssoconnections.fleet.FleetLock.Listener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Listeners to a lock, which are notified one after the other, in the order of what has
 * happened.
 */
final class LockListeners {

	private static final Log logger = LogFactory.getLog(LockListeners.class);

	private final List<Listener> listeners = new ArrayList<>();

	private final SerialTasks notifications = new SerialTasks();

	private boolean acquired;

	void add(Listener listener) {
		this.notifications.execute(() -> {
			this.listeners.add(listener);
			if (this.acquired) {
				inform(listener, Listener::onAcquired);
			}
		});
	}

	void acquired() {
		this.notifications.execute(() -> {
			this.acquired = true;
			this.listeners.forEach((listener) -> inform(listener, Listener::onAcquired));
		});
	}

	void lost() {
		this.notifications.execute(() -> {
			this.acquired = false;
			this.listeners.forEach((listener) -> inform(listener, Listener::onLost));
		});
	}

	private void inform(Listener listener, Consumer<Listener> notification) {
		try {
			notification.accept(listener);
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			logger.error("A listener for a lock has failed", ex);
		}
	}

}
