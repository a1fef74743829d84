// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of the operations.
 */
public enum ApiObservation implements ObservationDocumentation {

	/**
	 * One operation, from the call to its answer: permits, pauses and repeats included.
	 * Its attempts are observed as {@code http.client.requests}.
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
	 * Keys of an operation. The values of each are from a closed set. While an operation
	 * lasts, it has but vendor and operation.
	 */
	public enum Keys implements KeyName {

		/**
		 * Name of the vendor: {@code clerk} or {@code auth0}.
		 */
		VENDOR("vendor"),

		/**
		 * Name of the operation, such as {@code enterprise_connections.create}.
		 */
		OPERATION("operation"),

		/**
		 * How it ended: {@code success}, {@code failure} or {@code cancelled}.
		 */
		OUTCOME("outcome"),

		/**
		 * Simple name of the exception with which it failed, such as {@code RateLimited};
		 * {@code none} without one, {@code Other} for what is no {@code SsoApiException}.
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
