// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.ssoconnections.PartialChange;

/**
 * Activation or deactivation that failed at one of its steps. Added to the failure as a
 * suppressed exception. The same call again finishes it.
 */
public final class PartialActivation extends RuntimeException implements PartialChange {

	private final String connectionId;

	private final List<ActivationStep> done;

	private final ActivationStep failed;

	private final List<ActivationStep> remaining;

	PartialActivation(String connectionId, List<ActivationStep> done, ActivationStep failed,
			List<ActivationStep> remaining) {
		super(done.size() + " steps are done, failed at " + failed.kind() + " " + failed.id() + " with " + failed.call()
				+ ", which needs the scope " + failed.scope() + ", " + remaining.size() + " steps remain", null, false,
				false);
		this.connectionId = connectionId;
		this.done = List.copyOf(done);
		this.failed = failed;
		this.remaining = List.copyOf(remaining);
	}

	/**
	 * Return the partial result of a failed activation or deactivation. Concurrent
	 * activations of other connections can have the same failure, when no access token
	 * can be fetched: it has the partial result of each.
	 * @param failure the failure
	 * @param connectionId the id of the connection
	 * @return the partial result; empty if it failed before the first step
	 */
	public static Optional<PartialActivation> of(Throwable failure, String connectionId) {
		return Arrays.stream(failure.getSuppressed())
			.filter(PartialActivation.class::isInstance)
			.map(PartialActivation.class::cast)
			.filter((partial) -> partial.connectionId.equals(connectionId))
			.reduce((earlier, latest) -> latest);
	}

	/**
	 * Return the id of the connection.
	 * @return the id
	 */
	public String connectionId() {
		return this.connectionId;
	}

	/**
	 * Return the steps that are done.
	 * @return the steps in their order
	 */
	public List<ActivationStep> done() {
		return this.done;
	}

	/**
	 * Return the step that failed.
	 * @return the step, with the call that failed and its scope
	 */
	public ActivationStep failed() {
		return this.failed;
	}

	/**
	 * Return the steps that were not reached.
	 * @return the steps in their order
	 */
	public List<ActivationStep> remaining() {
		return this.remaining;
	}

}
