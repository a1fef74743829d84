// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Observations of operations.
 */
public enum ApiObservation implements ObservationDocumentation {

	/**
	 * An operation, from the call to the response, including rate limiting, retries and
	 * backoff. Each attempt is observed as {@code http.client.requests}.
	 */
	OPERATION {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return ApiObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return Keys.values();
		}

	};

	/**
	 * Name of the observation of an operation.
	 */
	public static final String OPERATION_NAME = "sso.connections.operation";

	/**
	 * Keys of an operation. The values of each key are a closed set. While an operation
	 * is in progress, only vendor, account and operation are present.
	 */
	public enum Keys implements KeyName {

		/**
		 * Name of the vendor: {@code clerk} or {@code auth0}.
		 */
		VENDOR("vendor"),

		/**
		 * Name of the account, {@code default} if it has none.
		 */
		ACCOUNT("account"),

		/**
		 * Name of the operation, such as {@code enterprise_connections.create}.
		 */
		OPERATION("operation"),

		/**
		 * Outcome: {@code success}, {@code failure} or {@code cancelled}.
		 */
		OUTCOME("outcome"),

		/**
		 * Simple name of the exception, such as {@code RateLimited}; {@code none} without
		 * one, {@code Other} unless it is an {@code SsoApiException}.
		 */
		EXCEPTION("exception");

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
