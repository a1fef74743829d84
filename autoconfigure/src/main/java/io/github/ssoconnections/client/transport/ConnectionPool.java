// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.time.Duration;

/**
 * Bounds of a pool of connections. Common load balancers close an idle connection after a
 * minute.
 *
 * @param name the name of the pool
 * @param maxConnections the number of connections
 * @param maxPendingRequests how many requests may wait for a connection
 * @param responseTimeout the time without a response after which a connection is closed:
 * longer than an attempt may take
 * @param maxIdleTime the time since the last response after which a connection is not
 * used any more
 * @param maxLifeTime the time since it was opened after which a connection is not used
 * any more
 */
public record ConnectionPool(String name, int maxConnections, int maxPendingRequests, Duration responseTimeout,
		Duration maxIdleTime, Duration maxLifeTime) {

	private static final ConnectionPool DEFAULTS = new ConnectionPool("sso-connections", 100, 1000,
			Duration.ofSeconds(11), Duration.ofSeconds(30), Duration.ofMinutes(5));

	/**
	 * Return the default bounds: 100 connections, 1000 pending requests, an idle time of
	 * 30 s, a life time of 5 min.
	 * @return the defaults
	 */
	public static ConnectionPool defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these bounds with other lifetimes.
	 * @param maxIdleTime the time since the last response
	 * @param maxLifeTime the time since it was opened
	 * @return the bounds
	 */
	public ConnectionPool withLifetimes(Duration maxIdleTime, Duration maxLifeTime) {
		return new ConnectionPool(this.name, this.maxConnections, this.maxPendingRequests, this.responseTimeout,
				maxIdleTime, maxLifeTime);
	}

}
