// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.time.Duration;

/**
 * Settings of a connection pool. Common load balancers close an idle connection after a
 * minute.
 *
 * @param name the name of the pool
 * @param maxConnections the maximum number of connections
 * @param maxPendingRequests the maximum number of requests that wait for a connection
 * @param responseTimeout the time without a response after which a connection is closed:
 * longer than the timeout of an attempt
 * @param maxIdleTime the maximum idle time of a connection
 * @param maxLifeTime the maximum lifetime of a connection
 */
public record ConnectionPool(String name, int maxConnections, int maxPendingRequests, Duration responseTimeout,
		Duration maxIdleTime, Duration maxLifeTime) {

	private static final ConnectionPool DEFAULTS = new ConnectionPool("sso-connections", 100, 1000,
			Duration.ofSeconds(11), Duration.ofSeconds(30), Duration.ofMinutes(5));

	/**
	 * Return the default settings: 100 connections, 1000 pending requests, an idle time
	 * of 30 s, a life time of 5 min.
	 * @return the defaults
	 */
	public static ConnectionPool defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy of these settings with other lifetimes.
	 * @param maxIdleTime the maximum idle time
	 * @param maxLifeTime the maximum lifetime
	 * @return the settings
	 */
	public ConnectionPool withLifetimes(Duration maxIdleTime, Duration maxLifeTime) {
		return new ConnectionPool(this.name, this.maxConnections, this.maxPendingRequests, this.responseTimeout,
				maxIdleTime, maxLifeTime);
	}

}
