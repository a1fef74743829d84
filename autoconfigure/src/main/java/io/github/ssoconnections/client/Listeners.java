// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Notifies several listeners, even if one of them fails. The first failure of a listener
 * is logged; none fails the call.
 */
final class Listeners implements ApiClientListener {

	private static final Log logger = LogFactory.getLog(Listeners.class);

	private final List<ApiClientListener> listeners;

	private final Set<ApiClientListener> failed = ConcurrentHashMap.newKeySet();

	Listeners(Collection<? extends ApiClientListener> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	static Listeners of(ApiClientListener listener) {
		if (listener instanceof Listeners several) {
			return several;
		}
		return new Listeners((listener != NONE) ? List.of(listener) : List.of());
	}

	@Override
	public void onRetry(Account account, String operation, SsoApiException failure) {
		notifyEach((listener) -> listener.onRetry(account, operation, failure));
	}

	@Override
	public void onWait(Account account, String operation, Duration waited) {
		notifyEach((listener) -> listener.onWait(account, operation, waited));
	}

	@Override
	public void onUnexpectedStructure(Account account, String operation, int skipped, int incomplete) {
		notifyEach((listener) -> listener.onUnexpectedStructure(account, operation, skipped, incomplete));
	}

	@Override
	public void onChange(ConnectionChanged change) {
		onChange(change, null);
	}

	@Override
	public void onChange(ConnectionChanged change, @Nullable Object connection) {
		notifyEach((listener) -> listener.onChange(change, connection));
	}

	void onChange(Supplier<Change> change, Function<Change, ConnectionChanged> event) {
		if (!this.listeners.isEmpty()) {
			guard(this, () -> {
				Change changed = change.get();
				onChange(event.apply(changed), changed.connection());
			});
		}
	}

	private void notifyEach(Consumer<ApiClientListener> event) {
		this.listeners.forEach((listener) -> guard(listener, () -> event.accept(listener)));
	}

	private void guard(ApiClientListener listener, Runnable call) {
		try {
			call.run();
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			if (this.failed.add(listener)) {
				logger.warn("Listener " + listener.getClass().getName()
						+ " failed. The call is not affected; further failures are not logged", ex);
			}
		}
	}

}
