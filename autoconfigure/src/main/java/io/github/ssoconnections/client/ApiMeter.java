// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Meters in addition to {@link ApiObservation}. Requires Micrometer's metrics on the
 * class path.
 */
public enum ApiMeter implements MeterDocumentation {

	/**
	 * Retries of failed attempts.
	 */
	RETRIES("sso.connections.retries", Meter.Type.COUNTER, null, ApiObservation.Keys.VENDOR,
			ApiObservation.Keys.ACCOUNT, ApiObservation.Keys.OPERATION),

	/**
	 * Elements of responses with an unexpected structure. They were skipped, or decoded
	 * without some of their fields. The log contains their ids.
	 */
	UNEXPECTED_STRUCTURE("sso.connections.unexpected.structure", Meter.Type.COUNTER, null, ApiObservation.Keys.VENDOR,
			ApiObservation.Keys.ACCOUNT, ApiObservation.Keys.OPERATION),

	/**
	 * Remaining rate limit permits in this process. {@code NaN} before the first call,
	 * when the limit is shared with other instances, and when it is disabled. Zero while
	 * callers wait.
	 */
	RATE_LIMIT_REMAINING("sso.connections.rate.limit.remaining", Meter.Type.GAUGE, null, ApiObservation.Keys.VENDOR,
			ApiObservation.Keys.ACCOUNT),

	/**
	 * Time that attempts waited for a rate limit permit. Only attempts that had to wait
	 * and acquired one are recorded.
	 */
	RATE_LIMIT_WAIT("sso.connections.rate.limit.wait", Meter.Type.TIMER, "seconds", ApiObservation.Keys.VENDOR,
			ApiObservation.Keys.ACCOUNT);

	private final String meterName;

	private final Meter.Type type;

	private final @Nullable String baseUnit;

	private final KeyName[] keys;

	ApiMeter(String meterName, Meter.Type type, @Nullable String baseUnit, KeyName... keys) {
		this.meterName = meterName;
		this.type = type;
		this.baseUnit = baseUnit;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

}
