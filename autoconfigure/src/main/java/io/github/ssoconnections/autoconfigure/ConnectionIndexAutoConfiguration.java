// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.organization.Auth0AssignmentCatalog;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkTestRunCatalog;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
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
			CertificateMonitorProperties monitor, ObjectProvider<Auth0Accounts> auth0,
			ObjectProvider<ClerkAccounts> clerk) {
		List<ConnectionCatalog> all = catalogs.all();
		if (properties.isReadAssignments()) {
			all = all.stream().map((catalog) -> withAssignments(catalog, auth0.getIfUnique())).toList();
		}
		if (properties.isReadTestRuns()) {
			all = all.stream().map((catalog) -> withTestRuns(catalog, clerk.getIfUnique())).toList();
		}
		return new RefreshedConnectionIndex(all, properties.toSettings(monitor));
	}

	private static ConnectionCatalog withAssignments(ConnectionCatalog catalog, @Nullable Auth0Accounts accounts) {
		if (accounts == null || !catalog.vendor().equals(Auth0AutoConfiguration.VENDOR)
				|| !accounts.names().contains(catalog.account())) {
			return catalog;
		}
		Auth0Account account = accounts.get(catalog.account());
		return Auth0AssignmentCatalog.create(catalog, account.service(Auth0ConnectionService.class),
				account.service(Auth0ConnectionClients.class), account.service(Auth0Organizations.class),
				account.service(Auth0OrganizationConnections.class));
	}

	private static ConnectionCatalog withTestRuns(ConnectionCatalog catalog, @Nullable ClerkAccounts accounts) {
		if (accounts == null || !catalog.vendor().equals(ClerkAutoConfiguration.VENDOR)
				|| !accounts.names().contains(catalog.account())) {
			return catalog;
		}
		return ClerkTestRunCatalog.create(catalog, accounts.get(catalog.account()).enterpriseConnections());
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
