// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Steps of one activation or deactivation, executed one after the other. The failure of a
 * step says what was done before it.
 */
final class ActivationSteps {

	private final String connectionId;

	private final List<ActivationStep> all;

	private final List<ActivationStep> done = new ArrayList<>();

	ActivationSteps(String connectionId, List<ActivationStep> all) {
		this.connectionId = connectionId;
		this.all = List.copyOf(all);
	}

	List<ActivationStep> done() {
		return this.done;
	}

	/**
	 * Execute a step.
	 * @param step the step
	 * @param execution the calls of the step, with the step and its outcome as the result
	 * @return completes when the step is done
	 */
	Mono<Void> execute(ActivationStep step, Mono<ActivationStep> execution) {
		return reporting(step, execution).doOnNext(this.done::add).then();
	}

	/**
	 * Report the failure of a call as that of a step.
	 * @param <T> the type of the result
	 * @param step the step that the call belongs to
	 * @param call the call
	 * @return the result of the call
	 */
	<T> Mono<T> reporting(ActivationStep step, Mono<T> call) {
		return call.doOnError(SsoApiException.class, (failure) -> failure
			.addSuppressed(new PartialActivation(this.connectionId, this.done, step, remaining(step))));
	}

	private List<ActivationStep> remaining(ActivationStep failed) {
		return this.all.stream()
			.filter((step) -> !step.isAbout(failed) && this.done.stream().noneMatch(step::isAbout))
			.toList();
	}

}
