// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What came of a change of applications that failed on the way: hangs on the failure as a
 * suppressed exception.
 */
public final class PartialClientUpdate extends RuntimeException {

	private final List<String> changed;

	private final List<String> failed;

	private final List<String> notSent;

	PartialClientUpdate(List<String> changed, List<String> failed, List<String> notSent) {
		super(changed.size() + " clients were changed before, " + failed.size() + " are in the part that failed, "
				+ notSent.size() + " were not sent", null, false, false);
		this.changed = List.copyOf(changed);
		this.failed = List.copyOf(failed);
		this.notSent = List.copyOf(notSent);
	}

	/**
	 * Return what a failure of {@link Auth0ConnectionClients#update} has left.
	 * @param failure the failure
	 * @return what came of the change, empty if nothing was tried
	 */
	public static Optional<PartialClientUpdate> of(Throwable failure) {
		return Arrays.stream(failure.getSuppressed())
			.filter(PartialClientUpdate.class::isInstance)
			.map(PartialClientUpdate.class::cast)
			.findFirst();
	}

	/**
	 * Return the applications that were changed.
	 * @return their ids
	 */
	public List<String> changed() {
		return this.changed;
	}

	/**
	 * Return the applications in the part that failed. Auth0 does not change a part as
	 * one: some of them may have been changed.
	 * @return their ids
	 */
	public List<String> failed() {
		return this.failed;
	}

	/**
	 * Return the applications that were not sent after that.
	 * @return their ids
	 */
	public List<String> notSent() {
		return this.notSent;
	}

}
