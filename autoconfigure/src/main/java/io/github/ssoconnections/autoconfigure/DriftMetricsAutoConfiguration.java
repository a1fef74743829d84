// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.declarative.DriftMeters;
import io.github.ssoconnections.declarative.DriftMonitor;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of a
 * {@link DriftMonitor}.
 */
@AutoConfiguration(after = DriftAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnSingleCandidate(DriftMonitor.class)
public final class DriftMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DriftMeters ssoDriftMeters(DriftMonitor monitor) {
		return new DriftMeters(monitor);
	}

}
