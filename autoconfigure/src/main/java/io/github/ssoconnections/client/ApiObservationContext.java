// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import io.github.ssoconnections.account.Account;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Context of the observation of an operation.
 */
public final class ApiObservationContext extends Observation.Context {

	private static final String IN_PROGRESS = "none";

	private static final AtomicReferenceFieldUpdater<ApiObservationContext, String> OUTCOME = AtomicReferenceFieldUpdater
		.newUpdater(ApiObservationContext.class, String.class, "outcome");

	private final Account account;

	private final String operation;

	private volatile String outcome = IN_PROGRESS;

	/** Sorted, because the keys are read more often than they change. */
	private volatile KeyValues keys = KeyValues.empty();

	ApiObservationContext(Account account, String operation) {
		this.account = account;
		this.operation = operation;
	}

	/**
	 * Return the name of the vendor.
	 * @return the name
	 */
	public String getVendor() {
		return this.account.vendor();
	}

	/**
	 * Return the name of the account.
	 * @return the name, {@value Account#DEFAULT} if it has none
	 */
	public String getAccount() {
		return this.account.name();
	}

	/**
	 * Return the name of the operation.
	 * @return the name
	 */
	public String getOperation() {
		return this.operation;
	}

	/**
	 * Return how the operation ended.
	 * @return {@code success}, {@code failure}, {@code cancelled}, or {@code none} while
	 * it is in progress
	 */
	public String getOutcome() {
		return this.outcome;
	}

	boolean isInProgress() {
		return this.outcome.equals(IN_PROGRESS);
	}

	/**
	 * Set the outcome, unless there is one already.
	 * @param outcome the outcome
	 * @return whether it was set
	 */
	boolean end(String outcome) {
		return OUTCOME.compareAndSet(this, IN_PROGRESS, outcome);
	}

	@Override
	public synchronized Observation.Context addLowCardinalityKeyValues(KeyValues added) {
		this.keys = this.keys.and(added);
		return this;
	}

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue added) {
		return addLowCardinalityKeyValues(KeyValues.of(added));
	}

	@Override
	public synchronized Observation.Context removeLowCardinalityKeyValue(String key) {
		this.keys = KeyValues.of(this.keys.stream().filter((one) -> !one.getKey().equals(key)).toList());
		return this;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return this.keys;
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String key) {
		return this.keys.stream().filter((one) -> one.getKey().equals(key)).findFirst().orElse(null);
	}

}
