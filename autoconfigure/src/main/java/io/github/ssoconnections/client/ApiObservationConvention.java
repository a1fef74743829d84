// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiObservation.Keys;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Default names and keys of the observation of an operation. A
 * {@link GlobalObservationConvention} for {@link ApiObservationContext} takes its place.
 */
final class ApiObservationConvention implements ObservationConvention<ApiObservationContext> {

	static final ApiObservationConvention INSTANCE = new ApiObservationConvention();

	private ApiObservationConvention() {
	}

	@Override
	public String getName() {
		return ApiObservation.OPERATION_NAME;
	}

	@Override
	public String getContextualName(ApiObservationContext context) {
		return context.getVendor() + " " + context.getOperation();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ApiObservationContext context) {
		if (context.isInProgress()) {
			return KeyValues.of(Keys.ACCOUNT.withValue(context.getAccount()),
					Keys.OPERATION.withValue(context.getOperation()), Keys.VENDOR.withValue(context.getVendor()));
		}
		return KeyValues.of(Keys.ACCOUNT.withValue(context.getAccount()), Keys.EXCEPTION.withValue(exception(context)),
				Keys.OPERATION.withValue(context.getOperation()), Keys.OUTCOME.withValue(context.getOutcome()),
				Keys.VENDOR.withValue(context.getVendor()));
	}

	private static String exception(ApiObservationContext context) {
		Throwable error = context.getError();
		if (error == null) {
			return "none";
		}
		return (error instanceof SsoApiException) ? error.getClass().getSimpleName() : "Other";
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ApiObservationContext;
	}

}
