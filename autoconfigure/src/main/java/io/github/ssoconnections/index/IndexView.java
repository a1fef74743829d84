// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * View of some accounts of an index.
 */
final class IndexView implements ConnectionIndex {

	private final List<AccountRefresher> all;

	private final List<AccountRefresher> accounts;

	private final List<Set<Account>> signInPages;

	private final Supplier<Scheduler> scheduler;

	/**
	 * Create a view.
	 * @param all all accounts of the index
	 * @param accounts the accounts of the view
	 * @param signInPages accounts that serve one sign-in page
	 * @param scheduler the scheduler of refreshes
	 */
	IndexView(List<AccountRefresher> all, List<AccountRefresher> accounts, List<Set<Account>> signInPages,
			Supplier<Scheduler> scheduler) {
		this.all = all;
		this.accounts = accounts;
		this.signInPages = signInPages;
		this.scheduler = scheduler;
	}

	@Override
	public ConnectionLookup lookUpEmail(String email) {
		return lookUp(DomainNames.forms(DomainNames.ofEmail(email)));
	}

	@Override
	public ConnectionLookup lookUpDomain(String domain) {
		return lookUp(DomainNames.forms(domain));
	}

	private ConnectionLookup lookUp(List<String> forms) {
		List<Snapshot> snapshots = snapshots(this.accounts);
		Instant refreshedAt = requireRead(snapshots);
		List<ConnectionCandidate> candidates = Candidates.find(connections(snapshots), forms);
		// What is unknown after the search, as a change in between can only complete it
		return new ConnectionLookup(candidates, gaps(snapshots), refreshedAt);
	}

	// Each once, so that candidates and gaps are of the same refresh
	private static List<Snapshot> snapshots(Collection<AccountRefresher> accounts) {
		return accounts.stream().map((refresher) -> refresher.account().snapshot()).toList();
	}

	private static List<Connections> connections(Collection<Snapshot> snapshots) {
		return snapshots.stream().map(Snapshot::connections).toList();
	}

	private static List<AccountGap> gaps(Collection<Snapshot> snapshots) {
		return snapshots.stream().map(Snapshot::gap).filter((gap) -> !gap.isNone()).toList();
	}

	private static Instant requireRead(Collection<Snapshot> snapshots) {
		Instant refreshedAt = earliest(snapshots);
		if (refreshedAt == null) {
			throw ConnectionsNotKnownException.notRead(notRead(snapshots));
		}
		return refreshedAt;
	}

	private static List<Account> notRead(Collection<Snapshot> snapshots) {
		return snapshots.stream().filter((snapshot) -> snapshot.refreshedAt() == null).map(Snapshot::account).toList();
	}

	@Override
	public List<DomainConflict> conflicts() {
		requireRead(snapshots(this.accounts));
		return conflicts(IndexView::orUnknown);
	}

	@Override
	public List<DomainConflict> knownConflicts() {
		return conflicts((conflicts, snapshots) -> conflicts);
	}

	private List<DomainConflict> conflicts(
			BiFunction<List<DomainConflict>, List<Snapshot>, List<DomainConflict>> completed) {
		List<DomainConflict> conflicts = new ArrayList<>();
		List<AccountRefresher> left = new ArrayList<>(this.accounts);
		while (!left.isEmpty()) {
			List<AccountRefresher> page = onSamePage(left.get(0).account().account(), left);
			left.removeAll(page);
			List<Snapshot> snapshots = snapshots(page);
			conflicts.addAll(completed.apply(new Conflicts(connections(snapshots)).all(), snapshots));
		}
		conflicts.sort(Conflicts.ORDER);
		return List.copyOf(conflicts);
	}

	@Override
	public List<DomainConflict> findConflicts(Account account, String connectionId) {
		Function<Conflicts, List<DomainConflict>> find = conflictsOf(refresher(account), connectionId);
		return find(onSamePage(account, this.all), find);
	}

	@Override
	public List<DomainConflict> findConflicts(Account account, Collection<String> domains) {
		refresher(account);
		return find(onSamePage(account, this.all), conflictsOf(domains));
	}

	@Override
	public Mono<List<DomainConflict>> conflictsOf(Account account, String connectionId) {
		return conflictsAfterRefresh(account, conflictsOf(refresher(account), connectionId));
	}

	@Override
	public Mono<List<DomainConflict>> conflictsOf(Account account, Collection<String> domains) {
		refresher(account);
		return conflictsAfterRefresh(account, conflictsOf(domains));
	}

	private static Function<Conflicts, List<DomainConflict>> conflictsOf(AccountRefresher refresher,
			String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return (conflicts) -> {
			CatalogEntry entry = refresher.account().connections().get(connectionId);
			Assert.notNull(entry, "'connectionId' must be the id of a connection of the account");
			Assert.isTrue(!entry.details().incomplete(), "The domains of the connection must be known");
			return conflicts.of(entry);
		};
	}

