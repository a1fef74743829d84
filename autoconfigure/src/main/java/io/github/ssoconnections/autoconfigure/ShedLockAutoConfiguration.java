// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.fleet.Locks;
import io.github.ssoconnections.fleet.ShedLocks;
import net.javacrumbs.shedlock.core.LockProvider;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link Locks} of a
 * {@link LockProvider}, if there is one.
 */
@AutoConfiguration(before = FleetAutoConfiguration.class)
@ConditionalOnClass(LockProvider.class)
@ConditionalOnSingleCandidate(LockProvider.class)
public final class ShedLockAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(Locks.class)
	ShedLocks ssoShedLocks(LockProvider provider) {
		return ShedLocks.of(provider);
	}

}
