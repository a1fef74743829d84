// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ReactiveHttpOutputMessage;

/**
 * The body of one attempt. Until the transport has asked for it, the request cannot have
 * been sent; and once the attempt was given up, the transport does not get it any more.
 */
final class RequestBody {

	private final byte[] bytes;

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	RequestBody(byte[] bytes) {
		this.bytes = bytes;
	}

	// The bytes are written as they are: no codec of the application sees them.
	Mono<Void> writeTo(ReactiveHttpOutputMessage request) {
		return request.writeWith(Mono.fromSupplier(() -> take(request)));
	}

	private DataBuffer take(ReactiveHttpOutputMessage request) {
		if (!this.state.compareAndSet(State.WAITING, State.TAKEN) && this.state.get() == State.GIVEN_UP) {
			throw new CancellationException("The attempt was given up");
		}
		return request.bufferFactory().wrap(this.bytes);
	}

	/**
	 * Give the attempt up, unless it is too late.
	 * @return whether the body is never sent
	 */
	boolean giveUp() {
		return this.state.compareAndSet(State.WAITING, State.GIVEN_UP);
	}

	private enum State {

		WAITING, TAKEN, GIVEN_UP

	}

}
