// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Reply;

/**
 * The handler of an operation, and the scopes that it needs.
 *
 * @param scopes the scopes, all of them needed
 * @param handler the handler
 */
record Guarded(List<String> scopes, BiFunction<Call, Access, Reply> handler) {

	static Guarded by(String scope, Function<Call, Reply> handler) {
		return by(List.of(scope), handler);
	}

	static Guarded by(List<String> scopes, Function<Call, Reply> handler) {
		return new Guarded(scopes, (call, access) -> handler.apply(call));
	}

	static Guarded withAccess(String scope, BiFunction<Call, Access, Reply> handler) {
		return new Guarded(List.of(scope), handler);
	}

	Reply respond(Call call, Access access) {
		access.require(this.scopes);
		return this.handler.apply(call, access);
	}

}
