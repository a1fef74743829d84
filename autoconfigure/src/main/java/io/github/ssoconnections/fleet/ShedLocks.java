// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.Optional;

import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

import org.springframework.util.Assert;

/**
 * Locks of a {@link LockProvider} of ShedLock. The provider should use the time of the
 * database or server, such as {@code usingDbTime()} of ShedLock's JDBC provider:
 * otherwise, the clocks of all instances have to agree.
 *
 * @see <a href="https://github.com/lukas-krecan/ShedLock">ShedLock</a>
 */
public final class ShedLocks implements Locks {

	private final LockProvider provider;

	private ShedLocks(LockProvider provider) {
		this.provider = provider;
	}

	/**
	 * Return the locks of a provider.
	 * @param provider the provider, whose locks should support {@code extend}
	 * @return the locks
	 */
	public static ShedLocks of(LockProvider provider) {
		Assert.notNull(provider, "'provider' must not be null");
		return new ShedLocks(provider);
	}

	@Override
	public Optional<Held> acquire(String name, Duration atMostFor) {
		return this.provider.lock(new LockConfiguration(ClockProvider.now(), name, atMostFor, Duration.ZERO))
			.map(ShedLock::new);
	}

	private record ShedLock(SimpleLock lock) implements Held {

		@Override
		public Optional<Held> renew(Duration atMostFor) {
			return this.lock.extend(atMostFor, Duration.ZERO).map(ShedLock::new);
		}

		@Override
		public void release() {
			this.lock.unlock();
		}

	}

}
