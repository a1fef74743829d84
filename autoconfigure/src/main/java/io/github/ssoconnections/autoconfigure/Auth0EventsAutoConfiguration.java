// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.event.Auth0EventStream;
import io.github.ssoconnections.auth0.event.EventOffsetStore;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the event streams of tenants at
 * Auth0, for the accounts that enable them.
 */
@AutoConfiguration(after = { Auth0AutoConfiguration.class, ConnectionIndexAutoConfiguration.class })
@Conditional(OnEventStreamCondition.class)
@ConditionalOnBean(Auth0Accounts.class)
@ConditionalOnSingleCandidate(ConnectionChangeMonitor.class)
public final class Auth0EventsAutoConfiguration {

	private static final Log logger = LogFactory.getLog(Auth0EventsAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean
	EventOffsetStore auth0EventOffsetStore() {
		return EventOffsetStore.inMemory();
	}

	@Bean
	Auth0EventStreams auth0EventStreams(Auth0Accounts accounts, Auth0Properties properties, EventOffsetStore offsets,
			EventPublications publications, RefreshedConnectionIndex index, ConnectionChangeMonitor monitor) {
		Auth0EventStreams streams = new Auth0EventStreams();
		for (String name : accounts.names()) {
			Auth0EventProperties events = events(properties, name);
			Account account = new Account(Auth0AutoConfiguration.VENDOR, name);
			boolean indexed = index.accounts().stream().anyMatch((one) -> one.account().equals(account));
			if (events.isEnabled() && !indexed) {
				logger.warn("The event stream of " + account + " is enabled by '" + account.property("events.enabled")
						+ "', and not used: the index does not have the account");
			}
			if (events.isEnabled() && indexed) {
				Auth0Client client = accounts.get(name).client();
				streams.add(account, Auth0EventStream.create(client, offsets, events.toSettings()),
						publications.forAccount(account).lock(), index, monitor);
			}
		}
		return streams;
	}

	private static Auth0EventProperties events(Auth0Properties properties, String account) {
		return (account.equals(Account.DEFAULT) ? properties : new Auth0Registration().properties(properties, account))
			.getEvents();
	}

}
