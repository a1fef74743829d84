// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateExpiring;
import io.github.ssoconnections.monitor.CertificatesChanged;
import io.github.ssoconnections.monitor.OidcSecretExpired;
import io.github.ssoconnections.monitor.OidcSecretExpiring;
import io.github.ssoconnections.sample.page.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The events that this console has seen since its start, the last ones of the connections
 * that had any lately. In memory.
 */
@Component
class ConnectionEvents {

	private static final int MAX_CONNECTIONS = 500;

	private static final int MAX_EVENTS = 20;

	private final Map<Key, Deque<Event>> events = new LinkedHashMap<>(16, .75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Deque<Event>> eldest) {
			return size() > MAX_CONNECTIONS;
		}

	};

	/**
	 * Return the events of a connection.
	 * @param account the account
	 * @param connectionId the connection
	 * @return the events, the newest first
	 */
	List<Event> of(Account account, String connectionId) {
		synchronized (this.events) {
			return List.copyOf(this.events.getOrDefault(new Key(account, connectionId), new ArrayDeque<>()));
		}
	}

	@EventListener
	void onChange(ConnectionChanged event) {
		String fields = event.changedFields().isEmpty() ? "" : ": " + String.join(", ", event.changedFields());
		add(event.vendor(), event.account(), event.connectionId(), event.at(),
				sentence(event.kind().toString()) + ((event.operation() != null) ? " here" : " elsewhere") + fields);
	}

	@EventListener
	void onCertificatesChanged(CertificatesChanged event) {
		add(event.vendor(), event.account(), event.connectionId(), event.at(), "Certificates changed elsewhere");
	}

	@EventListener
	void onCertificateExpiring(CertificateExpiring event) {
		add(event.vendor(), event.account(), event.connectionId(), event.at(),
				"The certificate expires at " + Times.of(event.expiresAt()));
	}

	@EventListener
	void onCertificateExpired(CertificateExpired event) {
		add(event.vendor(), event.account(), event.connectionId(), event.at(),
				"The certificate expired at " + Times.of(event.expiredAt()));
	}

	@EventListener
	void onSecretExpiring(OidcSecretExpiring event) {
		add(event.vendor(), event.account(), event.connectionId(), event.at(),
				"The client secret expires at " + Times.of(event.expiresAt()));
	}

	@EventListener
	void onSecretExpired(OidcSecretExpired event) {
		add(event.vendor(), event.account(), event.connectionId(), event.at(),
				"The client secret expired at " + Times.of(event.expiredAt()));
	}

	private static String sentence(String name) {
		return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
	}

	private void add(String vendor, String account, @Nullable String connectionId, Instant at, String text) {
		if (connectionId == null) {
			return;
		}
		synchronized (this.events) {
			Deque<Event> all = this.events.computeIfAbsent(new Key(new Account(vendor, account), connectionId),
					(key) -> new ArrayDeque<>());
			all.addFirst(new Event(Times.of(at), text));
			if (all.size() > MAX_EVENTS) {
				all.removeLast();
			}
		}
	}

	/**
	 * Event on the page.
	 *
	 * @param at when
	 * @param text what happened
	 */
	record Event(String at, String text) {

	}

	private record Key(Account account, String connectionId) {

	}

}
