// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.IndexInstance;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.CertificatesChanged;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.testing.Database;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An instance of an application in virtual time: an index, monitors, and locks over a
 * database.
 */
final class WholeInstance {

	private final String name;

	private final VirtualFleetTime time;

	private final VirtualInstance fleet;

	private final RefreshedConnectionIndex index;

	private final ConnectionChangeMonitor changes;

	private final Consumer<Published> listener;

	private TestCatalog catalog;

	WholeInstance(String name, VirtualFleetTime time, TestCatalog catalog, Database database,
			@Nullable PublishedEventStore store, Duration interval, Random random, Consumer<Published> listener) {
		this.name = name;
		this.time = time;
		this.catalog = catalog;
		this.listener = listener;
		JdbcTemplateLockProvider provider = new JdbcTemplateLockProvider(
				JdbcTemplateLockProvider.Configuration.builder()
					.withJdbcTemplate(database.jdbcTemplate())
					.withLockedByValue(name)
					.build());
		this.fleet = new VirtualInstance(time, ShedLocks.of(provider), store, interval);
		this.fleet.listener(this::received);
		this.index = IndexInstance.create(new CurrentCatalog(), interval, time.clock(), this.fleet.scheduler(),
				random::nextDouble);
		this.changes = new ConnectionChangeMonitor(this.index, this.fleet.publications());
		new CertificateMonitor(this.index, CertificateLint.Thresholds.DEFAULT, this.fleet.publications());
		this.fleet.publications().start();
		this.index.start();
	}

	private void received(Object event) {
		this.listener.accept(new Published(this.name, key(event), event));
	}

	private static String key(Object event) {
		if (event instanceof ConnectionChanged changed) {
			return changed.key();
		}
		return (event instanceof CertificatesChanged changed) ? changed.key() : ((CertificateExpired) event).key();
	}

	/**
	 * Read other connections from now on.
	 */
	void catalog(TestCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Handle an operation of this instance, as the auto-configuration does.
	 */
	void changed(CatalogEntry connection) {
		ConnectionChanged change = new ConnectionChanged("clerk", "default", ConnectionChanged.Kind.UPDATED,
				ConnectionChanged.Origin.OPERATION, "update", connection.id(), null, List.of(), null, null, null,
				this.time.clock().instant());
		received(this.changes.ofOperation(change, this.index.onChange(change, connection)));
	}

	boolean holdsLock() {
		return this.fleet.holdsLock();
	}

	/**
	 * Return whether a look-up finds the connections.
	 */
	boolean responds() {
		return !this.index.lookUpDomain("customer.example").candidates().isEmpty();
	}

	void kill() {
		this.fleet.kill();
	}

	void stop() {
		this.fleet.publications().stop();
	}

	/**
	 * An event that listeners of an instance have received.
	 */
	record Published(String instance, String key, Object event) {

		@Nullable String changedConnection() {
			return (this.event instanceof ConnectionChanged changed) ? changed.connectionId() : null;
		}

	}

	private final class CurrentCatalog extends TestCatalog {

		CurrentCatalog() {
			super("clerk");
		}

		@Override
		public Flux<CatalogEntry> listAll() {
			return Flux.defer(() -> WholeInstance.this.catalog.listAll());
		}

		@Override
		public Mono<CatalogEntry> get(String id) {
			return WholeInstance.this.catalog.get(id);
		}

		@Override
		public CatalogEntry toEntry(Object connection) {
			return (CatalogEntry) connection;
		}

	}

}
