// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.function.Supplier;

import reactor.core.publisher.Mono;

/**
 * A client in the comparison.
 */
interface Client extends AutoCloseable {

	/**
	 * Let a caller get one connection, again and again.
	 * @param caller the caller
	 */
	void get(Caller caller);

	/**
	 * Let a caller list a page of 500 connections, again and again.
	 * @param caller the caller
	 */
	default void list(Caller caller) {
		throw new UnsupportedOperationException("Not compared");
	}

	@Override
	default void close() {
	}

	/**
	 * Repeat a call that returns a publisher.
	 * @param caller the caller
	 * @param call the call
	 */
	static void repeat(Caller caller, Supplier<? extends Mono<?>> call) {
		if (caller.next()) {
			call.get().subscribe((response) -> {
				caller.responded(response);
				repeat(caller, call);
			}, caller::failed);
		}
	}

}
