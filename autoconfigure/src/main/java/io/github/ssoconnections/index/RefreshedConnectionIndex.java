// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.Lifecycle;
import org.springframework.util.Assert;

/**
 * {@link ConnectionIndex} that can refresh periodically. Has no thread and sends nothing
 * before {@link #start()} or the first {@link #refresh()}.
 * <p>
 * Accounts are refreshed independently, each by one refresh at a time. A refresh takes
 * two permits of the rate limit for each request, so that it uses at most half of the
 * limit. A refresh that fails keeps the previous connections, and the next refresh
 * follows after an exponential backoff: one minute, two, four, up to the interval. Every
 * instance of the application refreshes on its own, with jitter.
 */
public final class RefreshedConnectionIndex implements ConnectionIndex, Lifecycle {

	private static final Log logger = LogFactory.getLog(RefreshedConnectionIndex.class);

	private final List<AccountRefresher> refreshers;

	private final ConnectionIndex view;

	private final ConnectionIndexSettings settings;

	private final PeriodicRefreshes periodicRefreshes;

	private final Supplier<Scheduler> schedulers;

	private final List<RefreshListener> listeners = new CopyOnWriteArrayList<>();

	private @Nullable Scheduler scheduler;

	/**
	 * Create an index.
	 * @param catalogs the catalogs of the accounts
	 * @param settings the settings
	 */
	public RefreshedConnectionIndex(List<? extends ConnectionCatalog> catalogs, ConnectionIndexSettings settings) {
		this(catalogs, settings, Clock.systemUTC(), RefreshedConnectionIndex::newScheduler,
				() -> ThreadLocalRandom.current().nextDouble());
	}

	RefreshedConnectionIndex(List<? extends ConnectionCatalog> catalogs, ConnectionIndexSettings settings, Clock clock,
			Supplier<Scheduler> schedulers, DoubleSupplier random) {
		Assert.notNull(catalogs, "'catalogs' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.refreshers = catalogs.stream()
			.map((catalog) -> new AccountRefresher(new IndexedAccount(catalog, settings.maxConnections(), clock),
					this::notifyListeners))
			.toList();
		this.settings = settings;
		this.periodicRefreshes = new PeriodicRefreshes(this.refreshers, settings, clock, this::scheduler, random);
		this.schedulers = schedulers;
		this.view = new IndexView(this.refreshers, this.refreshers, settings.signInPages(), this::scheduler);
		warnOfUnknownAccounts();
	}

	private void warnOfUnknownAccounts() {
		List<Account> known = accounts().stream().map(IndexedAccount::account).toList();
		this.settings.signInPages()
			.stream()
			.flatMap(Set::stream)
			.filter((account) -> !known.contains(account))
			.forEach((account) -> logger.warn("A sign-in page has the account " + account
					+ ", which the index does not have: its connections are not checked for conflicts"));
	}

	private static Scheduler newScheduler() {
		// Listeners may block
		return Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "sso-connection-index", 60, true);
	}

	private synchronized Scheduler scheduler() {
		Scheduler scheduler = (this.scheduler != null) ? this.scheduler : this.schedulers.get();
		this.scheduler = scheduler;
		return scheduler;
	}

	/**
	 * Start the periodic refreshes.
	 */
	@Override
	public synchronized void start() {
		this.periodicRefreshes.start();
	}

	@Override
	public synchronized void stop() {
		this.periodicRefreshes.stop();
		this.refreshers.forEach(AccountRefresher::cancel);
		Scheduler scheduler = this.scheduler;
		if (scheduler != null) {
			this.scheduler = null;
			scheduler.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.periodicRefreshes.isRunning() || this.scheduler != null;
	}

	@Override
	public ConnectionLookup lookUpEmail(String email) {
		return this.view.lookUpEmail(email);
	}

	@Override
	public ConnectionLookup lookUpDomain(String domain) {
		return this.view.lookUpDomain(domain);
	}

	@Override
	public List<DomainConflict> conflicts() {
		return this.view.conflicts();
	}

	@Override
	public List<DomainConflict> knownConflicts() {
		return this.view.knownConflicts();
	}

	@Override
	public List<DomainConflict> findConflicts(Account account, String connectionId) {
		return this.view.findConflicts(account, connectionId);
	}

	@Override
	public List<DomainConflict> findConflicts(Account account, Collection<String> domains) {
		return this.view.findConflicts(account, domains);
	}

	@Override
	public Mono<List<DomainConflict>> conflictsOf(Account account, String connectionId) {
		return this.view.conflictsOf(account, connectionId);
	}

	@Override
	public Mono<List<DomainConflict>> conflictsOf(Account account, Collection<String> domains) {
		return this.view.conflictsOf(account, domains);
	}

	@Override
	public ConnectionPage list(ConnectionQuery query) {
		return this.view.list(query);
	}

	@Override
	public @Nullable Instant refreshedAt() {
		return this.view.refreshedAt();
	}

	@Override
	public Mono<Void> refresh() {
		return this.view.refresh();
	}

	@Override
	public Mono<Void> refreshOrganization(Account account, String organizationId) {
		return this.view.refreshOrganization(account, organizationId);
	}

	@Override
	public ConnectionIndex of(Account... accounts) {
		return this.view.of(accounts);
	}

	/**
	 * Return the accounts.
	 * @return the accounts, in the order of their catalogs
	 */
	public List<IndexedAccount> accounts() {
		return this.refreshers.stream().map(AccountRefresher::account).toList();
	}

	/**
	 * Return when the periodic refreshes were started.
	 * @return the time, {@code null} before the start
	 */
	public @Nullable Instant startedAt() {
		return this.periodicRefreshes.startedAt();
	}

	/**
	 * Return the interval between refreshes.
	 * @return the interval, without jitter
	 */
	public Duration interval() {
		return this.settings.interval();
	}

	/**
	 * Register a listener that is notified after each refresh of an account.
	 * @param listener the listener
	 */
	public void onRefresh(RefreshListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Apply a change that this application has made.
	 * @param change the change
	 * @param connection the connection in the form of the vendor, {@code null} if unknown
	 * @return the connection before and after, {@code null} if the index does not know
	 * the connection
	 */
	public @Nullable AccountRefresh onChange(ConnectionChanged change, @Nullable Object connection) {
		for (AccountRefresher refresher : this.refreshers) {
			Account account = refresher.account().account();
			if (account.vendor().equals(change.vendor()) && account.name().equals(change.account())) {
				return refresher.account().onChange(change, connection);
			}
		}
		return null;
	}

	/**
	 * Read one connection again, after a hint that it has changed. Listeners are notified
	 * of the difference.
	 * @param account the account
	 * @param connectionId the vendor's id of the connection
	 * @return the connection before and after; empty if the account has not been read
	 * yet; fails with an {@link io.github.ssoconnections.SsoApiException} if it cannot be
	 * read
	 */
	public Mono<AccountRefresh> reread(Account account, String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return Flux.fromIterable(this.refreshers)
			.filter((refresher) -> refresher.account().account().equals(account))
			.concatMap((refresher) -> refresher.reread(connectionId, scheduler()))
			.next();
	}

	private void notifyListeners(AccountRefresh refresh) {
		for (RefreshListener listener : this.listeners) {
			try {
				listener.onRefresh(refresh);
			}
			catch (RuntimeException ex) {
				logger.error("A listener for refreshes has failed: " + listener.getClass().getName(), ex);
			}
		}
	}

}
