// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link ConnectionIndex} of
 * all catalogs. It is refreshed periodically if it is enabled, or if the monitor of
 * certificates or an event stream is, which use the same refreshes.
 */
@AutoConfiguration(after = { ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class })
@ConditionalOnBean(ConnectionCatalogs.class)
@EnableConfigurationProperties({ ConnectionIndexProperties.class, CertificateMonitorProperties.class })
public final class ConnectionIndexAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean(ConnectionIndex.class)
	RefreshedConnectionIndex ssoConnectionIndex(ConnectionCatalogs catalogs, ConnectionIndexProperties properties,
			CertificateMonitorProperties monitor) {
		return new RefreshedConnectionIndex(catalogs.all(), properties.toSettings(monitor));
	}

	@Bean
	@Conditional(OnPeriodicRefresh.class)
	@ConditionalOnSingleCandidate(RefreshedConnectionIndex.class)
	IndexLifecycle ssoConnectionIndexLifecycle(RefreshedConnectionIndex index) {
		return new IndexLifecycle(index);
	}

	@Bean
	@Conditional(OnPeriodicRefresh.class)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(RefreshedConnectionIndex.class)
	ConnectionChangeMonitor ssoConnectionChangeMonitor(RefreshedConnectionIndex index, EventPublications publications) {
		return new ConnectionChangeMonitor(index, publications);
	}

	static final class OnPeriodicRefresh extends AnyNestedCondition {

		OnPeriodicRefresh() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBooleanProperty("sso-connections.index.enabled")
		static class Index {

		}

		@ConditionalOnBooleanProperty("sso-connections.certificates.monitor.enabled")
		static class Monitor {

		}

		@Conditional(OnEventStreamCondition.class)
		static class Events {

		}

	}

}
