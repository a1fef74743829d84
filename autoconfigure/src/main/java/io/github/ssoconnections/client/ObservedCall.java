// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.function.Supplier;

import io.github.ssoconnections.account.Account;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.observability.SignalListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Observation of a call, from its subscription to its termination.
 *
 * @param <T> the type of the response
 */
final class ObservedCall<T> extends DefaultSignalListener<T> {

	private final ApiObservationContext observed;

	private final Observation observation;

	private ObservedCall(ApiObservationContext observed, Observation observation) {
		this.observed = observed;
		this.observation = observation;
	}

	static <T> Mono<T> observe(Supplier<Mono<T>> call, Account account, String operation,
			ObservationRegistry observations, ContextView context) {
		return observations.isNoop() ? call.get()
				: Mono.defer(call).tap(start(account, operation, observations, context));
	}

	// Until the first element
	static <T> Flux<T> observeStart(Supplier<Flux<T>> call, Account account, String operation,
			ObservationRegistry observations, ContextView context) {
		return observations.isNoop() ? call.get()
				: Flux.defer(call).tap(start(account, operation, observations, context));
	}

	private static <T> Supplier<SignalListener<T>> start(Account account, String operation,
			ObservationRegistry observations, ContextView context) {
		ApiObservationContext observed = new ApiObservationContext(account, operation);
		Observation observation = ApiObservation.OPERATION.observation(null, ApiObservationConvention.INSTANCE,
				() -> observed, observations);
		// Without one, the parent is the current observation of the subscribing thread
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		((parent != null) ? observation.parentObservation(parent) : observation).start();
		return () -> new ObservedCall<>(observed, observation);
	}

	@Override
	public Context addToContext(Context context) {
		return context.put(ObservationThreadLocalAccessor.KEY, this.observation);
	}

	@Override
	public void doOnNext(T response) {
		stop("success", null);
	}

	@Override
	public void doOnComplete() {
		stop("success", null);
	}

	@Override
	public void doOnError(Throwable failure) {
		stop("failure", failure);
	}

	@Override
	public void doOnCancel() {
		stop("cancelled", null);
	}

	private void stop(String outcome, @Nullable Throwable failure) {
		if (this.observed.end(outcome)) {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		}
	}

}
