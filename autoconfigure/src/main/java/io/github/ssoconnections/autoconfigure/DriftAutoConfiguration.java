// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.declarative.DesiredConnections;
import io.github.ssoconnections.declarative.DriftMonitor;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.index.RefreshedConnectionIndex;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link DriftMonitor}, which
 * compares {@link DesiredConnections} after each refresh of the index.
 */
@AutoConfiguration(after = ReconciliationAutoConfiguration.class)
@ConditionalOnSingleCandidate(DesiredConnections.class)
@ConditionalOnBean({ RefreshedConnectionIndex.class, Reconciliations.class })
public final class DriftAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DriftMonitor ssoDriftMonitor(RefreshedConnectionIndex index, Reconciliations reconciliations,
			DesiredConnections desired) {
		return new DriftMonitor(index, reconciliations, desired);
	}

}
