// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.Collection;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares the connections of an account with what is declared, and changes them
 * accordingly. Nothing is stored, and nothing is applied by itself.
 * <p>
 * A connection is found by its unique name at Auth0. Clerk's connections have no key:
 * they are found by id if the declaration has one, otherwise by name and domains. A
 * connection that cannot be told from another one is reported and not touched.
 * <p>
 * The failures of requests are {@link SsoApiException}s.
 */
public interface Reconciliation {

	/**
	 * Return the account.
	 * @return the account
	 */
	Account account();

	/**
	 * Compare. Makes no write.
	 * @param desired the declared connections
	 * @return the plan; {@link InvalidDeclarationException} if a declaration cannot be
	 * used, or two of them mean the same connection
	 */
	default Mono<ConnectionPlan> plan(Collection<DesiredConnection> desired) {
		return plan(desired, PlanOptions.DEFAULT);
	}

	/**
	 * Compare. Makes no write.
	 * @param desired the declared connections
	 * @param options the options
	 * @return the plan; {@link InvalidDeclarationException} if a declaration cannot be
	 * used, or two of them mean the same connection
	 */
	Mono<ConnectionPlan> plan(Collection<DesiredConnection> desired, PlanOptions options);

	/**
	 * Apply a plan with the default options.
	 * @param plan the plan
	 * @return the steps
	 */
	default Flux<AppliedStep> apply(ConnectionPlan plan) {
		return apply(plan, ApplyOptions.DEFAULT);
	}

	/**
	 * Apply a plan, one connection after the other, in the order of the plan. Each
	 * connection is read again directly before its write, and is not written if it
	 * differs from the plan. A change by somebody else between this read and the write is
	 * not noticed, as neither vendor has conditional updates. Cancelling stops after the
	 * request in progress, whose outcome is then unknown. The next plan has what is left.
	 * <p>
	 * A failure of one connection does not stop the others. A failure that concerns the
	 * account does: missing permission, the rate limit, an unavailable vendor.
	 * @param plan the plan
	 * @param options the options
	 * @return the steps. {@link AccountLockedException} if another apply holds the lock
	 * of the account, {@link ChangedSincePlanException} if the plan is of another account
	 * or API host, or too old; nothing is written then
	 */
	Flux<AppliedStep> apply(ConnectionPlan plan, ApplyOptions options);

	/**
	 * Write the present state as a declaration.
	 * @param secretPrefix the beginning of the names of references to secrets, such as
	 * {@code SSO_}
	 * @return the declaration; a plan of it has no difference
	 */
	Mono<ExportedConnections> export(String secretPrefix);

	/**
	 * Return whether a lock that all instances share is held while a plan is applied.
	 * @return whether there is one; otherwise, the lock is of this process only
	 */
	boolean hasSharedLock();

	/**
	 * Create an instance for an account.
	 * @param vendor what the vendor does
	 * @param tools what every instance uses
	 * @return the instance
	 */
	static Reconciliation create(ReconciliationVendor vendor, ReconciliationTools tools) {
		return new DefaultReconciliation(vendor, tools);
	}

}
