// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Monitor of the signing certificates of all connections, and of the client secrets whose
 * expiry the application has noted. Follows the refreshes of an index and publishes
 * {@link CertificateExpiring}, {@link CertificateExpired}, {@link CertificatesChanged},
 * {@link OidcSecretExpiring} and {@link OidcSecretExpired}. Makes no request.
 */
public final class CertificateMonitor {

	private final RefreshedConnectionIndex index;

	private final List<MonitoredAccount> accounts;

	private final CertificateLint.Thresholds thresholds;

	private final Clock clock;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Create a monitor.
	 * @param index the index whose refreshes are followed
	 * @param thresholds the thresholds of expiry
	 * @param publications the publications of the events
	 */
	public CertificateMonitor(RefreshedConnectionIndex index, CertificateLint.Thresholds thresholds,
			EventPublications publications) {
		this(index, thresholds, publications, Clock.systemUTC());
	}

	CertificateMonitor(RefreshedConnectionIndex index, CertificateLint.Thresholds thresholds,
			EventPublications publications, Clock clock) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(thresholds, "'thresholds' must not be null");
		Assert.notNull(publications, "'publications' must not be null");
		this.index = index;
		this.thresholds = thresholds;
		this.clock = clock;
		this.accounts = index.accounts()
			.stream()
			.map((account) -> new MonitoredAccount(account, thresholds,
					publications.forAccount(account.account()).refreshedEvery(index.interval())))
			.toList();
		index.onRefresh(this::refreshed);
	}

	/**
	 * Return a report of the last refresh. Makes no request.
	 * @return the report
	 */
	public CertificateReport report() {
		return CertificateReport.of(this.accounts, this.clock.instant(), this.thresholds);
	}

	List<MonitoredAccount> accounts() {
		return this.accounts;
	}

	CertificateLint.Thresholds thresholds() {
		return this.thresholds;
	}

	Clock clock() {
		return this.clock;
	}

	@Nullable Instant startedAt() {
		return this.index.startedAt();
	}

	/**
	 * Register a callback that is invoked after each refresh, successful or not.
	 * @param listener the callback
	 */
	void onRefresh(Runnable listener) {
		this.listeners.add(listener);
	}

	private void refreshed(AccountRefresh refresh) {
		this.accounts.stream()
			.filter((account) -> account.account().equals(refresh.account()))
			.forEach((account) -> account.refreshed(refresh));
		this.listeners.forEach(Runnable::run);
	}

}
