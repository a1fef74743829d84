// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.ConnectionIndexSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Properties of the index of connections.
 */
@ConfigurationProperties("sso-connections.index")
public class ConnectionIndexProperties {

	/**
	 * Whether the index is refreshed periodically.
	 */
	private boolean enabled;

	/**
	 * Interval between refreshes of all connections, with a jitter of a tenth. 1s to 7d.
	 * At least as long as a refresh takes.
	 */
	private Duration interval = Duration.ofMinutes(5);

	/**
	 * Maximum delay of the first refresh after the start. The delay is random. 0s to 1d.
	 */
	private Duration initialDelay = Duration.ofSeconds(30);

	/**
	 * Maximum number of connections of an account that the index keeps. 1 to 1000000.
	 */
	private int maxConnections = 100_000;

	/**
	 * Whether the index also has the clients and organizations of connections at Auth0.
	 * Each refresh makes a further request per connection and per organization.
	 */
	private boolean readAssignments;

	/**
	 * Whether the index also has the newest test run of connections at Clerk. Each
	 * refresh makes a further request per connection.
	 */
	private boolean readTestRuns;

	/**
	 * Accounts that serve one sign-in page, such as 'clerk/default' and 'auth0/eu', by a
	 * name of the page. Connections of different accounts conflict only within a page.
	 */
	private Map<String, List<String>> signInPages = new LinkedHashMap<>();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getInterval() {
		return this.interval;
	}

	public void setInterval(Duration interval) {
		Assert.isTrue(interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofDays(7)) <= 0,
				"must be between 1s and 7d");
		this.interval = interval;
	}

	public Duration getInitialDelay() {
		return this.initialDelay;
	}

	public void setInitialDelay(Duration initialDelay) {
		Assert.isTrue(!initialDelay.isNegative() && initialDelay.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 0s and 1d");
		this.initialDelay = initialDelay;
	}

	public int getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(int maxConnections) {
		Assert.isTrue(maxConnections >= 1 && maxConnections <= 1_000_000, "must be between 1 and 1000000");
		this.maxConnections = maxConnections;
	}

	public boolean isReadAssignments() {
		return this.readAssignments;
	}

	public void setReadAssignments(boolean readAssignments) {
		this.readAssignments = readAssignments;
	}

	public boolean isReadTestRuns() {
		return this.readTestRuns;
	}

	public void setReadTestRuns(boolean readTestRuns) {
		this.readTestRuns = readTestRuns;
	}

	public Map<String, List<String>> getSignInPages() {
		return this.signInPages;
	}

	public void setSignInPages(Map<String, List<String>> signInPages) {
		this.signInPages = signInPages;
	}

	/**
	 * Return the settings.
	 * @param monitor the properties of the monitor of certificates, which follows the
	 * same refreshes
	 * @return the settings, with the shorter interval if both are enabled
	 */
	public ConnectionIndexSettings toSettings(CertificateMonitorProperties monitor) {
		boolean ofMonitor = monitor.isEnabled()
				&& (!this.enabled || monitor.getInterval().compareTo(this.interval) < 0);
		return new ConnectionIndexSettings(ofMonitor ? monitor.getInterval() : this.interval,
				ofMonitor ? monitor.getInitialDelay() : this.initialDelay, this.maxConnections, pages());
	}

	private List<Set<Account>> pages() {
		return this.signInPages.entrySet()
			.stream()
			.map((page) -> page.getValue()
				.stream()
				.map((name) -> account(page.getKey(), name))
				.collect(Collectors.toUnmodifiableSet()))
			.toList();
	}

	private static Account account(String page, String name) {
		String[] parts = name.split("/", -1);
		boolean valid = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
		if (!valid) {
			throw new InvalidPropertyException("sso-connections.index.sign-in-pages." + page,
					"it must contain accounts as vendor and name, such as 'clerk/default'");
		}
		return new Account(parts[0].strip(), parts[1].strip());
	}

}
