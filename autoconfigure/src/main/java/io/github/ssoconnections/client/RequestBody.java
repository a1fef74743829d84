// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ReactiveHttpOutputMessage;

/**
 * Body of one attempt. Until the transport has requested it, the request cannot have been
 * sent. After the attempt was abandoned, the transport cannot obtain it.
 */
final class RequestBody {

	private final byte[] bytes;

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	RequestBody(byte[] bytes) {
		this.bytes = bytes;
	}

	Mono<Void> writeTo(ReactiveHttpOutputMessage request) {
		return request.writeWith(Mono.fromSupplier(() -> take(request)));
	}

	private DataBuffer take(ReactiveHttpOutputMessage request) {
		if (!this.state.compareAndSet(State.WAITING, State.TAKEN) && this.state.get() == State.ABANDONED) {
			throw new CancellationException("The attempt was abandoned");
		}
		return request.bufferFactory().wrap(this.bytes);
	}

	/**
	 * Abandon the attempt, unless the body has been requested.
	 * @return whether the body is certainly not sent
	 */
	boolean abandon() {
		return this.state.compareAndSet(State.WAITING, State.ABANDONED);
	}

	private enum State {

		WAITING, TAKEN, ABANDONED

	}

}
