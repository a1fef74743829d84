// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes a call, from its subscription to its end.
 */
final class ObservedCall {

	private ObservedCall() {
	}

	static <T> Mono<T> observe(Supplier<Mono<T>> call, String vendor, String operation,
			ObservationRegistry observations, ContextView context) {
		if (observations.isNoop()) {
			return call.get();
		}
		ApiObservationContext observed = new ApiObservationContext(vendor, operation);
		Observation observation = ApiObservation.OPERATION.observation(null, ApiObservationConvention.INSTANCE,
				() -> observed, observations);
		observation.parentObservation(context.getOrDefault(ObservationThreadLocalAccessor.KEY, null)).start();
		return Mono.defer(call)
			.doOnSuccess((answer) -> stop(observation, observed, "success", null))
			.doOnError((failure) -> stop(observation, observed, "failure", failure))
			.doOnCancel(() -> stop(observation, observed, "cancelled", null))
			.contextWrite((inner) -> inner.put(ObservationThreadLocalAccessor.KEY, observation));
	}

	private static void stop(Observation observation, ApiObservationContext observed, String outcome,
			@Nullable Throwable failure) {
		if (observed.end(outcome)) {
			if (failure != null) {
				observation.error(failure);
			}
			observation.stop();
		}
	}

}
