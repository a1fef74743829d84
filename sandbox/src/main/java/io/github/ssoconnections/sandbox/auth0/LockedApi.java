// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Access of the switches to the API, between two requests: the lock is the one under
 * which the API handles a request.
 */
final class LockedApi {

	private final Auth0Api api;

	LockedApi(Auth0Api api) {
		this.api = api;
	}

	void change(Consumer<Auth0Api> change) {
		synchronized (this.api) {
			change.accept(this.api);
		}
	}

	<T> T call(Function<Auth0Api, T> call) {
		synchronized (this.api) {
			return call.apply(this.api);
		}
	}

}
