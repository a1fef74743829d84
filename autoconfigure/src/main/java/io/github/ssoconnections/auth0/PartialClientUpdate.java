// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.ssoconnections.PartialChange;

/**
 * Result of a change of applications that failed after some requests. Added to the
 * failure as a suppressed exception.
 */
public final class PartialClientUpdate extends RuntimeException implements PartialChange {

	private final List<String> changed;

	private final List<String> failed;

	private final List<String> notSent;

	PartialClientUpdate(List<String> changed, List<String> failed, List<String> notSent) {
		super(changed.size() + " clients were changed, " + failed.size() + " are in the failed request, "
				+ notSent.size() + " were not sent", null, false, false);
		this.changed = List.copyOf(changed);
		this.failed = List.copyOf(failed);
		this.notSent = List.copyOf(notSent);
	}

	/**
	 * Return the partial result of a failed {@link Auth0ConnectionClients#update}.
	 * @param failure the failure
	 * @return the partial result; empty if no request was sent
	 */
	public static Optional<PartialClientUpdate> of(Throwable failure) {
		return Arrays.stream(failure.getSuppressed())
			.filter(PartialClientUpdate.class::isInstance)
			.map(PartialClientUpdate.class::cast)
			.findFirst();
	}

	/**
	 * Return the applications that were changed.
	 * @return the client ids
	 */
	public List<String> changed() {
		return this.changed;
	}

	/**
	 * Return the applications of the failed request. A request is not atomic: some of
	 * them may have been changed.
	 * @return the client ids
	 */
	public List<String> failed() {
		return this.failed;
	}

	/**
	 * Return the applications that were not sent.
	 * @return the client ids
	 */
	public List<String> notSent() {
		return this.notSent;
	}

}
