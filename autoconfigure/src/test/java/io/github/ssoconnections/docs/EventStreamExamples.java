// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.event.Auth0EventStream;
import io.github.ssoconnections.auth0.event.ConnectionEvent;
import io.github.ssoconnections.auth0.event.ConnectionEventHandler;
import io.github.ssoconnections.auth0.event.EventOffsetStore;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The examples of the event stream in the page {@code follow-changes.md}.
 * {@link EventStreamExamplesTests} runs them.
 */
final class EventStreamExamples {

	// @formatter:off
	// tag::auth0-event-stream[]
	Disposable run(Auth0Client client, EventOffsetStore offsets, ConnectionEventHandler handler) {
		return Auth0EventStream.create(client, offsets).run(handler).subscribe();
	}
	// end::auth0-event-stream[]

	// tag::auth0-event-handler[]
	record CurrentConnections(Auth0ConnectionService service, Map<String, Auth0Connection> connections)
			implements ConnectionEventHandler {

		@Override
		public Mono<Void> onEvent(ConnectionEvent event) {
			return this.service.get(event.connectionId())
				.doOnNext((connection) -> this.connections.put(event.connectionId(), connection))
				.onErrorResume(SsoApiException.NotFound.class, (gone) -> {
					this.connections.remove(event.connectionId());
					return Mono.empty();
				})
				.then();
		}

		@Override
		public Mono<Void> refresh() {
			return this.service.listAll().collectMap((connection) -> String.valueOf(connection.id())).doOnNext((all) -> {
				this.connections.keySet().retainAll(all.keySet());
				this.connections.putAll(all);
			}).then();
		}

	}
	// end::auth0-event-handler[]

	// tag::auth0-event-offsets[]
	record DatabaseOffsets(DataSource database) implements EventOffsetStore {

		@Override
		public Mono<String> load(Account account) {
			return Mono.fromCallable(() -> read(account)).subscribeOn(Schedulers.boundedElastic());
		}

		@Override
		public Mono<Void> store(Account account, String offset) {
			return Mono.fromCallable(() -> write("update event_offset set position_after = ? where account = ?", account,
					offset) > 0 || write("insert into event_offset (position_after, account) values (?, ?)", account, offset) > 0)
				.subscribeOn(Schedulers.boundedElastic())
				.then();
		}

		private @Nullable String read(Account account) throws SQLException {
			try (Connection connection = this.database.getConnection();
					PreparedStatement select = connection
						.prepareStatement("select position_after from event_offset where account = ?")) {
				select.setString(1, key(account));
				ResultSet rows = select.executeQuery();
				return rows.next() ? rows.getString(1) : null;
			}
		}

		private int write(String sql, Account account, String offset) throws SQLException {
			try (Connection connection = this.database.getConnection();
					PreparedStatement statement = connection.prepareStatement(sql)) {
				statement.setString(1, offset);
				statement.setString(2, key(account));
				return statement.executeUpdate();
			}
		}

		private static String key(Account account) {
			return account.vendor() + "/" + account.name();
		}

	}
	// end::auth0-event-offsets[]
	// @formatter:on

}
