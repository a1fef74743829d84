// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * Certificates and client secrets of the connections of one account.
 */
final class MonitoredAccount {

	private final IndexedAccount account;

	private final CertificateEvents events;

	private final SecretEvents secretEvents;

	MonitoredAccount(IndexedAccount account, CertificateLint.Thresholds thresholds, EventPublication publication) {
		this.account = account;
		this.events = new CertificateEvents(account.account(), thresholds, publication);
		this.secretEvents = new SecretEvents(account.account(), thresholds, publication);
	}

	Account account() {
		return this.account.account();
	}

	/**
	 * Return the connections that have certificates or need them.
	 * @return the connections by id
	 */
	Map<String, MonitoredConnection> connections() {
		return monitored(this.account.connections().values());
	}

	/**
	 * Return the client secrets whose expiry is known.
	 * @return the client secrets by id of the connection
	 */
	Map<String, MonitoredSecret> secrets() {
		return MonitoredSecret.of(this.account.connections().values());
	}

	@Nullable MonitoredConnection connection(String id) {
		CatalogEntry entry = this.account.connections().get(id);
		return (entry != null) ? monitored(List.of(entry)).get(id) : null;
	}

	@Nullable MonitoredSecret secret(String id) {
		CatalogEntry entry = this.account.connections().get(id);
		return (entry != null) ? MonitoredSecret.of(List.of(entry)).get(id) : null;
	}

	@Nullable Instant refreshedAt() {
		return this.account.refreshedAt();
	}

	@Nullable FailureReason failure() {
		return this.account.failure();
	}

	void refreshed(AccountRefresh refresh) {
		if (refresh.scope() != AccountRefresh.Scope.NONE) {
			this.events.publishChanges(monitored(refresh.before().values()), monitored(refresh.after().values()),
					refresh.at());
		}
		this.events.publishCrossings(connections(), refresh.at());
		this.secretEvents.publishCrossings(secrets(), refresh.at());
	}

	private static Map<String, MonitoredConnection> monitored(Collection<CatalogEntry> entries) {
		Map<String, MonitoredConnection> connections = new HashMap<>();
		for (CatalogEntry entry : entries) {
			if (entry.id() != null
					&& (CatalogEntry.SAML.equals(entry.protocol()) || !CollectionUtils.isEmpty(entry.certificates()))) {
				connections.put(entry.id(), MonitoredConnection.of(entry));
			}
		}
		return connections;
	}

}
