// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * Meters of a {@link DriftMonitor}. Requires Micrometer's metrics on the class path.
 */
public enum DriftMeter implements MeterDocumentation {

	/**
	 * Connections that differ from what is declared. {@code NaN} before the first
	 * comparison, after one that failed, and for an account without a declaration.
	 */
	DRIFT("sso.connections.drift", Keys.VENDOR, Keys.ACCOUNT, Keys.STATE);

	private final String meterName;

	private final KeyName[] keys;

	DriftMeter(String meterName, KeyName... keys) {
		this.meterName = meterName;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.GAUGE;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	/**
	 * Keys of the meters. The values of each key are a closed set.
	 */
	public enum Keys implements KeyName {

		/**
		 * Name of the vendor, such as {@code clerk}.
		 */
		VENDOR("vendor"),

		/**
		 * Name of the account, {@code default} if it has none.
		 */
		ACCOUNT("account"),

		/**
		 * {@code missing} (declared and does not exist), {@code changed},
		 * {@code undeclared} or {@code unclear} (declared and not comparable).
		 */
		STATE("state");

		private final String key;

		Keys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
