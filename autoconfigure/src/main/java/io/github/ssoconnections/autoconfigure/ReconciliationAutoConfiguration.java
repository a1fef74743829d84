// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.declarative.Auth0Reconciliation;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.declarative.ClerkReconciliation;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.ReconciliationTools;
import io.github.ssoconnections.declarative.ReconciliationVendor;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.fleet.Locks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for declared connections, for every
 * account.
 */
@AutoConfiguration(after = { ConnectionIndexAutoConfiguration.class, FleetAutoConfiguration.class })
@ConditionalOnBean(ConnectionCatalogs.class)
public final class ReconciliationAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Reconciliations ssoReconciliations(ObjectProvider<Clock> clock, ObjectProvider<Locks> locks, FleetProperties fleet,
			ObjectProvider<ClerkAccounts> clerk, ObjectProvider<Auth0Accounts> auth0,
			ObjectProvider<ReconciliationVendor> vendors) {
		ReconciliationTools tools = ReconciliationTools.create(clock.getIfUnique(Clock::systemUTC),
				locks.getIfAvailable(), fleet.toSettings());
		List<ReconciliationVendor> all = new ArrayList<>(vendors.orderedStream().toList());
		Stream.ofNullable(clerk.getIfUnique())
			.flatMap((accounts) -> accounts.all().stream())
			.map(ClerkReconciliation::new)
			.forEach(all::add);
		Stream.ofNullable(auth0.getIfUnique())
			.flatMap((accounts) -> accounts.all().stream())
			.map(Auth0Reconciliation::new)
			.forEach(all::add);
		return new Reconciliations(all.stream().map((vendor) -> Reconciliation.create(vendor, tools)).toList());
	}

}
