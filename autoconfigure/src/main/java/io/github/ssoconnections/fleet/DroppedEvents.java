// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.concurrent.atomic.AtomicLong;

import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Events of an account that were dropped because too many are pending. Logs the first of
 * them, and their number later.
 */
final class DroppedEvents {

	private static final Log logger = LogFactory.getLog(EventPublication.class);

	private final Account account;

	private final AtomicLong count = new AtomicLong();

	DroppedEvents(Account account) {
		this.account = account;
	}

	/**
	 * Add events. Logs a warning if they are the first since the last report.
	 * @param count the number of events
	 */
	void add(int count) {
		if (this.count.getAndAdd(count) == 0) {
			logger.warn("More than " + PendingEvents.MAX_SIZE + " events of " + this.account
					+ " wait for their publication or a take-over, and the oldest are dropped");
		}
	}

	/**
	 * Log how many events were dropped since the last report, if any.
	 * @param reason the reason, for the message
	 */
	void report(String reason) {
		long dropped = this.count.getAndSet(0);
		if (dropped > 0) {
			logger.warn(dropped + " events of " + this.account + " were dropped " + reason
					+ ". They may not have been published");
		}
	}

}