	private static Function<Conflicts, List<DomainConflict>> conflictsOf(Collection<String> domains) {
		Assert.notNull(domains, "'domains' must not be null");
		Assert.noNullElements(domains, "'domains' must not contain null");
		List<String> forms = domains.stream().flatMap((domain) -> DomainNames.forms(domain).stream()).toList();
		return (conflicts) -> conflicts.of(forms);
	}

	private Mono<List<DomainConflict>> conflictsAfterRefresh(Account account,
			Function<Conflicts, List<DomainConflict>> find) {
		List<AccountRefresher> page = onSamePage(account, this.all);
		return refresh(page).then(Mono.fromCallable(() -> find(page, find)));
	}

	private static List<DomainConflict> find(List<AccountRefresher> page,
			Function<Conflicts, List<DomainConflict>> find) {
		List<Snapshot> snapshots = snapshots(page);
		requireRead(snapshots);
		return orUnknown(find.apply(new Conflicts(connections(snapshots))), snapshots).stream()
			.sorted(Conflicts.ORDER)
			.toList();
	}

	private static List<DomainConflict> orUnknown(List<DomainConflict> conflicts, Collection<Snapshot> snapshots) {
		List<AccountGap> gaps = gaps(snapshots);
		if (conflicts.isEmpty() && !gaps.isEmpty()) {
			throw ConnectionsNotKnownException.incomplete(gaps);
		}
		return conflicts;
	}

	private AccountRefresher refresher(Account account) {
		Assert.notNull(account, "'account' must not be null");
		for (AccountRefresher refresher : this.accounts) {
			if (refresher.account().account().equals(account)) {
				return refresher;
			}
		}
		throw new InvalidArgumentException("'account' must be an account of the index");
	}

	private List<AccountRefresher> onSamePage(Account account, List<AccountRefresher> among) {
		return among.stream().filter((other) -> isSamePage(account, other.account().account())).toList();
	}

	private boolean isSamePage(Account one, Account other) {
		return one.equals(other)
				|| this.signInPages.stream().anyMatch((page) -> page.contains(one) && page.contains(other));
	}

	@Override
	public ConnectionPage list(ConnectionQuery query) {
		Assert.notNull(query, "'query' must not be null");
		List<Snapshot> snapshots = snapshots(this.accounts).stream()
			.filter((snapshot) -> query.includes(snapshot.account()))
			.toList();
		PageSelection selection = new PageSelection(query);
		snapshots.forEach((snapshot) -> selection.add(snapshot.connections().byId().values()));
		return new ConnectionPage(selection.page(), query.offset(), selection.total(), notRead(snapshots),
				gaps(snapshots), earliest(snapshots));
	}

	@Override
	public @Nullable Instant refreshedAt() {
		return earliest(snapshots(this.accounts));
	}

	private static @Nullable Instant earliest(Collection<Snapshot> snapshots) {
		Instant first = null;
		for (Snapshot snapshot : snapshots) {
			Instant end = snapshot.refreshedAt();
			if (end == null) {
				return null;
			}
			first = (first == null || end.isBefore(first)) ? end : first;
		}
		return first;
	}

	@Override
	public Mono<Void> refresh() {
		return refresh(this.accounts);
	}

	private Mono<Void> refresh(Collection<AccountRefresher> accounts) {
		return Flux.fromIterable(accounts)
			.flatMapDelayError((refresher) -> refresher.refresh(this.scheduler.get()), Math.max(accounts.size(), 1), 1)
			.then();
	}

	@Override
	public Mono<Void> refreshOrganization(Account account, String organizationId) {
		Assert.hasText(organizationId, "'organizationId' must not be empty");
		AccountRefresher refresher = refresher(account);
		return Flux.defer(() -> Flux.fromIterable(idsOf(refresher.account(), organizationId)))
			.concatMap((id) -> refresher.reread(id, this.scheduler.get()))
			.then();
	}

	private static List<String> idsOf(IndexedAccount account, String organizationId) {
		return account.connections().entrySet().stream().filter((entry) -> {
			List<String> organizations = entry.getValue().details().organizationIds();
			return organizations != null && organizations.contains(organizationId);
		}).map(Map.Entry::getKey).toList();
	}

	@Override
	public ConnectionIndex of(Account... accounts) {
		Assert.notEmpty(accounts, "'accounts' must not be empty");
		Assert.noNullElements(accounts, "'accounts' must not contain null");
		List<AccountRefresher> some = Set.of(accounts).stream().map(this::refresher).toList();
		return new IndexView(this.all, some, this.signInPages, this.scheduler);
	}

}
