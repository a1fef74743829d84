// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.LastTestRun;
import io.github.ssoconnections.index.AccountGap;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.DomainConflict;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.monitor.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * What needs attention among the connections of an index, as of its last refresh.
 *
 * @param items what needs attention, the most urgent first
 */
public record AttentionList(List<AttentionItem> items) {

	public AttentionList {
		items = items.stream().sorted(AttentionItem.BY_URGENCY).toList();
	}

	/**
	 * Find what needs attention. Makes no request. Test runs are part of it if
	 * {@code sso-connections.index.read-test-runs} is set.
	 * @param index the index
	 * @param thresholds the thresholds of expiry
	 * @param now the current time
	 * @return the list; nothing in it about connections that have not been read
	 */
	public static AttentionList of(RefreshedConnectionIndex index, CertificateLint.Thresholds thresholds, Instant now) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(thresholds, "'thresholds' must not be null");
		Assert.notNull(now, "'now' must not be null");
		List<AttentionItem> items = new ArrayList<>();
		for (IndexedAccount account : index.accounts()) {
			addAccount(index, account, items);
			for (CatalogEntry entry : account.connections().values()) {
				addExpiries(account.account(), entry, thresholds, now, items);
				addTestRun(account.account(), entry, items);
			}
		}
		for (DomainConflict conflict : index.knownConflicts()) {
			addConflict(conflict, items);
		}
		return new AttentionList(items);
	}

	/**
	 * Return how many items of each kind there are.
	 * @return the numbers of the kinds that there are, the most urgent kind first
	 */
	public Map<AttentionKind, Long> counts() {
		Map<AttentionKind, Long> counts = new EnumMap<>(AttentionKind.class);
		this.items.forEach((item) -> counts.merge(item.kind(), 1L, Long::sum));
		return counts;
	}

	/**
	 * Return the connections that need attention.
	 * @return the connections, each once
	 */
	public Set<CatalogEntry> connections() {
		Set<CatalogEntry> connections = new HashSet<>();
		this.items.forEach((item) -> connections.addAll(item.connections()));
		return connections;
	}

	private static void addAccount(RefreshedConnectionIndex index, IndexedAccount account, List<AttentionItem> items) {
		// A refresh may end meanwhile
		FailureReason failure = account.failure();
		if (failure != null) {
			items.add(new AttentionItem(AttentionKind.ACCOUNT_UNREACHABLE, Severity.ERROR, account.account(), List.of(),
					account.refreshedAt(), failure.toString()));
		}
		List<AccountGap> gaps = index.list(new ConnectionQuery().account(account.account()).page(0, 1)).gaps();
		for (AccountGap gap : gaps) {
			items.add(new AttentionItem(AttentionKind.ACCOUNT_INCOMPLETE, Severity.INFO, account.account(), List.of(),
					account.refreshedAt(), gap.toString()));
		}
	}

	private static void addExpiries(Account account, CatalogEntry entry, CertificateLint.Thresholds thresholds,
			Instant now, List<AttentionItem> items) {
		if (Boolean.FALSE.equals(entry.active())) {
			return;
		}
		addExpiry(AttentionKind.CERTIFICATE_EXPIRED, AttentionKind.CERTIFICATE_EXPIRING, account, entry,
				CertificateStatus.of(entry.certificates(), now, thresholds), items);
		Instant secretExpiresAt = entry.details().oidcSecretExpiresAt();
		if (secretExpiresAt != null) {
			addExpiry(
					AttentionKind.SECRET_EXPIRED, AttentionKind.SECRET_EXPIRING, account, entry, CertificateStatus
						.of(List.of(new CatalogCertificate(null, null, null, secretExpiresAt)), now, thresholds),
					items);
		}
	}

	private static void addExpiry(AttentionKind expired, AttentionKind expiring, Account account, CatalogEntry entry,
			CertificateStatus status, List<AttentionItem> items) {
		AttentionKind kind = (status.state() == CertificateState.EXPIRED) ? expired
				: (status.state() == CertificateState.CRITICAL || status.state() == CertificateState.EXPIRING)
						? expiring : null;
		if (kind != null) {
			Severity severity = (status.state() == CertificateState.EXPIRING) ? Severity.WARNING : Severity.ERROR;
			items.add(item(kind, severity, account, entry, status.expiresAt(), null));
		}
	}

	// A connection that is not active yet is usually still being set up
	private static void addTestRun(Account account, CatalogEntry entry, List<AttentionItem> items) {
		LastTestRun run = entry.details().lastTestRun();
		boolean inactive = Boolean.FALSE.equals(entry.active());
		if (run != null && run.isNone()) {
			items.add(item(AttentionKind.NEVER_TESTED, inactive ? Severity.INFO : Severity.WARNING, account, entry,
					null, null));
		}
		else if (run != null && run.isFailed()) {
			items.add(item(AttentionKind.TEST_FAILED, Severity.WARNING, account, entry, run.at(), run.failure()));
		}
	}

	// Connections that cannot compete at the moment need no attention
	private static void addConflict(DomainConflict conflict, List<AttentionItem> items) {
		if (conflict.kind() == DomainConflict.Kind.DOMAIN && conflict.severity() != Severity.INFO) {
			CatalogEntry first = conflict.connections().get(0);
			items.add(new AttentionItem(AttentionKind.DOMAIN_CONFLICT, conflict.severity(),
					new Account(first.vendor(), first.account()), conflict.connections(), null, conflict.value()));
		}
	}

	private static AttentionItem item(AttentionKind kind, Severity severity, Account account, CatalogEntry entry,
			@Nullable Instant at, @Nullable String value) {
		return new AttentionItem(kind, severity, account, List.of(entry), at, value);
	}

}
